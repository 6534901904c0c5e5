import { setImmediate as turn } from "node:timers/promises";
import type { Article } from "../../../core/articles/article.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { STRINGS_SOURCE } from "../../../core/strings/catalogue.ts";
import { type Owner, ofArticle, ofStrings } from "../../../core/translation/wording.ts";
import { progressOf } from "../../../core/workflow/desk.ts";
import { editionToBe } from "../../../core/workflow/edition-to-be.ts";
import type { PairAtWork } from "../../../core/workflow/progress.ts";
import type { SignOff } from "../../../core/workflow/sign-off.ts";
import { articleState } from "../../../core/workflow/state.ts";
import { articleUnits, type Judged, stringUnits, type Unit } from "../../../core/workflow/units.ts";
import { NAMESPACES } from "../../../i18n/options.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import type { ReadTx } from "../../db/client.server.ts";
import type { Database } from "../../db/database.server.ts";
import { approvalOf } from "../../db/tx/approvals.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { editionOf } from "../../db/tx/editions.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { topicOf } from "../../db/tx/places.server.ts";
import { returnOf } from "../../db/tx/returns.server.ts";
import { signOffOf } from "../../db/tx/sign-offs.server.ts";
import { overrideOf } from "../../db/tx/strings.server.ts";
import { wordingOf } from "../../db/tx/wordings.server.ts";
import { titlesOf } from "./article-desk.server.ts";

/**
 * What this process has computed of pairs before, each under a print of all that it followed from: how often its words were saved, how
 * often it was judged, which edition is current. A write changes the print, in whichever process it was made, so nothing has to be told.
 */
export interface ProgressMemory {
  /**
   * Reads everything for the first time, a few pairs at a time, so that nobody else waits for it; whoever asks meanwhile waits for the
   * same, and later it costs nothing. `ended`: asked again and again, it may be given up.
   */
  prepare(db: Prepared, ended?: () => boolean): Promise<void>;
  /** Pairs at work, in no order. `owners` null: all. Those that don't exist are left out. */
  read(tx: ReadTx, owners: readonly string[] | null): Promise<PairAtWork[]>;
}

type Prepared = Pick<Database, "read" | "snapshot">;
type Computed = Pick<PairAtWork, "titles" | "state" | "progress" | "returned" | "unsigned">;
type Head = Omit<PairAtWork, keyof Computed>;

interface Asked {
  head: Head;
  /** Of the article itself; strings have neither. */
  withdrawn: boolean;
  scheduled: boolean;
  /** Keys of the agencies whose sign-off its topic asks for. */
  signOff: string[];
  print: string;
}

/** What a pair's state follows from. */
interface Loaded {
  units: Unit[];
  /** Null: strings. */
  article: Article | null;
  signOffs: SignOff[];
}

/** Articles are loaded whole by so many at once: a server that has just begun has to go through all of them. */
const AT_ONCE = 100;

export function progressMemory(): ProgressMemory {
  const known = new Map<string, { print: string; computed: Computed }>();
  let prepared: Promise<void> | null = null;
  const memory: ProgressMemory = {
    prepare(db, ended = () => false) {
      prepared ??= readInParts(db, memory, ended).catch((error) => {
        prepared = null;
        throw error;
      });
      return prepared;
    },
    async read(tx, owners) {
      const asked = [...(await askedArticles(tx, owners)), ...(await askedStrings(tx, owners))];
      const unknown = asked.filter(({ head, print }) => known.get(head.owner)?.print !== print);
      for (let from = 0; from < unknown.length; from += AT_ONCE) {
        const some = unknown.slice(from, from + AT_ONCE);
        const load = await loadAll(tx, some);
        const facts = await factsFor(tx, some);
        for (const one of some) known.set(one.head.owner, { print: one.print, computed: compute(one, load(one.head), facts) });
      }
      return asked.flatMap(({ head }) => {
        const found = known.get(head.owner);
        return found ? [{ ...head, ...found.computed }] : [];
      });
    },
  };
  return memory;
}

/** So many articles a part: some ten milliseconds. */
const IN_A_PART = 20;

