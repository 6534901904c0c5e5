import { AppError } from "../core/errors.ts";
import type { Fact } from "../core/facts/fact.ts";
import { type FactChange, isOvertaken } from "../core/facts/fact-change.ts";
import { mayConfirmAt } from "../core/facts/fact-places.ts";
import { noteOf } from "../core/translation/comment.ts";
import { allow } from "./allow.ts";
import { type PreparedEditions, prepareFactEditions } from "./fact-editions.ts";
import { reasonFrom } from "./given-reason.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

/** How often pages may be published in between before the person is asked to try again. */
const ATTEMPTS = 4;

export interface ConfirmedFact {
  key: string;
  /** How many pages have a new edition. */
  editions: number;
  /** The content revision from which readers see it. */
  revision: number;
}

/**
 * Confirms a proposed change, as its second person: the fact and a new edition of every page that shows it, all in one transaction
 * with their announcements, so that readers, search and displays never see one page with the old value and another with the new.
 * A thousand pages take it half a second of processor time; with so many that a write's limit is over, nothing changes at all.
 * What is scheduled stays scheduled: its content has changed, and it says so when its time comes.
 * @throws AppError not_allowed (also where one of the pages is beyond the limits of the person's roles), not_found, own_work, already_exists (somebody has decided it), clash (with `current`, `before`,
 * `proposed`: the fact has become another since), busy (too many pages, or some were
 * published in between again and again)
 */
export async function confirmFact(ports: Ports, actor: Actor, { changeId }: { changeId: string }): Promise<ConfirmedFact> {
  allow(actor, "facts.confirm");
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { after } = await ports.write((tx) => confirmable(tx, actor, changeId));
    const prepared = await prepareFactEditions(ports, after);
    const confirmed = await ports.write((tx) => confirm(ports, tx, actor, changeId, prepared));
    if (confirmed) return confirmed;
  }
  throw new AppError("busy");
}

/** Null: pages were published since they were prepared. */
async function confirm(ports: Ports, tx: Tx, actor: Actor, changeId: string, { found, editions }: PreparedEditions): Promise<ConfirmedFact | null> {
  const change = await confirmable(tx, actor, changeId);
  const now = await tx.editions.idsUsingFact(change.key);
  if (String(now) !== String(found)) return null;
  const at = ports.now();
  await tx.facts.put(change.after);
  await tx.factChanges.decide(change.id, { by: actor.id, at, confirmed: true });
  await tx.editions.publishAll(editions.map((edition) => ({ ...edition, publishedAt: at, publishedBy: actor.id })));
  await tx.audit.note({
    act: "fact.confirm",
    object: `fact:${change.key}`,
    by: actor.id,
    at,
    before: change.before,
    after: { change: change.id, fact: change.after, articles: editions.map(({ articleId, number }) => ({ article: articleId, edition: number })) },
  });
  const pages = editions.map(({ articleId, slug, id }) => ({ kind: "article" as const, articleId, slug, editionId: id }));
  // Gates show their opening hours from the fact itself.
  return { key: change.key, editions: editions.length, revision: await tx.announceAll([...pages, { kind: "place" }]) };
}

async function confirmable(tx: Tx, actor: Actor, changeId: string): Promise<FactChange> {
  const change = await waitingChange(tx, changeId);
  if (change.by === actor.id) throw new AppError("own_work");
  await assertSecond(tx, actor, change.key);
  const current: Fact | null = (await tx.facts.all())[change.key] ?? null;
  if (isOvertaken(change, current)) throw new AppError("clash", { current, before: change.before, proposed: change.after });
  return change;
}

/** As approving words is limited: by the topics and sites of everything that shows the fact. */
async function assertSecond(tx: Tx, actor: Actor, key: string): Promise<void> {
  if (!mayConfirmAt(actor.grants, await tx.editions.placesOfFact(key))) throw new AppError("not_allowed", { action: "facts.confirm" });
}

async function waitingChange(tx: Tx, changeId: string): Promise<FactChange> {
  const change = await tx.factChanges.byId(changeId);
  if (!change) throw new AppError("not_found");
  if (change.decided) throw new AppError("already_exists");
  return change;
}

/**
 * Decides against a proposed change, with a reason for who proposed it. One's own may be taken back.
 * @throws AppError not_allowed, not_found, bad_text, invalid (`faults`: reason), already_exists (somebody has decided it)
 */
export async function rejectFact(ports: Ports, actor: Actor, { changeId, reason }: { changeId: string; reason: string }): Promise<{ key: string }> {
  allow(actor, "facts.edit");
  const why = reasonFrom(reason);
  return ports.write(async (tx) => {
    const change = await waitingChange(tx, changeId);
    if (change.by !== actor.id) await assertSecond(tx, actor, change.key);
    const at = ports.now();
    await tx.factChanges.decide(change.id, { by: actor.id, at, confirmed: false });
    await tx.audit.note({ act: "fact.reject", object: `fact:${change.key}`, by: actor.id, at, after: { change: change.id, reason: why } });
    const item = { kind: "fact-rejected" as const, owner: `fact:${change.key}` as const, unit: null, note: noteOf(why), by: actor.id, at };
    if (change.by !== actor.id) await tx.inbox.add([{ ...item, memberId: change.by }]);
    return { key: change.key };
  });
}
