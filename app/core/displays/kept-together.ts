import { joined, type Piece } from "./line-breaks.ts";

/**
 * What reads badly when a line ends inside it, beside words: amounts with their units, dates, numbers written in groups, names of several syllables.
 * Longer and shorter stretches may overlap: where the longer one has no room, the shorter one still counts.
 */
const NUMBER = String.raw`\p{N}+(?:[.,:：/%–—-]\p{N}+)*%?`;
const UNITS_VI =
  "(?:nghìn|triệu|tỷ|đồng|USD|NDT|Nhân dân tệ|giờ|phút|giây|ngày|tuần|tháng|năm|tuổi|lần|người|khách|xe|chiếc|cái|điếu|lít|gam|kg|km|m|mét|tấn|bước|bản|tờ|trang|chữ số)(?![\\p{L}\\p{M}])";
const UNITS_ZH =
  "(?:越南盾|元人民币|人民币|美元|元|个小时|小时|分钟|秒|个月|个工作日|工作日|周岁|公里|千米|米|公斤|千克|吨|升|克|毫升|年|月|日|号|时|分|点|天|周|岁|次|人|名|位|辆|台|件|支|包|条|瓶|份|张|页|步|项|个|楼|层|万|亿|千|百)";
const KEPT: readonly RegExp[] = [
  new RegExp(`${NUMBER}(?: ${UNITS_VI}){1,3}`, "gu"),
  new RegExp(`${NUMBER} ?[千百万亿]{0,2} ?${UNITS_ZH}`, "gu"),
  /\p{N}+ ?年 ?\p{N}+ ?月(?: ?\p{N}+ ?日)?|\p{N}+ ?月 ?\p{N}+ ?日/gu,
  /(?:ngày \p{N}+ )?tháng \p{N}+(?: năm \p{N}+)?/giu,
  /(?<!\p{L})(?:ngày|tháng|năm|số|điều|khoản|bước|quầy|tầng|lúc) \p{N}+(?:[.,:/-]\p{N}+)*/giu,
  /\p{N}+(?: \p{N}+)+/gu,
  /\p{Lu}[\p{Ll}\p{M}]*(?: \p{Lu}[\p{Ll}\p{M}]*)+/gu,
];
/** Chinese words of one character that lean on what stands before them: particles, and what makes a card, a fee, a person or a place of a word. */
const LEANS = /^[的了着过吗呢吧们证费员者区厅局站处]$/u;

/** A stretch of a text, as indexes into it. */
type Stretch = readonly [from: number, to: number];

/** Knows the words of a text that is written without spaces; null in browsers that do not. Made once: its dictionary is large. */
const words = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

function wordsOf(text: string): Stretch[] {
  if (!words || !/\p{Script=Han}{2}/u.test(text)) return [];
  return [...words.segment(text)].map(({ segment, index }): Stretch => [LEANS.test(segment) ? index - 1 : index, index + segment.length]);
}

function placesOf(name: string, text: string): Stretch[] {
  const places: Stretch[] = [];
  if (name.length < 2) return places;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push([at, at + name.length]);
  return places;
}

/**
 * The pieces of a text with those joined that belong together: a Chinese word, an amount and its unit, a date, a name.
 * @param fits whether something may stay in one piece; what may not is left as it was
 * @param names of places, which no dictionary of words has
 */
export function keptTogether(pieces: readonly Piece[], fits: (text: string) => boolean, names: readonly string[]): Piece[] {
  const text = joined(pieces);
  const inside = new Set<number>();
  const found = KEPT.flatMap((kept) => [...text.matchAll(kept)].map(({ 0: match, index }): Stretch => [index, index + match.length]));
  const stretches = [...wordsOf(text), ...found, ...names.flatMap((name) => placesOf(name, text))];
  for (const [from, to] of stretches) {
    if (!fits(text.slice(from, to))) continue;
    for (let index = from + 1; index < to; index += 1) inside.add(index);
  }
  const kept: Piece[] = [];
  let begins = 0;
  for (const piece of pieces) {
    const last = kept.at(-1);
    const together = last && last.ends === null && inside.has(begins) && { ...piece, text: joined([last, piece]) };
    if (together && fits(together.text)) kept[kept.length - 1] = together;
    else kept.push(piece);
    begins += piece.text.length + (piece.spaced ? 1 : 0);
  }
  return kept;
}
