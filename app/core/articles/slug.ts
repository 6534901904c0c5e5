import { LANGS, type Lang } from "../language/languages.ts";
import { romanised } from "../language/romanisation.ts";
import { fold } from "../search/normalise.ts";
import { plainText } from "./inline.ts";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Words that mean something else where a slug stands: pages of the workbench and the languages' own segments. */
const TAKEN: ReadonlySet<string> = new Set(["new", ...LANGS]);

/** Whether it may name an article in addresses. */
export const isSlug = (slug: string): boolean => slug.length <= 100 && SLUG.test(slug) && !TAKEN.has(slug);

/** The slug a title proposes: folded Vietnamese, or pinyin without tones. "" where the title holds no letters. */
export function slugOf(title: string, lang: Lang): string {
  const words = plainText(title, () => "");
  const latin = fold(romanised(words, lang)?.text ?? words);
  const parts = latin.match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const part of parts) {
    if (slug && slug.length + 1 + part.length > LONGEST) break;
    slug = slug ? `${slug}-${part}` : part.slice(0, LONGEST);
  }
  return TAKEN.has(slug) ? `${slug}-1` : slug;
}

/** The first of `slug`, `slug-2`, `slug-3`… that is free. */
export function freeSlug(slug: string, taken: (slug: string) => boolean): string {
  for (let number = 2, free = slug; ; number += 1) {
    if (!taken(free)) return free;
    free = `${slug}-${number}`;
  }
}
