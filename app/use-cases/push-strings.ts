import { AppError } from "../core/errors.ts";
import { type ByLang, byLang, LANGS, type Lang } from "../core/language/languages.ts";
import { published } from "../core/strings/catalogue.ts";
import { cleanString } from "../core/strings/clean-string.ts";
import { type Plan, type Pushed, planPush } from "../core/strings/exchange.ts";
import { ofStrings, textHash, type Wording } from "../core/translation/wording.ts";
import { allowAt } from "./allow.ts";
import { loadStrings } from "./load-units.ts";
import type { Actor, KeptEdit, Ports, Tx } from "./ports.ts";

type PushPorts = Pick<Ports, "write" | "now" | "newId" | "baseStrings">;

export interface PushStrings {
  /** Texts by flat key, as the files say them, of each namespace. */
  files: ReadonlyMap<string, ByLang<ReadonlyMap<string, string>>>;
  /** Also over what somebody has at work. */
  over: boolean;
  /** Says what it would do, and does nothing. */
  dryRun: boolean;
}

/**
 * Brings texts of the files that differ from the program's own to work: for review, never to readers. All of them or none. What was at
 * work before stays in the history.
 * @param actor whose work it is; null: nobody's who has an account
 * @returns what it did, or would do; with anything in the way, or a key that one side lacks, nothing is done
 * @throws AppError not_allowed, bad_text, too_large, clash
 */
export async function pushStrings(ports: PushPorts, actor: Actor | null, { files, over, dryRun }: PushStrings): Promise<{ plan: Plan<Pushed>; done: boolean }> {
  return ports.write(async (tx) => {
    const plan: Plan<Pushed> = { carried: [], inTheWay: [], unknown: [] };
    for (const [namespace, written] of files) {
      const brought = ports.baseStrings()[namespace] ?? {};
      // The program's own text is no change, however it is spaced.
      const clean = (lang: Lang, key: string, text: string): string => {
        const own = brought[key]?.[lang] ?? "";
        return text === own ? text : cleanString(text, own);
      };
      const texts = byLang((lang) => new Map([...written[lang]].map(([key, text]) => [key, clean(lang, key, text)])));
      const part = await planNamespace(ports, tx, namespace, texts, over);
      plan.carried.push(...part.carried);
      plan.inTheWay.push(...part.inTheWay);
      plan.unknown.push(...part.unknown);
    }
    if (actor) for (const lang of new Set(plan.carried.map((one) => one.lang))) allowAt(actor, "words.edit", { lang });
    if (dryRun || plan.carried.length === 0 || plan.inTheWay.length > 0 || plan.unknown.length > 0) return { plan, done: false };
    for (const namespace of new Set(plan.carried.map((one) => one.namespace))) {
      await bringToWork(
        ports,
        tx,
        actor,
        namespace,
        plan.carried.filter((one) => one.namespace === namespace),
      );
    }
    return { plan, done: true };
  });
}

async function planNamespace(ports: PushPorts, tx: Tx, namespace: string, texts: ByLang<ReadonlyMap<string, string>>, over: boolean): Promise<Plan<Pushed>> {
  if (!Object.hasOwn(ports.baseStrings(), namespace)) {
    return { carried: [], inTheWay: [], unknown: LANGS.flatMap((lang) => [...texts[lang].keys()].map((key) => ({ namespace, key, lang }))) };
  }
  const { base, units } = await loadStrings(ports, tx, namespace);
  const seen = published(base, await tx.strings.published(namespace));
  return planPush(namespace, base, units, (key) => seen[key] as ByLang<string>, texts, over);
}

async function bringToWork(ports: PushPorts, tx: Tx, actor: Actor | null, namespace: string, pushed: readonly Pushed[]): Promise<void> {
  const [owner, at, by] = [ofStrings(namespace), ports.now(), actor?.id ?? null];
  const wordings = pushed.map(({ key, lang, after, revision, sourceHash }): Wording => {
    return { owner, unit: key, lang, text: after, sourceHash, revision: revision + 1, editedBy: by, editedAt: at };
  });
  await tx.wordings.insertAll(wordings.filter(({ revision }) => revision === 1));
  for (const wording of wordings.filter(({ revision }) => revision > 1)) if (!(await tx.wordings.put(wording))) throw new AppError("clash");
  await tx.edits.keep(
    wordings.map(({ unit, lang, text, sourceHash, revision }): KeptEdit => ({ id: ports.newId(), owner, unit, lang, text, sourceHash, revision, by, at })),
  );
  const base = ports.baseStrings()[namespace] ?? {};
  for (const key of new Set(pushed.map((one) => one.key))) await tx.strings.keepBase({ namespace, key, texts: base[key] as ByLang<string> }, at);
  const texts = pushed.map(({ key, lang, after }) => ({ key, lang, text: textHash(after) }));
  await tx.audit.note({ act: "strings.push", object: owner, by, at, after: { texts } });
}
