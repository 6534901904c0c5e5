import uses from "virtual:string-uses";
import type { Lang } from "../../../core/language/languages.ts";
import type { Member } from "../../../core/people/roles.ts";
import { atWork, standing } from "../../../core/strings/catalogue.ts";
import { type DeskFilter, filtered } from "../../../core/translation/queue.ts";
import { ofStrings } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { stringUnits } from "../../../core/workflow/units.ts";
import { NAMESPACES, type Namespace } from "../../../i18n/options.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { overrideOf } from "../../db/tx/strings.server.ts";
import type { Reading } from "../reading.server.ts";
import { readComments } from "./desk-around.server.ts";
import { readDeskUnits, readWords } from "./desk-units.server.ts";

/** So many are shown; whoever wants fewer narrows. */
const MOST_SHOWN = 100;

export interface AllStringsAsked {
  filter: DeskFilter;
  /** Only what this page shows; null: whichever. */
  page: string | null;
}

export interface AllStringsView {
  /** What a filter may ask for: the pages that show strings, by name. */
  pages: { page: string; name: string }[];
  namespaces: { namespace: Namespace; count: number }[];
  /** Null: nothing was asked for. */
  found: { total: number; groups: { namespace: Namespace; units: Pick<DeskUnit, "unit" | "state" | "words" | "sourceLang">[] }[] } | null;
}

/** The strings of every namespace that a filter lets through, and the namespaces themselves. */
export async function readAllStrings({ db, strings }: Reading, member: Member, { filter, page }: AllStringsAsked, lang: Lang): Promise<AllStringsView> {
  const counts = NAMESPACES.map((namespace) => ({ namespace, count: Object.keys(BASE_STRINGS[namespace] ?? {}).length }));
  const around = { pages: pagesIn(strings.instance(lang).getResourceBundle(lang, "notes")?.pages ?? {}, lang), namespaces: counts };
  if (page === null && filter.show === "all" && !filter.text) return { ...around, found: null };
  return db.snapshot(async (tx) => {
    let total = 0;
    const groups: NonNullable<AllStringsView["found"]>["groups"] = [];
    for (const namespace of NAMESPACES) {
      const units = await readNamespace(tx, member, namespace, { filter, page });
      const left = MOST_SHOWN - groups.reduce((sum, group) => sum + group.units.length, 0);
      total += units.length;
      const shown = units.slice(0, left).map(({ unit, state, words, sourceLang }) => ({ unit, state, words, sourceLang }));
      if (shown.length) groups.push({ namespace, units: shown });
    }
    return { ...around, found: { total, groups } };
  });
}

/** Words are looked at first and for little: what a string's state follows from is read of those that may be shown. */
async function readNamespace(tx: ReadTx, member: Member, namespace: Namespace, { filter, page }: AllStringsAsked): Promise<DeskUnit[]> {
  const owner = ofStrings(namespace);
  const base = BASE_STRINGS[namespace] ?? {};
  const overrides = (await tx.publishedString.findMany({ where: { namespace } })).map(overrideOf);
  const { wordings, judged } = await readWords(tx, owner);
  const commented = new Set((await readComments(tx, { owner })).flatMap(({ unit, resolved }) => (resolved ? [] : [unit])));
  const overrideOfKey = new Map(overrides.map((override) => [override.key, override]));
  const saved = Map.groupBy(wordings, ({ unit }) => unit);
  const wanted = filter.text.toLowerCase();
  const mayMatter = ([key, texts]: [string, (typeof base)[string]]): boolean => {
    if (page !== null && !uses[namespace]?.[key]?.includes(page)) return false;
    // What nobody touched is what the program brings along: it waits for nobody.
    const untouched = !saved.has(key) && !overrideOfKey.has(key) && Object.values(texts).every((text) => text.trim());
    if (filter.show !== "all" && untouched && !commented.has(key)) return false;
    const words = atWork(owner, key, standing(texts, overrideOfKey.get(key)), saved.get(key) ?? []);
    return !wanted || key.toLowerCase().includes(wanted) || Object.values(words).some(({ text }) => text.toLowerCase().includes(wanted));
  };
  const candidates = Object.fromEntries(Object.entries(base).filter(mayMatter));
  if (Object.keys(candidates).length === 0) return [];
  const units = stringUnits(owner, candidates, overrides, wordings, judged);
  const seen = await readDeskUnits(tx, { owner, units, member, place: {}, readersSee: () => null, baseOf: ({ unit }) => base[unit] ?? null });
  return filtered(seen, filter, commented);
}

/** Pages that show no string of their own are not offered. */
function pagesIn(names: Record<string, string>, lang: Lang): AllStringsView["pages"] {
  const showing = new Set(Object.values(uses).flatMap((keys) => Object.values(keys).flat()));
  return Object.entries(names)
    .flatMap(([page, name]) => (showing.has(page) ? [{ page, name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}
