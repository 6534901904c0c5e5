import type { ReactNode } from "react";
import { type Lang, language, runsOf } from "../../core/language/languages.ts";
import { Foreign } from "./foreign.tsx";
import { inRow } from "./in-row.ts";

/**
 * Words set large. In a language without spaces they break between words, as the platform's dictionary knows them, never within one and
 * never before a mark; the stylesheet forbids every other break.
 */
export function Headline({ text, lang }: { text: string; lang: Lang }) {
  const pieces = runsOf(text, lang).flatMap((run): ReactNode[] =>
    run.lang === lang
      ? headlineParts(run.text, lang)
      : [
          <Foreign key={run.text} lang={run.lang}>
            {run.text}
          </Foreign>,
        ],
  );
  return inRow(pieces.map(afterBreak));
}

const afterBreak = (piece: ReactNode, index: number): ReactNode => (
  <>
    {index > 0 && <wbr />}
    {piece}
  </>
);

/** What opens goes with what follows. A single character is often the end of a word that the dictionary does not know: it stays, unless that grows long. */
const mayBreak = (before: string, word: string): boolean =>
  !/[\p{Ps}\p{Pi}]$/u.test(before) && (word.length > 1 || /\p{P}$/u.test(before) || before.length > 3);

/** The stretches between which a headline may break; the whole, where spaces do that. */
export function headlineParts(text: string, lang: Lang): string[] {
  const { unspaced, tag } = language(lang);
  if (!unspaced) return [text];
  const parts: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(tag, { granularity: "word" }).segment(text)) {
    const last = parts.at(-1);
    if (last === undefined || (isWordLike && mayBreak(last, segment))) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}