/** Everything once, part by part, each in a snapshot of its own: between two of them others have their turn. */
async function readInParts(db: Prepared, memory: ProgressMemory, ended: () => boolean): Promise<void> {
  await db.snapshot((tx) => memory.read(tx, NAMESPACES.map(ofStrings)));
  const owners = (await db.read.article.findMany({ select: { id: true } })).map(({ id }) => ofArticle(id));
  for (let from = 0; from < owners.length && !ended(); from += IN_A_PART) {
    await db.snapshot((tx) => memory.read(tx, owners.slice(from, from + IN_A_PART)));
    await turn();
  }
}

function compute({ withdrawn, scheduled, signOff }: Asked, { units, article, signOffs }: Loaded, facts: Record<string, Fact>): Computed {
  const alone = articleState(units, withdrawn, { scheduled, unsigned: false });
  const waits = article !== null && signOff.length > 0 && (alone === "approved" || alone === "scheduled");
  const open = waits ? editionToBe({ article, units, facts, asked: signOff, signOffs }).open : [];
  const unsigned = open.flatMap((point) => (point.kind === "sign-off" ? [point.agency] : []));
  return {
    titles: titlesOf(units),
    state: unsigned.length ? articleState(units, withdrawn, { scheduled, unsigned: true }) : alone,
    progress: progressOf(units),
    returned: units.filter((unit) => unit.returned && !unit.published).length,
    unsigned,
  };
}

/** The facts, where a sign-off may be bound to their values. */
async function factsFor(tx: ReadTx, some: readonly Asked[]): Promise<Record<string, Fact>> {
  if (some.every(({ signOff }) => signOff.length === 0)) return {};
  return Object.fromEntries((await tx.fact.findMany()).map(factOf).map((fact) => [fact.key, fact]));
}

const EVERY = { _count: { _all: true } } as const;

/** Counts that only grow, by owner: what is saved adds a revision, what is judged adds a row. */
async function readPrints(tx: ReadTx, owners: readonly string[] | null): Promise<(owner: string) => string> {
  const where = owners ? { owner: { in: [...owners] } } : {};
  const words = await tx.wording.groupBy({ by: ["owner"], where, ...EVERY, _sum: { revision: true } });
  const approvals = await tx.approval.groupBy({ by: ["owner"], where, ...EVERY });
  const returns = await tx.return.groupBy({ by: ["owner"], where, ...EVERY });
  const [words_, approvals_, returns_] = [
    new Map(words.map(({ owner, _count, _sum }) => [owner, `${_count._all}.${_sum.revision}`])),
    new Map(approvals.map(({ owner, _count }) => [owner, _count._all])),
    new Map(returns.map(({ owner, _count }) => [owner, _count._all])),
  ];
  return (owner) => `${words_.get(owner) ?? 0} ${approvals_.get(owner) ?? 0} ${returns_.get(owner) ?? 0}`;
}

async function askedArticles(tx: ReadTx, owners: readonly string[] | null): Promise<Asked[]> {
  const ids = owners?.filter((owner) => owner.startsWith("article:")).map((owner) => owner.slice("article:".length)) ?? null;
  if (ids?.length === 0) return [];
  const select = { id: true, slug: true, sourceLang: true, revision: true, about: true, teamKey: true, withdrawnAt: true } as const;
  const rows = await tx.article.findMany({ where: ids ? { id: { in: ids } } : {}, select });
  const printOf = await readPrints(tx, owners);
  const editions = await tx.edition.findMany({ where: { currentOf: ids ? { in: ids } : { not: null } }, select: { articleId: true, number: true } });
  const numbers = new Map(editions.map(({ articleId, number }) => [articleId, number]));
  const schedules = await tx.schedule.findMany({ where: { failure: null, ...(ids && { articleId: { in: ids } }) }, select: { articleId: true } });
  const waiting = new Set(schedules.map(({ articleId }) => articleId));
  const signOffs = await readSignOffPrints(tx);
  return rows.map((row) => {
    const { id, slug, sourceLang, about, revision } = articleOf({ ...row, tree: [], createdAt: new Date(0), createdBy: null, withdrawal: null });
    const owner = ofArticle(id);
    const [withdrawn, scheduled] = [row.withdrawnAt !== null, waiting.has(id)];
    const { signOff, print } = signOffs(id, about.topic);
    return {
      head: { owner, kind: about.kind, name: slug, topic: about.topic, gates: about.gates, team: row.teamKey, sourceLang },
      withdrawn,
      scheduled,
      signOff,
      print: `${printOf(owner)} ${revision} ${sourceLang} ${numbers.get(id) ?? 0} ${withdrawn} ${scheduled} ${print}`,
    };
  });
}

