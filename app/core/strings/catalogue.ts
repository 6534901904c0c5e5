import { hashOf } from "../hash.ts";
import { type ByLang, byLang, DEFAULT_LANG, LANGS, type Lang } from "../language/languages.ts";
import { placeholdersOf, sourceHashOf, type Wording } from "../translation/wording.ts";

/** The strings of a namespace in every language, by flat key ("nav.search"). */
export type Catalogue = Record<string, ByLang<string>>;

/** The language in which interface strings are written first. */
export const STRINGS_SOURCE: Lang = DEFAULT_LANG;

export interface StringTree {
  [key: string]: string | StringTree;
}

/** i18next's nested JSON as flat keys. */
export function flatten(tree: StringTree, prefix = ""): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat[prefix + key] = value;
    else Object.assign(flat, flatten(value, `${prefix}${key}.`));
  }
  return flat;
}

/** The catalogue that `locales/` holds for a namespace; a key that a language lacks is "". */
export function catalogueOf(trees: ByLang<StringTree>): Catalogue {
  const flat = byLang((lang) => flatten(trees[lang]));
  const keys = new Set(LANGS.flatMap((lang) => Object.keys(flat[lang])));
  return Object.fromEntries([...keys].map((key) => [key, byLang((lang) => flat[lang][key] ?? "")]));
}

/** A published pair that lies over the base. */
export interface StringOverride {
  namespace: string;
  key: string;
  texts: ByLang<string>;
  /** Of the base texts it was written over. */
  baseHash: string;
}

/** A pair that readers saw from one publication to the next. */
export interface StringEdition {
  namespace: string;
  key: string;
  /** 1, 2, 3… within its key. */
  number: number;
  /** Null: back to the base. */
  texts: ByLang<string> | null;
  baseHash: string;
  publishedAt: Date;
  publishedBy: string | null;
}

export const baseHash = (base: ByLang<string>): string => hashOf(base);

/** Whether every language of a pair has just the placeholders that the program fills in its own text. */
export function takesSamePlaceholders(texts: ByLang<string>, base: ByLang<string>): boolean {
  const used = (text: string): string => [...new Set(placeholdersOf(text))].join(" ");
  return LANGS.every((lang) => used(texts[lang]) === used(base[lang]));
}

/**
 * What readers see of a catalogue: the published overrides of known keys laid over the base. One whose base changed under it stays,
 * unless the program now fills other placeholders than it has: that one waits, and the base is seen.
 */
export function published(base: Catalogue, overrides: readonly StringOverride[]): Catalogue {
  const catalogue = { ...base };
  for (const { key, texts } of overrides) {
    const brought = Object.hasOwn(base, key) ? base[key] : undefined;
    if (brought && takesSamePlaceholders(texts, brought)) catalogue[key] = texts;
  }
  return catalogue;
}

/** A pair that somebody put in the program's place, or the program's own: with the base that it lies over. */
export type Standing = Pick<StringOverride, "texts" | "baseHash">;

/** What stands for a string until somebody saves other words: its override, also one that waits, else the base. */
export const standing = (base: ByLang<string>, override: StringOverride | undefined): Standing => override ?? { texts: base, baseHash: baseHash(base) };

/**
 * The words at work of a string in each language: the row that somebody saved, else what stands, as revision 0. An untouched
 * translation counts as made from what stands of the source, over the base of that time.
 */
export function atWork(owner: Wording["owner"], key: string, { texts, baseHash: over }: Standing, saved: readonly Wording[]): ByLang<Wording> {
  return byLang((lang) => {
    const row = saved.find((wording) => wording.unit === key && wording.lang === lang);
    const sourceHash = lang === STRINGS_SOURCE ? null : sourceHashOf(texts[STRINGS_SOURCE], over);
    return row ?? { owner, unit: key, lang, text: texts[lang], sourceHash, revision: 0, editedBy: null, editedAt: new Date(0) };
  });
}

/** Flat keys back to i18next's tree. */
export function unflatten(flat: Record<string, string>): StringTree {
  const tree: StringTree = {};
  for (const [key, value] of Object.entries(flat)) {
    const path = key.split(".");
    let at = tree;
    for (const step of path.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as StringTree;
    }
    at[path.at(-1) as string] = value;
  }
  return tree;
}
