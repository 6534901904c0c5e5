import { useTranslation } from "react-i18next";
import { DEFAULT_LANG, isLang, type Lang } from "../../core/language/languages.ts";

/** The language of the page: that of the i18next instance it is rendered with. */
export function useLang(): Lang {
  const { language } = useTranslation("common").i18n;
  return isLang(language) ? language : DEFAULT_LANG;
}
