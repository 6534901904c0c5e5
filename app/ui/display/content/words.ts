import { createInstance, type i18n, type TFunction } from "i18next";
import { type ByLang, LANGS, type Lang } from "../../../core/language/languages.ts";
import { options } from "../../../i18n/options.ts";

/** The interface strings a display shows, every language at once: `{ vi: { common: …, kiosk: … }, zh: … }`. Never changed, only replaced. */
export type Words = ByLang<Record<string, object>>;

/** What every bundle must hold for the kiosk to be readable. */
const NEEDED = ["common", "pages", "asking", "kiosk"] as const;

/** Reads a bundle that came over the wire; null unless every language has every namespace. */
export function readWords(value: unknown): Words | null {
  const bundle = value as Partial<ByLang<Record<string, unknown>>> | null;
  const whole = LANGS.every((lang) => NEEDED.every((namespace) => Object.keys((bundle?.[lang]?.[namespace] as object) ?? {}).length > 0));
  return whole ? (value as Words) : null;
}

/** An i18next instance over these very words: swapping words and content together means taking another instance. */
export function instanceOf(words: Words, lang: Lang): i18n {
  const instance = createInstance();
  void instance.init({ ...options, lng: lang, resources: words });
  return instance;
}

/** The translators of one language: the kiosk's own words, and those that it shares with the visitors' pages. */
export interface Speech {
  lang: Lang;
  t: TFunction<"kiosk">;
  common: TFunction<"common">;
  pages: TFunction<"pages">;
  asking: TFunction<"asking">;
}

export const speechOf = (instance: i18n, lang: Lang): Speech => ({
  lang,
  t: instance.getFixedT(lang, "kiosk"),
  common: instance.getFixedT(lang, "common"),
  pages: instance.getFixedT(lang, "pages"),
  asking: instance.getFixedT(lang, "asking"),
});
