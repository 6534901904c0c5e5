import type { Lang } from "../../language/languages.ts";
import { issue, type PairCheck } from "./pair.ts";
import type { Reading } from "./reading.ts";

type Direction = "up" | "down";

/** Words before and after a number that say on which side of it something holds. The first that fits counts. */
const LIMITS: Record<Lang, { before: [Direction, RegExp][]; after: [Direction, RegExp][] }> = {
  vi: {
    before: [
      [
        "down",
        /(?:không(?: được)?(?: vượt)? quá|tối đa|nhiều nhất|không hơn|không vượt|dưới|chưa đến|chưa đủ|chưa đầy|ít hơn|nhỏ hơn|thấp hơn|không đủ)(?: là| đến)?\s*$/iu,
      ],
      ["up", /(?:(?<!không )(?<!không dưới )(?:trên|hơn|vượt quá|vượt|quá)|nhiều hơn|lớn hơn|cao hơn|ít nhất|tối thiểu|không dưới|không ít hơn)(?: là)?\s*$/iu],
    ],
    after: [
      ["up", /^[^,.;:()]{0,24}trở lên/iu],
      ["down", /^[^,.;:()]{0,24}trở xuống/iu],
    ],
  },
  zh: {
    before: [
      ["down", /(?:不(?:得)?超过|未超过|不多于|不高于|不大于|至多|最多|最长|最大|最高|少于|低于|小于|不足|不满|未满|不到)(?:为|是)?\s*$/u],
      ["up", /(?:(?<![不未得])(?:超过|多于|高于|大于)|逾|至少|最少|最低|不少于|不低于|不小于)(?:为|是)?\s*$/u],
    ],
    after: [
      ["up", /^[^，。；：（）]{0,6}?(?:以上|及以上|以外)/u],
      ["down", /^[^，。；：（）]{0,6}?(?:以下|及以下|以内|之内)/u],
    ],
  },
};

const NOT_LESS = /(?:không dưới|不少于|不低于|不小于)(?:为|是)?\s*$/iu;

interface Limit {
  /** A number, or a placeholder that stands for one. */
  of: string;
  direction: Direction;
  from: number;
  to: number;
  shown: string;
}

const PLACEHOLDER = /\{\{[^{}]*\}\}/g;

function limitsIn({ lang, text, words, numbers }: Reading): Limit[] {
  const places = [
    ...numbers.filter(({ sure }) => sure).map(({ from, to, value }) => ({ of: String(value), from, to })),
    ...[...text.matchAll(PLACEHOLDER)].map((match) => ({ of: match[0].replaceAll(" ", ""), from: match.index, to: match.index + match[0].length })),
  ];
  return places.flatMap(({ of, from, to }): Limit[] => {
    const before = words.slice(Math.max(0, from - 28), from);
    const after = words.slice(to, to + 34);
    const { before: heads, after: tails } = LIMITS[lang];
    const direction: Direction | undefined = NOT_LESS.test(before)
      ? "up"
      : (tails.find(([, pattern]) => pattern.test(after))?.[0] ?? heads.find(([, pattern]) => pattern.test(before))?.[0]);
    return direction ? [{ of, direction, from, to, shown: text.slice(Math.max(0, from - 10), to + 6).trim() }] : [];
  });
}

/** Words that forbid, and words that at least deny: a prohibition must not become a permission. */
const FORBIDS: Record<Lang, RegExp> = {
  vi: /(?<!\p{L})(?:cấm|nghiêm cấm|không được(?! (?:biết|rõ))|đừng|chớ|không nên|xin không|vui lòng không)(?!\p{L})/iu,
  zh: /禁止|严禁|不得|不可以|请勿|切勿|不准|不许|请不要|不要/u,
};
const DENIES: Record<Lang, RegExp> = {
  vi: /(?<!\p{L})(?:không|chưa|chẳng|đừng|cấm|chớ|ngoài|trừ|miễn|tránh|chỉ|thay vì|từ chối|hạn chế|mất|bỏ|để lại|lại)(?!\p{L})/iu,
  zh: /[不无無未没禁勿非别免莫避仅只拒除忌停失]/u,
};

/** Whether "over" became "under" beside the same number, and whether what is forbidden stayed so. */
export const checkLimits: PairCheck = ({ source, target }) => {
  const asked = limitsIn(source);
  const opposite = limitsIn(target).find(({ of, direction }) => {
    const same = asked.filter((limit) => limit.of === of);
    return same.length > 0 && same.every((limit) => limit.direction !== direction);
  });
  if (opposite) {
    const expected = asked.find(({ of }) => of === opposite.of)?.shown ?? "";
    return [issue("limits", target.lang, { reason: "opposite", at: opposite, details: { expected, found: opposite.shown } })];
  }
  const [from, to] = [source, target].map((reading) => FORBIDS[reading.lang].exec(reading.words)) as [RegExpExecArray | null, RegExpExecArray | null];
  if (from && !DENIES[target.lang].test(target.words))
    return [issue("limits", target.lang, { reason: "prohibition", severity: "warning", details: { expected: from[0] } })];
  if (to && !DENIES[source.lang].test(source.words))
    return [issue("limits", source.lang, { reason: "prohibition", severity: "warning", details: { expected: to[0] } })];
  return [];
};
