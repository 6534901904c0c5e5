import type { SegmentTexts } from "../../../core/articles/article.ts";
import { plainText } from "../../../core/articles/inline.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";
import { useSpeech } from "./kiosk-context.tsx";

interface Worded {
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

/** A segment's words without markup, its facts filled in. */
export const plainWords = ({ texts, facts }: Worded, segment: string, lang: Lang): string =>
  plainText(texts[lang][segment] ?? "", (key) => {
    const fact = facts[key];
    return fact ? formatFact(fact.value, lang) : "";
  });

/** The same in the visitor's language. */
export function useWords(): (of: Worded, segment: string) => string {
  const { lang } = useSpeech();
  return (of, segment) => plainWords(of, segment, lang);
}
