/** Reading numbers written in Chinese characters, alone or as magnitudes after digits (GB/T 15835-2011 has both). */

const DIGITS = new Map([..."零〇一二两三四五六七八九"].map((digit, at) => [digit, [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][at] ?? 0]));
const SMALL = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const LARGE = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

export const HAN_NUMERALS = "零〇一二两三四五六七八九十百千万亿";

/** 1500万: the factor that magnitudes after digits stand for. */
export const magnitudeOf = (signs: string): number => [...signs].reduce((factor, sign) => factor * (SMALL.get(sign) ?? LARGE.get(sign) ?? 1), 1);

const YEAR = /^(?:一[八九]|二[零〇一])[零〇一二三四五六七八九]{2}$/u;

/**
 * The number that a run of numerals says; null where it is none ("三三两两", "千万"). A year is read digit by digit: 二〇二六.
 */
export function hanNumber(run: string): number | null {
  const signs = [...run];
  if (signs.every((sign) => DIGITS.has(sign))) return signs.length === 1 || YEAR.test(run) ? Number(signs.map((sign) => DIGITS.get(sign)).join("")) : null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const [at, sign] of signs.entries()) {
    const value = DIGITS.get(sign);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    const small = SMALL.get(sign);
    if (small !== undefined) {
      if (digit === null && !(small === 10 && (at === 0 || section > 0 || total > 0))) return null;
      section += (digit ?? 1) * small;
    } else {
      if (digit === null && section === 0) return null;
      total = (total + section + (digit ?? 0)) * (LARGE.get(sign) ?? 1);
      section = 0;
    }
    digit = null;
  }
  // 一百二: the last digit counts the next lower place.
  return total + section + (digit ?? 0);
}
