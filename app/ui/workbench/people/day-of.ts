import { type Lang, language } from "../../../core/language/languages.ts";
import { formatDay } from "../../../i18n/format.ts";

/** The day of an instant, by the clock that the language's readers carry. */
export const dayOf = (at: Date, lang: Lang): string => formatDay(new Intl.DateTimeFormat("en-CA", { timeZone: language(lang).zone }).format(at), lang);
