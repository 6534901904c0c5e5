import { RemixI18Next } from "remix-i18next/server";
import { DEFAULT_LANG, LANGS, LANGUAGES, type Lang, languageOfSegment } from "../core/language/languages.ts";
import { options } from "./options.ts";

/** The path decides; where it names no language, the browser's wish does. */
const detector = new RemixI18Next({
  detection: {
    // every spelling a browser may send, so that zh-TW or zh-CN is understood as Chinese
    supportedLanguages: [...LANGS, ...LANGUAGES.flatMap((language) => [language.tag, ...language.spellings])],
    fallbackLanguage: DEFAULT_LANG,
    order: ["custom", "header"],
    findLocale: async (request) => languageOfSegment(new URL(request.url).pathname.split("/")[1] ?? "")?.lang ?? null,
  },
  i18next: options,
});

/** The language to answer a request in: its path's, else the likeliest by Accept-Language, else the default. */
export async function preferredLang(request: Request): Promise<Lang> {
  return languageOfSegment(await detector.getLocale(request))?.lang ?? DEFAULT_LANG;
}
