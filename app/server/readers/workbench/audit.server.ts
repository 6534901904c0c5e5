import { type AuditAct, isAuditAct } from "../../../core/people/audit.ts";
import type { AuditSeal } from "../../../core/people/audit-chain.ts";
import type { ExportedEntry } from "../../../core/people/audit-export.ts";
import { type BrokenLink, verifyNewest } from "../../audit/verify-chain.server.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { auditEntryOf } from "../../db/tx/audit.server.ts";
import type { Reading } from "../reading.server.ts";

/** What is looked for in the audit trail; what is null or "" is not asked about. */
export interface AuditFilter {
  /** Id of the member who did it. */
  by: string | null;
  act: AuditAct | null;
  /** What it was done to: "gate:huu-nghi", a whole kind ("gate:"), or a name as people know it: an article's slug, a key. */
  object: string;
  /** The first and the last day, YYYY-MM-DD, Hanoi. */
  from: string | null;
  to: string | null;
}

export interface AuditRow {
  id: string;
  at: Date;
  /** Null: nobody, the system itself. */
  by: { id: string; name: string | null } | null;
  /** Null: an act that this version does not know. */
  act: AuditAct | null;
  actCode: string;
  /** As it is kept, as people know it, and where it is found in the workbench. */
  object: { key: string; name: string; href: string | null };
  before: unknown;
  after: unknown;
  sealed: boolean;
}

export interface AuditView {
  rows: AuditRow[];
  /** Where the next page begins; null: this was the last. */
  next: string | null;
  /** Whom one may ask about, by name. */
  members: { id: string; name: string }[];
  chain: {
    newest: AuditSeal | null;
    unsealed: number;
    /** How many of the newest seals were computed again for this page, over how many entries. */
    checked: { seals: number; entries: number };
    broken: BrokenLink | null;
  };
}

const PAGE = 50;

/** A page of the audit trail, the newest first, and how its chain stands. `before`: the `next` of the page before. */
export async function readAudit({ db }: Reading, filter: AuditFilter, before: string | null): Promise<AuditView> {
  return db.snapshot(async (tx) => {
    const where = await whereOf(tx, filter);
    const found = await tx.auditEntry.findMany({ where: { ...where, ...(before && { id: { lt: before } }) }, orderBy: { id: "desc" }, take: PAGE + 1 });
    const shown = found.slice(0, PAGE);
    const members = await tx.member.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } });
    const nameOf = new Map(members.map(({ id, name }) => [id, name]));
    const slugs = await slugsOf(
      tx,
      shown.map(({ object }) => object),
    );
    const { newest, unsealed, broken, seals, entries } = await verifyNewest(tx);
    return {
      rows: shown.map(({ id, at, byId, act, object, before: was, after, seal }) => ({
        id,
        at,
        by: byId === null ? null : { id: byId, name: nameOf.get(byId) ?? null },
        act: isAuditAct(act) ? act : null,
        actCode: act,
        object: named(object, slugs, nameOf),
        before: was,
        after,
        sealed: seal !== null,
      })),
      next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
      members,
      chain: { newest, unsealed, broken, checked: { seals, entries } },
    };
  });
}

/** Read at a time while all is exported. */
const CHUNK = 500;

/** All entries that a filter lets through, the oldest first, as they are read. */
export async function* exportAudit({ db }: Reading, filter: AuditFilter): AsyncGenerator<ExportedEntry> {
  const where = await whereOf(db.read, filter);
  const members = await db.read.member.findMany({ select: { id: true, name: true } });
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  let after = "";
  for (;;) {
    const rows = await db.read.auditEntry.findMany({ where: { ...where, id: { gt: after } }, orderBy: { id: "asc" }, take: CHUNK });
    for (const row of rows) yield { ...auditEntryOf(row), seal: row.seal, name: nameOf.get(row.byId ?? "") ?? "" };
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.id;
  }
}

/** Kinds of objects that people know by a name: the part after the colon. */
const KINDS = ["article", "strings", "member", "fact", "gate", "topic", "team", "site", "message", "display"];

async function whereOf(tx: ReadTx, { by, act, object, from, to }: AuditFilter) {
  const at = { ...(from && { gte: startOf(from) }), ...(to && { lt: new Date(startOf(to).getTime() + 86_400_000) }) };
  return { ...(by && { byId: by }), ...(act && { act }), ...((from || to) && { at }), ...(await objectsOf(tx, object.trim())) };
}

/** A day begins when it begins in Hanoi. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

async function objectsOf(tx: ReadTx, typed: string) {
  if (typed === "") return {};
  if (typed.endsWith(":")) return { object: { startsWith: typed } };
  if (typed.includes(":")) return { object: typed };
  const article = await tx.article.findUnique({ where: { slug: typed }, select: { id: true } });
  return { object: { in: [...KINDS.map((kind) => `${kind}:${typed}`), ...(article ? [`article:${article.id}`] : [])] } };
}

async function slugsOf(tx: ReadTx, objects: readonly string[]): Promise<Map<string, string>> {
  const ids = objects.filter((object) => object.startsWith("article:")).map(idOf);
  const rows = ids.length ? await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } }) : [];
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

const idOf = (object: string): string => object.slice(object.indexOf(":") + 1);

/** Pages of the workbench by the kind of object. */
const PAGES: Record<string, (id: string) => string> = {
  strings: (namespace) => `/workbench/strings/${namespace}`,
  gate: (key) => `/workbench/gates/${key}`,
  message: (id) => `/workbench/messages/${id}`,
};

function named(object: string, slugs: ReadonlyMap<string, string>, nameOf: ReadonlyMap<string, string>): AuditRow["object"] {
  const kind = object.split(":")[0] ?? "";
  const id = idOf(object);
  if (kind === "article") {
    const slug = slugs.get(id);
    return { key: object, name: slug ?? id, href: slug ? `/workbench/articles/${slug}` : null };
  }
  return { key: object, name: (kind === "member" && nameOf.get(id)) || id, href: PAGES[kind]?.(encodeURIComponent(id)) ?? null };
}
