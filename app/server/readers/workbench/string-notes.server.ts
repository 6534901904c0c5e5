import uses from "virtual:string-uses";
import type { Lang } from "../../../core/language/languages.ts";
import type { StringNote } from "../../../core/strings/note.ts";
import { placeholdersOf } from "../../../core/translation/wording.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import type { Reading } from "../reading.server.ts";

/** So many pages are named; of more, how many. */
const MOST_NAMED = 6;

/** What stands around every page of an audience: who is on it is on all of them. */
const FRAMES = ["root", "visitor-layout", "workbench-layout"];

/** What a translator has to know of each string of a namespace, in the translator's language. Nothing is known of most. */
export function readStringNotes({ strings }: Reading, namespace: string, lang: Lang): Record<string, StringNote> {
  const i18n = strings.instance(lang);
  const t = i18n.getFixedT(lang, "notes") as (key: string, values?: Record<string, unknown>) => string;
  const said = (key: string): string | null => (i18n.exists(key, { ns: "notes", lng: lang }) ? t(key) : null);

  const placesOf = (key: string): string[] => {
    const pages = uses[namespace]?.[key] ?? [];
    const frames = FRAMES.filter((frame) => pages.includes(frame));
    const audiences = frames.map((frame) => frame.replace(/layout$/, ""));
    const named = [...frames, ...pages.filter((page) => !frames.includes(page) && !audiences.some((audience) => page.startsWith(audience)))].flatMap(
      (page) => said(`pages.${page}`) ?? [],
    );
    return named.length > MOST_NAMED + 1 ? [...named.slice(0, MOST_NAMED), t("more", { more: named.length - MOST_NAMED })] : named;
  };
  return Object.fromEntries(
    Object.entries(BASE_STRINGS[namespace] ?? {}).map(([key, texts]) => {
      const placeholders = [...new Set(Object.values(texts).flatMap(placeholdersOf))].map((written) => ({
        written,
        words: said(`placeholders.${written.replaceAll(/\W/g, "")}`),
      }));
      return [key, { places: placesOf(key), comment: said(`about.${namespace}.${key}`), placeholders }];
    }),
  );
}
