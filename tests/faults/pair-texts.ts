import type { ArticleTree } from "../../app/core/articles/tree.ts";
import { type ByLang, byLang, LANGS, type Lang } from "../../app/core/language/languages.ts";

/** What the publisher writes: each text says the number of its round in either language, so that a mixture of two rounds shows. */
export const TREE: ArticleTree = [
  { id: "p1", kind: "paragraph" },
  { id: "w", kind: "callout", tone: "warning" },
];

const TEXTS: Record<string, ByLang<(n: number) => string>> = {
  title: { vi: (n) => `Thông báo số ${n}`, zh: (n) => `第${n}号通知` },
  summary: { vi: (n) => `Tóm tắt của thông báo số ${n}.`, zh: (n) => `第${n}号通知的摘要。` },
  p1: { vi: (n) => `Từ hôm nay thông báo số ${n} có hiệu lực.`, zh: (n) => `第${n}号通知自今日起生效。` },
  w: { vi: (n) => `Thông báo số ${n} thay thế mọi thông báo trước.`, zh: (n) => `第${n}号通知取代此前所有通知。` },
};

export const UNITS = Object.keys(TEXTS);

export const textOf = (unit: string, lang: Lang, n: number): string => TEXTS[unit]?.[lang](n) ?? "";

export const textsOf = (n: number): ByLang<Record<string, string>> => byLang((lang) => Object.fromEntries(UNITS.map((unit) => [unit, textOf(unit, lang, n)])));

/** The one number that all texts say; null: they are of several rounds, or one is missing. */
export function numberOf(texts: ByLang<Record<string, string>>): number | null {
  const said = new Set(LANGS.flatMap((lang) => UNITS.map((unit) => /\d+/.exec(texts[lang]?.[unit] ?? "")?.[0])));
  const [only] = said;
  return said.size === 1 && only ? Number(only) : null;
}

/** Numbers of articles are apart, so that a search for one finds one. */
export const firstNumber = (article: number): number => (article + 1) * 100_000;
