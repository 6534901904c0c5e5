import type { EditionBody } from "../../../core/articles/edition.ts";
import { plainText } from "../../../core/articles/inline.ts";
import { AppError } from "../../../core/errors.ts";
import { type Fact, isOverdue } from "../../../core/facts/fact.ts";
import { type FactChange, factHash, isOvertaken, isVerificationOnly } from "../../../core/facts/fact-change.ts";
import { placesOfFact, usesFact } from "../../../core/facts/fact-in-edition.ts";
import { mayConfirmAt } from "../../../core/facts/fact-places.ts";
import type { ChangeView, FactView, TouchedPage } from "../../../core/facts/fact-views.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { byLang, DEFAULT_LANG, LANGS, type Lang } from "../../../core/language/languages.ts";
import type { Member } from "../../../core/people/roles.ts";
import { difference } from "../../../core/translation/difference.ts";
import { ofArticle } from "../../../core/translation/wording.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { currentIdsUsing, placesShowing, treesUsing } from "../../db/fact-uses.server.ts";
import { factChangeOf } from "../../db/tx/fact-changes.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";
import { readNames } from "./desk-around.server.ts";

/** The most pages shown word by word; of more, it is said how many there are. */
const MOST_PAGES = 100;
const MOST_DECIDED = 50;

/**
 * A fact, what is proposed for it, and everything that shows it.
 * @param asked id of the waiting change whose effect is to be shown; null: the oldest one's
 * @throws AppError `not_found`
 */
export async function readFactPage({ db, now }: Reading, member: Member, key: string, asked: string | null): Promise<FactView> {
  return db.snapshot(async (tx) => {
    const row = await tx.fact.findUnique({ where: { key } });
    const fact = row && factOf(row);
    const changes = await readChanges(tx, member, key, fact);
    if (!fact && changes.length === 0) throw new AppError("not_found");
    const pending = changes.filter(({ decided }) => decided === null).reverse();
    const shown = pending.find(({ id }) => id === asked) ?? pending[0] ?? null;
    const { agencies, today } = await readChoices(tx, now());
    return {
      key,
      fact,
      hash: factHash(fact),
      overdue: fact !== null && isOverdue(fact, today),
      pending,
      shown,
      decided: changes.filter(({ decided }) => decided !== null).slice(0, MOST_DECIDED),
      touched: await readTouched(tx, key, shown?.after ?? fact),
      atWork: await readAtWork(tx, member, key),
      gates: await readGates(tx, member, key),
      agencies,
      today,
      mayConfirm: mayConfirmAt(member.grants, await placesShowing(tx, key)),
    };
  });
}

export const readFactChoices = ({ db, now }: Reading): Promise<Pick<FactView, "agencies" | "today">> => db.snapshot((tx) => readChoices(tx, now()));

async function readChoices(tx: ReadTx, now: Date): Promise<Pick<FactView, "agencies" | "today">> {
  const agencies = byLang((): FactView["agencies"][Lang] => ({}));
  for (const lang of LANGS) agencies[lang] = (await readAgencies(tx, lang, now)).agencies;
  return { agencies, today: hanoiDay(now) };
}

/** The newest first. */
async function readChanges(tx: ReadTx, member: Member, key: string, fact: Fact | null): Promise<ChangeView[]> {
  const changes = (await tx.factChange.findMany({ where: { factKey: key }, orderBy: [{ at: "desc" }, { id: "desc" }] })).map(factChangeOf);
  const names = await readNames(tx, [...new Set(changes.flatMap(({ by, decided }) => [by, decided?.by ?? by]))]);
  const refusals = await readRefusals(tx, key);
  const view = ({ key: _, decided, ...change }: FactChange): ChangeView => ({
    ...change,
    by: names.get(change.by) ?? null,
    own: change.by === member.id,
    overtaken: isOvertaken(change, fact),
    verificationOnly: isVerificationOnly(change),
    decided: decided && { ...decided, by: names.get(decided.by) ?? null, reason: refusals.get(change.id) ?? "" },
  });
  return changes.map(view);
}

/** Why changes were decided against, by their ids: the audit trail knows. */
async function readRefusals(tx: ReadTx, key: string): Promise<Map<string, string>> {
  const rows = await tx.auditEntry.findMany({ where: { object: `fact:${key}`, act: "fact.reject" } });
  return new Map(
    rows.map(({ after }) => {
      const { change, reason } = after as { change: string; reason: string };
      return [change, reason];
    }),
  );
}

async function readTouched(tx: ReadTx, key: string, next: Fact | null): Promise<FactView["touched"]> {
  const ids = await currentIdsUsing(tx, key);
  const rows = await tx.edition.findMany({ where: { id: { in: ids.slice(0, MOST_PAGES) } }, orderBy: { slug: "asc" }, select: { slug: true, body: true } });
  const used = rows.map(({ slug, body }) => ({ slug, body: body as unknown as EditionBody })).filter(({ body }) => usesFact(body, key));
  return { total: ids.length - rows.length + used.length, pages: used.map(({ slug, body }) => touchedPage(slug, body, key, next)) };
}

/** The words as readers read them, beside what they would read. */
function touchedPage(slug: string, body: EditionBody, key: string, next: Fact | null): TouchedPage {
  const { texts, facts, about } = body;
  const read = (id: string, lang: Lang, known: Record<string, Fact>): string =>
    plainText(texts[lang][id] ?? "", (one) => (known[one] ? formatFact(known[one].value, lang) : ""));
  const changed = next ? { ...facts, [key]: next } : facts;
  const { segments, box } = placesOfFact(body, key);
  return {
    slug,
    kind: about.kind,
    titles: byLang((lang) => read("title", lang, facts)),
    box,
    segments: segments.map((id) => ({ id, words: byLang((lang) => difference(read(id, lang, facts), read(id, lang, changed), lang)) })),
  };
}

async function readAtWork(tx: ReadTx, member: Member, key: string): Promise<FactView["atWork"]> {
  const named = await tx.wording.findMany({ where: { text: { contains: `{{fact:${key}}}` } }, distinct: ["owner"], select: { owner: true } });
  const owners = new Set<string>([...named.map(({ owner }) => owner), ...(await treesUsing(tx, key)).map(ofArticle)]);
  const ids = [...owners].flatMap((owner) => (owner.startsWith("article:") ? [owner.slice("article:".length)] : [])).slice(0, MOST_PAGES);
  if (ids.length === 0) return [];
  const articles = await tx.article.findMany({ where: { id: { in: ids } }, orderBy: { slug: "asc" }, select: { id: true, slug: true } });
  const titles = await tx.wording.findMany({ where: { owner: { in: ids.map(ofArticle) }, unit: "title" } });
  const title = (id: string, lang: Lang) => titles.find((one) => one.owner === ofArticle(id) && one.lang === lang)?.text;
  return articles.map(({ id, slug }) => ({ slug, title: title(id, member.lang) || title(id, DEFAULT_LANG) || slug }));
}

async function readGates(tx: ReadTx, { lang }: Member, key: string): Promise<string[]> {
  const gates = (await tx.gate.findMany({ orderBy: { position: "asc" } })).map(gateOf);
  return gates.filter(({ hours }) => Object.values(hours).includes(key)).map((gate) => gate.name[lang] ?? gate.name[DEFAULT_LANG] ?? gate.key);
}
