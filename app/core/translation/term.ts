import { type ByLang, LANGS } from "../language/languages.ts";

/** A word of the glossary, the same thing in every language: what visitors hear at a gate and want to know in the other language. */
export interface Term {
  /** Its name in addresses (`#t-<key>`). Lower-case letters, digits and hyphens. */
  key: string;
  words: ByLang<string>;
  /** Other spellings under which it stands in texts. */
  variants: ByLang<string[]>;
  /** How its Chinese characters are read aloud. */
  pinyin: string;
  /** What it is, where the word alone does not say. */
  note: ByLang<string> | null;
  /** verify: whether these words are the right pair has still to be confirmed. */
  mark: "confirmed" | "verify";
  /** How strictly translations are held to it; left out: a warning where it is missing. "off" for words that good sentences often leave out. */
  check?: "error" | "warning" | "off";
  /** Words that are right in its place in a translation without being the term. */
  accepted?: Partial<ByLang<string[]>>;
  /** Words that are wrong in its place, however often they are seen there. */
  forbidden?: Partial<ByLang<string[]>>;
}

/** Everything that the term is called in a language. */
export const spellingsOf = (term: Term, lang: keyof Term["words"]): string[] => [term.words[lang], ...term.variants[lang]];

/** What is wrong with a glossary, as short codes; empty when it may be kept. One spelling may mean only one term. */
export function faultsOfTerms(terms: readonly Term[]): string[] {
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const { key } of terms) {
    if (keys.has(key)) faults.push(`twice:${key}`);
    keys.add(key);
  }
  for (const lang of LANGS) {
    const taken = new Map<string, string>();
    for (const term of terms) {
      for (const spelling of spellingsOf(term, lang)) {
        const folded = spelling.toLowerCase();
        const by = taken.get(folded);
        if (!spelling.trim()) faults.push(`empty:${lang}:${term.key}`);
        else if (by && by !== term.key) faults.push(`same:${lang}:${by}:${term.key}`);
        taken.set(folded, term.key);
      }
    }
  }
  return faults;
}
