import { type Lang, language } from "../language/languages.ts";

/**
 * Whether a text's change asks nothing of its translation: only spacing or punctuation changed, and no figure, date, time, phone, unit,
 * currency, address or negation was touched. In doubt it says no: then a translator looks, which costs a moment; the other error costs a
 * visitor's day.
 * @param lang the language of both texts
 */
export function isTrivialChange(before: string, after: string, lang: Lang): boolean {
  if (verbatim(before) !== verbatim(after)) return false;
  const [old, now] = [opened(before), opened(after)];
  if (old.content.join("") !== now.content.join("")) return false;
  return old.gaps.every((gap, at) => gap === now.gaps[at] || isTrivialGap(old, now, at, lang));
}

/** Spacing and punctuation; `%`, `/`, `+`, `=`, currency signs, `*` and brackets of markup say something and are content. */
const SOFT = /[\s.,;:!…·"'“”‘’«»()–—\-。，、；：！（）《》〈〉「」『』]/u;
const END_MARKS = /^[.,;:!…。，；：！]*$/u;

/**
 * What stands in a text for itself, whatever surrounds it: links, addresses, references, tags, and figures joined by marks (07:00, 17/11,
 * 1.240.000, 5115/CTr-BTTTT).
 */
const VERBATIM =
  /\{\{[^{}]*\}\}|<\/?\d+>|\$t\([^()]*\)|\]\([^()\s]*\)|https?:[!-'*-~]+|[\w.+-]+@[\w.-]+|(?:[+\-−(]\s?)?[\p{Script=Latin}\p{N}]*\p{N}[\p{Script=Latin}\p{N}]*(?:[/.,:\-–−][\p{Script=Latin}\p{N}]+)*/gu;

const verbatim = (text: string): string => (text.match(VERBATIM) ?? []).join("\n");

/** A text as its content, character by character, and the soft stretches around each: one more than characters. */
interface Opened {
  content: string[];
  gaps: string[];
}

function opened(text: string): Opened {
  const content: string[] = [];
  const gaps = [""];
  for (const character of text) {
    if (SOFT.test(character)) gaps[gaps.length - 1] += character;
    else {
      content.push(character);
      gaps.push("");
    }
  }
  return { content, gaps };
}

function isTrivialGap(old: Opened, now: Opened, at: number, lang: Lang): boolean {
  const [before, after] = [old.gaps[at] ?? "", now.gaps[at] ?? ""];
  const [left, right] = [old.content[at - 1], old.content[at]];
  const spacesOnly = !before.trim() && !after.trim();
  if (spacesOnly && before && after) return true;
  // The mark that ends the text divides nothing from anything.
  if (right === undefined) return END_MARKS.test(before.trim()) && END_MARKS.test(after.trim());
  if (spacesOnly) return left === undefined || joinsNothing(left, right, lang);
  if ((left !== undefined && !isLetter(left)) || !isLetter(right)) return false;
  // Where words are set apart by spaces, a mark that comes or goes without one joins or parts words.
  if (left !== undefined && !language(lang).unspaced && (!before || !after)) return false;
  return ![old, now].some((one) => FIGURES[lang](wordsOf(one, 0, at), wordsOf(one, at, one.content.length)) || NEGATIONS[lang].test(sentenceAround(one, at)));
}

/** Whether a space between two characters may come or go. Between letters that are set apart by spaces it makes other words. */
function joinsNothing(left: string, right: string, lang: Lang): boolean {
  if (!language(lang).unspaced) return false;
  return isHan(left) || isHan(right);
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);
const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);

/** A stretch of content with a space wherever something soft stands. */
const wordsOf = ({ content, gaps }: Opened, from: number, to: number): string =>
  content.slice(from, to).reduce((text, character, index) => `${text}${gaps[from + index] && index ? " " : ""}${character}`, "");

/** From the end of the sentence before a gap to that of the sentence after it. */
function sentenceAround(one: Opened, at: number): string {
  const { content, gaps } = one;
  const ends = (place: number) => /[.!…。！\n]/u.test(gaps[place] ?? "");
  let from = at - 1;
  while (from > 0 && !ends(from)) from -= 1;
  let to = at + 1;
  while (to < content.length && !ends(to)) to += 1;
  return wordsOf(one, Math.max(0, from), to);
}

const anyOf = (words: string): string => `(?:${words.split(" ").join("|")})`;
const whole = (words: string): string => `(?<![\\p{L}\\p{M}])${anyOf(words)}(?![\\p{L}\\p{M}])`;

/** What turns a sentence round, sets a limit or takes something out of it: a comma decides how far it reaches. */
const NEGATIONS: Record<Lang, RegExp> = {
  vi: new RegExp(whole("không chưa chẳng chả đừng cấm trừ ngoài miễn chỉ hoặc nếu thiểu quá dưới trên"), "iu"),
  zh: new RegExp(anyOf("不 没 無 无 未 非 禁 勿 莫 别 除 免 仅 只 或 若 如果 以上 以下 以内 以外 超过"), "u"),
};

const VI_NUMERALS = "một hai ba bốn tư năm lăm sáu bảy tám chín mười mươi trăm nghìn ngàn triệu tỷ rưỡi nửa \\p{N}[^ ]*";
const VI_UNITS = "kg g km m cm lít ml đồng nghìn triệu tỷ tệ usd vnd cny giờ phút ngày tháng năm tuổi lần người";
/** Chinese writes figures as characters too; some of them are everyday words, and count all the same. */
const ZH_NUMERALS = "[\\p{N}〇零一二两三四五六七八九十百千万亿半几]";
const ZH_UNITS = "公斤 千克 克 公里 千米 米 厘米 升 毫升 盾 越南盾 元 美元 人民币 时 小时 点 分 分钟 日 号 天 月 个月 年 岁 次 人";

const VI_BEFORE = new RegExp(`(?:^| )(?:${anyOf(VI_NUMERALS)}|${anyOf(VI_NUMERALS)}(?: ${anyOf(VI_UNITS)})+)$`, "iu");
const VI_AFTER = new RegExp(`^${anyOf(VI_NUMERALS)}(?: |$)`, "iu");
const ZH_BEFORE = new RegExp(`${ZH_NUMERALS}${anyOf(ZH_UNITS)}?$`, "u");
const ZH_AFTER = new RegExp(`^${ZH_NUMERALS}`, "u");

/** Whether a figure, with its unit, stands directly before or after the gap. */
const FIGURES: Record<Lang, (before: string, after: string) => boolean> = {
  vi: (before, after) => VI_BEFORE.test(before) || VI_AFTER.test(after),
  zh: (before, after) => ZH_BEFORE.test(before) || ZH_AFTER.test(after),
};
