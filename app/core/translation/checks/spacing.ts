import type { Lang } from "../../language/languages.ts";
import { issue, type TextCheck } from "./pair.ts";

/** Each with what the space becomes. */
const RULES: Record<Lang, [RegExp, string][]> = {
  vi: [
    // No space before a mark, one after it.
    [/(?<=[\p{L}\p{N}”)»])[ \u00A0]+(?=[,;:!?](?:\s|$))/gu, ""],
    [/(?<=[\p{L}\p{N}”)»])[ \u00A0]+(?=\.(?:\s|$)(?!\.))/gu, ""],
    [/(?<=\p{L}[,;!?])(?=\p{L})/gu, " "],
    [/(?<=[(“«])[ ]+|[ ]+(?=[)”»])/gu, ""],
    [/(?<=\S) {2,}(?=\S)/gu, " "],
  ],
  zh: [
    // The page sets the air between scripts itself (text-autospace).
    [/(?<=\p{Script=Han})[ \u00A0]+(?=[\p{Script=Han}\p{Script=Latin}\p{N}{（《“，。！？：；、）》”])/gu, ""],
    [/(?<=[\p{Script=Latin}\p{N}}%）》”])[ \u00A0]+(?=\p{Script=Han})/gu, ""],
    [/(?<=[，。！？：；、（《“])[ \u00A0]+(?=\S)|(?<=\S)[ \u00A0]+(?=[，。！？：；、）》”])/gu, ""],
    [/(?<=\S) {2,}(?=\S)/gu, " "],
  ],
};

/** Addresses are left as they are. */
const ADDRESS = /(\]\([^()\s]+\)|(?:https?:\/\/|www\.)[\w\-./?%&=#~:+@]*)/g;

/** Spaces where the language has none, or none where it has one. */
export const checkSpacing: TextCheck = ({ lang, text }) => {
  const mend = (stretch: string): string => RULES[lang].reduce((mended, [pattern, space]) => mended.replace(pattern, space), stretch);
  const fix = text
    .split(ADDRESS)
    .map((stretch, at) => (at % 2 ? stretch : mend(stretch)))
    .join("");
  if (fix === text) return [];
  let from = 0;
  while (fix[from] === text[from]) from += 1;
  const found = text.slice(Math.max(0, from - 4), from + 5).replaceAll("\n", " ");
  return [issue("spacing", lang, { reason: "found", severity: "warning", at: { from, to: from + 1 }, details: { found: `…${found}…` }, fix })];
};
