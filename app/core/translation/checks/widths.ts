import type { Lang } from "../../language/languages.ts";
import { issue, listed, type TextCheck } from "./pair.ts";
import type { Reading } from "./reading.ts";

/** A sign of the wrong width, and what belongs in its place. */
interface Wrong {
  at: number;
  length: number;
  right: string;
}

const WIDE: Record<string, string> = { ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）" };
/** Han and what stands among it; not what opens a quotation, whose first sign may be a mark that is talked about. */
const HAN = /[\p{Script=Han}，。！？：；、）》”…]/u;
const HAN_ONLY = /\p{Script=Han}/u;

/** The nearest sign that is no space or dress, looking one way. */
function neighbour(words: string, at: number, step: 1 | -1): string {
  for (let place = at + step; place >= 0 && place < words.length; place += step) {
    const sign = words[place] as string;
    if (!/[ \u2060]/.test(sign)) return sign;
  }
  return "";
}

/**
 * Half-width marks beside Han, where GB/T 15834-2011 has full-width ones: "," ":" "(" and their like, "." at a sentence's end, straight
 * quotation marks; and full-width letters and figures. Between figures and Latin letters (07:00, 1,500) half-width is right.
 */
function narrowAmongHan({ words }: Reading): Wrong[] {
  const wrong: Wrong[] = [];
  const open: { at: number; wide: boolean }[] = [];
  let quotes = 0;
  for (let at = 0; at < words.length; at += 1) {
    const sign = words[at] as string;
    const [before, after] = [neighbour(words, at, -1), neighbour(words, at, 1)];
    // A mark that ends something belongs to what is before it.
    const beside = HAN.test(before) || (HAN_ONLY.test(after) && !/[!?]/.test(sign));
    if (sign === "(") {
      open.push({ at, wide: beside });
    } else if (sign === ")") {
      const partner = open.pop();
      if (partner && (partner.wide || beside)) wrong.push({ at: partner.at, length: 1, right: "（" }, { at, length: 1, right: "）" });
    } else if (sign === '"') {
      quotes += 1;
      if (beside) wrong.push({ at, length: 1, right: quotes % 2 ? "“" : "”" });
    } else if (words.startsWith("...", at) && HAN_ONLY.test(before)) {
      wrong.push({ at, length: 3, right: "……" });
      at += 2;
    } else if (sign === "." && HAN_ONLY.test(before) && words[at - 1] !== " " && !/[\p{Script=Latin}\p{N}]/u.test(after)) {
      wrong.push({ at, length: 1, right: "。" });
    } else if (WIDE[sign] !== undefined && beside) {
      wrong.push({ at, length: 1, right: WIDE[sign] });
    }
  }
  return wrong;
}

const FULL_WIDTH_LETTER = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000、。]/g;

/** Full-width letters, figures, marks and spaces among Vietnamese. Marks inside a stretch of Chinese are its own. */
function wideAmongLatin({ text }: Reading): Wrong[] {
  return [...text.matchAll(FULL_WIDTH)].flatMap((match): Wrong[] => {
    const sign = match[0];
    const letter = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/.test(sign);
    const [before, after] = [neighbour(text, match.index, -1), neighbour(text, match.index, 1)];
    const chinese =
      sign === "（" ? HAN_ONLY.test(before) : sign === "）" ? HAN_ONLY.test(after) : HAN_ONLY.test(before) || (sign !== "。" && HAN_ONLY.test(after));
    if (!letter && chinese) return [];
    const right = sign === "、" ? "," : sign === "。" ? "." : sign.normalize("NFKC");
    const tight = /[,.;:!?)]/.test(right) && /[\p{L}\p{N}]/u.test(text[match.index + 1] ?? "");
    return [{ at: match.index, length: 1, right: tight ? `${right} ` : right === "(" && /[\p{L}\p{N}]/u.test(text[match.index - 1] ?? "") ? " (" : right }];
  });
}

const wideLetters = ({ text }: Reading): Wrong[] =>
  [...text.matchAll(FULL_WIDTH_LETTER)].map((match) => ({ at: match.index, length: 1, right: match[0].normalize("NFKC") }));

const WRONG: Record<Lang, (reading: Reading) => Wrong[]> = {
  vi: wideAmongLatin,
  zh: (reading) => [...narrowAmongHan(reading), ...wideLetters(reading)],
};

export const checkWidths: TextCheck = (reading) => {
  const { lang, text } = reading;
  const wrong = WRONG[lang](reading).sort((a, b) => a.at - b.at);
  const [first] = wrong;
  if (!first) return [];
  let fix = "";
  let end = 0;
  for (const { at, length, right } of wrong) {
    fix += text.slice(end, at) + right;
    end = at + length;
    // A wide mark brings its own air.
    if (lang === "zh" && /[，：；？！。）]/u.test(right)) while (text[end] === " ") end += 1;
    if (lang === "zh" && right === "（") fix = fix.replace(/ +（$/u, "（");
  }
  const details = { found: listed(wrong.map(({ at, length }) => text.slice(at, at + length))), expected: listed(wrong.map(({ right }) => right.trim())) };
  return [
    issue("widths", lang, { reason: "found", severity: "warning", at: { from: first.at, to: first.at + first.length }, details, fix: fix + text.slice(end) }),
  ];
};
