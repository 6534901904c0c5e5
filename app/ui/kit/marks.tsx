import type { Lang } from "../../core/language/languages.ts";
import type { Marked } from "../../core/search/document.ts";
import { inRow } from "./in-row.ts";
import { Words } from "./words.tsx";

/** A passage with what was sought in it marked. `lang`: of the passage. */
export const Marks = ({ marked, lang }: { marked: readonly Marked[]; lang: Lang }) => inRow(marked.map((part) => stretch(part, lang)));

const stretch = ({ text, hit }: Marked, lang: Lang) => {
  const words = <Words text={text} lang={lang} />;
  return hit ? <mark>{words}</mark> : words;
};
