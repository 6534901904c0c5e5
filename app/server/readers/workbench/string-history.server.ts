import { AppError } from "../../../core/errors.ts";
import { hashOf } from "../../../core/hash.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import { published } from "../../../core/strings/catalogue.ts";
import { difference } from "../../../core/translation/difference.ts";
import type { StringHistoryView } from "../../../core/workflow/publishing-views.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import { overrideOf, stringEditionOf } from "../../db/tx/strings.server.ts";
import type { Reading } from "../reading.server.ts";
import { readNames } from "./desk-around.server.ts";

/**
 * Every pair of an interface string that readers ever saw.
 * @throws AppError `not_found`
 */
export async function readStringHistory({ db }: Reading, namespace: string, key: string): Promise<StringHistoryView> {
  const catalogue = Object.hasOwn(BASE_STRINGS, namespace) ? (BASE_STRINGS[namespace] ?? {}) : {};
  const base = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (!base) throw new AppError("not_found");
  return db.snapshot(async (tx) => {
    const overrides = (await tx.publishedString.findMany({ where: { namespace, key } })).map(overrideOf);
    const shown = published({ [key]: base }, overrides)[key] as ByLang<string>;
    const kept = (await tx.stringEdition.findMany({ where: { namespace, key, number: { gt: 0 } }, orderBy: { number: "asc" } })).map(stringEditionOf);
    const names = await readNames(tx, [...new Set(kept.flatMap(({ publishedBy }) => publishedBy ?? []))]);
    const brought = { number: 0, texts: null as ByLang<string> | null, publishedAt: null, publishedBy: null };
    const editions = [brought, ...kept].map(({ number, texts, publishedAt, publishedBy }, index, all) => {
      const pair = texts ?? base;
      const before = index === 0 ? pair : (all[index - 1]?.texts ?? base);
      return {
        number,
        publishedAt,
        by: names.get(publishedBy ?? "") ?? null,
        texts: number === 0 ? base : texts,
        stretches: byLang((lang) => difference(before[lang], pair[lang], lang)),
        now: hashOf(pair) === hashOf(shown),
      };
    });
    return { namespace, key, editions: editions.reverse() };
  });
}
