import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGS, type Lang, language } from "../../../core/language/languages.ts";

/** The same words in every language, one beside the other as equals. */
export function Both({ words }: { words: (t: TFunction<"device">, lang: Lang) => ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <>
      {LANGS.map((lang) => (
        <span key={lang} lang={language(lang).tag} className="both">
          {words(i18n.getFixedT(lang, "device"), lang)}
        </span>
      ))}
    </>
  );
}
