/** Where a term is explained, at the end of its article. */
export const termAnchor = (term: string): string => `t-${term}`;

/** Where an article first speaks of a term: the way back from its explanation. */
export const wordAnchor = (term: string): string => `w-${term}`;

/** A term within an article: leads to what it is called in the other language. */
export function TermWord({ term, word }: { term: string; word: string }) {
  return (
    <a className="term" id={wordAnchor(term)} href={`#${termAnchor(term)}`}>
      {word}
    </a>
  );
}
