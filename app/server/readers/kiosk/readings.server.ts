import type { SegmentTexts } from "../../../core/articles/article.ts";
import type { Gate } from "../../../core/facts/gate.ts";
import type { ByLang } from "../../../core/language/languages.ts";
import { type Readings, readingsOf } from "../../../core/search/readings.ts";
import { type TraditionalPairs, traditionalPairs } from "../../../core/search/traditional.ts";
import type { HeldPhraseView } from "./kinds.server.ts";

interface Held {
  gates: readonly Gate[];
  articles: readonly { texts: ByLang<SegmentTexts> }[];
  phrases: readonly HeldPhraseView[];
}

/** How every Chinese character is read that a kiosk may search in, and by which Traditional ones it may be looked for. */
export function chineseIn({ gates, articles, phrases }: Held): { readings: Readings; traditional: TraditionalPairs } {
  const names = gates.flatMap(({ name, opposite, summary }) => [name, opposite?.name ?? {}, summary].flatMap((words) => Object.values<string | null>(words)));
  const words = articles.flatMap(({ texts }) => Object.values(texts).flatMap((segments) => Object.values(segments)));
  const said = phrases.flatMap(({ texts }) => Object.values(texts).flatMap(({ sentence, when }) => [sentence, when]));
  const texts = [...names, ...words, ...said].filter((text) => text !== null);
  return { readings: readingsOf(texts), traditional: traditionalPairs(texts) };
}
