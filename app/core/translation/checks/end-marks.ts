import type { Lang } from "../../language/languages.ts";
import { issue, type PairCheck } from "./pair.ts";
import type { Reading } from "./reading.ts";

type EndMark = "period" | "question" | "exclamation" | "colon" | "semicolon" | "comma" | "ellipsis" | "none" | "any";

const MARKS: [EndMark, string][] = [
  ["period", ".。．"],
  ["question", "?？"],
  ["exclamation", "!！"],
  ["colon", ":："],
  ["semicolon", ";；"],
  ["comma", ",，、"],
  ["ellipsis", "…"],
];
/** Each language's own (Chinese: GB/T 15834-2011). */
const OWN: Record<Lang, Partial<Record<EndMark, string>>> = {
  vi: { period: ".", question: "?", exclamation: "!", colon: ":", semicolon: ";", comma: ",", ellipsis: "…" },
  zh: { period: "。", question: "？", exclamation: "！", colon: "：", semicolon: "；", comma: "，", ellipsis: "……" },
};

/** What may stand after a sentence's mark: quotation marks, brackets, emphasis, spaces. */
const CLOSERS = /[\s”’"»』」）)\]》\u2060]+$/u;
/** "v.v." and its like end in a point that ends no sentence. */
const ABBREVIATION = /(?:v\.v|vv|T\.P|Tr|St|Co|Ltd|No)\.$/u;

function endMark(words: string): EndMark {
  const end = words.replace(CLOSERS, "");
  if (/\.{3}$/.test(end)) return "ellipsis";
  if (ABBREVIATION.test(end)) return "any";
  const last = end.at(-1) ?? "";
  return MARKS.find(([, signs]) => last && signs.includes(last))?.[0] ?? "none";
}

const hasWords = ({ words }: Reading): boolean => /[\p{L}\p{N}]/u.test(words);

/** How a text ends, by each language's own marks: a full stop is 。, a question is one in both. */
export const checkEndMarks: PairCheck = ({ source, target }) => {
  const [asked, given] = [endMark(source.words), endMark(target.words)];
  if (asked === given || asked === "any" || given === "any" || !hasWords(source) || !hasWords(target)) return [];
  const own = OWN[target.lang];
  const expected = own[asked];
  const text = target.text.trimEnd();
  const bare = /[.。．?？!！:：;；,，、…]+$/u;
  // Behind closing signs it may belong inside or outside of them: that is the translator's to say.
  const plain = bare.test(text) || text.replace(CLOSERS, "") === text;
  if (given === "none")
    return [
      issue("end-marks", target.lang, {
        reason: "missing",
        severity: "warning",
        details: { expected: expected ?? "" },
        fix: plain ? text + expected : undefined,
      }),
    ];
  const found = own[given] ?? "";
  const fix = plain && bare.test(text) ? text.replace(bare, expected ?? "") : undefined;
  if (expected === undefined) return [issue("end-marks", target.lang, { reason: "extra", severity: "warning", details: { found }, fix })];
  return [issue("end-marks", target.lang, { reason: "differs", severity: "warning", details: { expected, found }, fix })];
};
