import { type ByLang, byLang, LANGS, type Lang } from "../language/languages.ts";
import { sourceHashOf } from "../translation/wording.ts";
import type { Unit } from "../workflow/units.ts";
import { baseHash, type Catalogue, STRINGS_SOURCE } from "./catalogue.ts";
import type { LocaleFiles } from "./check-files.ts";

/** A text that goes from one side to the other. */
export interface Carried {
  namespace: string;
  key: string;
  lang: Lang;
  before: string;
  after: string;
}

/** What stands in the way: somebody wrote something else there. */
export interface InTheWay extends Carried {
  /** What is there, and neither side knows. */
  there: string;
}

/** What carrying would do, and why it would not be right to do it. */
export interface Plan<One extends Carried = Carried> {
  carried: One[];
  inTheWay: InTheWay[];
  /** Keys that one side has and the other has not. */
  unknown: { namespace: string; key: string; lang: Lang | null }[];
}

/**
 * From the portal into the files: pairs that members put in the program's place. A file that says something else than the program was
 * built with is not written over unless `over`: somebody is at work on it.
 */
export function planPull(
  base: Record<string, Catalogue>,
  pairs: readonly { namespace: string; key: string; texts: ByLang<string> }[],
  files: LocaleFiles,
  over: boolean,
): Plan {
  const plan: Plan = { carried: [], inTheWay: [], unknown: [] };
  for (const { namespace, key, texts } of pairs) {
    for (const lang of LANGS) {
      const there = files.get(namespace)?.[lang]?.entries.get(key)?.text;
      const brought = base[namespace]?.[key]?.[lang];
      if (there === undefined || brought === undefined) plan.unknown.push({ namespace, key, lang });
      else if (there !== texts[lang]) {
        const one = { namespace, key, lang, before: there, after: texts[lang] };
        if (there !== brought && !over) plan.inTheWay.push({ ...one, there });
        else plan.carried.push(one);
      }
    }
  }
  return plan;
}

/** A text that becomes a working version. */
export interface Pushed extends Carried {
  /** Of what stands at work before it. */
  revision: number;
  sourceHash: string | null;
}

/**
 * From the files into the portal: the texts of one namespace that differ from those that the program was built with, as working
 * versions. Somebody's own words at work are not laid aside unless `over`. Keys that either side lacks: a new build brings them.
 * @param shown what readers see of a key
 */
export function planPush(
  namespace: string,
  base: Catalogue,
  units: readonly Pick<Unit, "unit" | "wordings">[],
  shown: (key: string) => ByLang<string>,
  files: ByLang<ReadonlyMap<string, string>>,
  over: boolean,
): Plan<Pushed> {
  const plan: Plan<Pushed> = { carried: [], inTheWay: [], unknown: [] };
  for (const lang of LANGS) {
    for (const key of files[lang].keys()) if (!Object.hasOwn(base, key)) plan.unknown.push({ namespace, key, lang });
    for (const [key, texts] of Object.entries(base)) if (texts[lang] && !files[lang].has(key)) plan.unknown.push({ namespace, key, lang: null });
  }
  for (const { unit: key, wordings } of units) {
    const brought = base[key] as ByLang<string>;
    const written = byLang((lang) => files[lang].get(key) ?? brought[lang]);
    for (const lang of LANGS) {
      const wording = wordings[lang];
      const after = written[lang];
      const before = wording?.text ?? "";
      const sourceHash = lang === STRINGS_SOURCE ? null : sourceHashOf(written[STRINGS_SOURCE], baseHash(brought));
      if (after === brought[lang] || (after === before && (wording?.sourceHash ?? null) === sourceHash)) continue;
      const one = { namespace, key, lang, before, after, revision: wording?.revision ?? 0, sourceHash };
      const isOwn = one.revision > 0 && before !== shown(key)[lang] && before !== after;
      if (isOwn && !over) plan.inTheWay.push({ namespace, key, lang, before, after, there: before });
      else plan.carried.push(one);
    }
  }
  return plan;
}