/** Who is asked to sign off an article of a topic, and a print of what that consent stands on: what was given, and the facts' values. */
async function readSignOffPrints(tx: ReadTx): Promise<(articleId: string, topic: string) => { signOff: string[]; print: string }> {
  const asked = new Map((await tx.topic.findMany()).map(topicOf).flatMap(({ key, signOff = [] }) => (signOff.length ? [[key, signOff]] : [])));
  if (asked.size === 0) return () => ({ signOff: [], print: "" });
  const given = new Map((await tx.signOff.groupBy({ by: ["articleId"], ...EVERY })).map(({ articleId, _count }) => [articleId, _count._all]));
  const facts = await tx.fact.aggregate({ ...EVERY, _sum: { revision: true } });
  return (articleId, topic) => {
    const signOff = asked.get(topic) ?? [];
    return { signOff, print: signOff.length ? `${signOff} ${given.get(articleId) ?? 0} ${facts._count._all}.${facts._sum.revision}` : "" };
  };
}

async function askedStrings(tx: ReadTx, owners: readonly string[] | null): Promise<Asked[]> {
  const namespaces = NAMESPACES.filter((namespace) => owners === null || owners.includes(ofStrings(namespace)));
  if (namespaces.length === 0) return [];
  const printOf = await readPrints(tx, namespaces.map(ofStrings));
  const editions = await tx.stringEdition.groupBy({ by: ["namespace"], ...EVERY });
  const published = new Map(editions.map(({ namespace, _count }) => [namespace, _count._all]));
  return namespaces.map((namespace) => {
    const owner = ofStrings(namespace);
    const head: Head = { owner, kind: "strings", name: namespace, topic: "", gates: [], team: null, sourceLang: STRINGS_SOURCE };
    return { head, withdrawn: false, scheduled: false, signOff: [], print: `${printOf(owner)} ${published.get(namespace) ?? 0}` };
  });
}

/** Everything that the states of these pairs follow from, in a few statements. */
async function loadAll(tx: ReadTx, asked: readonly Asked[]): Promise<(head: Head) => Loaded> {
  const owners = asked.map(({ head }) => head.owner);
  const where = { owner: { in: owners } };
  const oldestFirst = [{ at: "asc" as const }, { id: "asc" as const }];
  const wordings = Map.groupBy((await tx.wording.findMany({ where })).map(wordingOf), ({ owner }) => owner);
  const approvals = Map.groupBy(await tx.approval.findMany({ where, orderBy: oldestFirst }), ({ owner }) => owner);
  const returns = Map.groupBy(await tx.return.findMany({ where, orderBy: oldestFirst }), ({ owner }) => owner);
  const ids = owners.filter((owner) => owner.startsWith("article:")).map((owner) => owner.slice("article:".length));
  const articles = new Map((await tx.article.findMany({ where: { id: { in: ids } } })).map((row) => [ofArticle(row.id), articleOf(row)]));
  const editions = new Map((await tx.edition.findMany({ where: { currentOf: { in: ids } } })).map((row) => [ofArticle(row.articleId), editionOf(row)]));
  const overrides = ids.length < owners.length ? (await tx.publishedString.findMany()).map(overrideOf) : [];
  const judged = (owner: Owner): Judged => ({
    approvals: new Map((approvals.get(owner) ?? []).map((row) => [row.unit, approvalOf(row)])),
    returns: new Map((returns.get(owner) ?? []).map((row) => [row.unit, returnOf(row)])),
  });
  const signed = asked.some(({ signOff }) => signOff.length > 0);
  const signOffs = Map.groupBy(signed ? await tx.signOff.findMany({ where: { articleId: { in: ids } }, orderBy: oldestFirst }) : [], (row) =>
    ofArticle(row.articleId),
  );
  return ({ owner, name }) => {
    const article = articles.get(owner) ?? null;
    const words = wordings.get(owner) ?? [];
    const own = overrides.filter(({ namespace }) => namespace === name);
    const units = article
      ? articleUnits(article, words, judged(owner), editions.get(owner) ?? null)
      : stringUnits(owner, BASE_STRINGS[name] ?? {}, own, words, judged(owner));
    return { units, article, signOffs: (signOffs.get(owner) ?? []).map(signOffOf) };
  };
}
