import { freeSlug, slugOf } from "../core/articles/slug.ts";
import { AppError } from "../core/errors.ts";
import type { Fact } from "../core/facts/fact.ts";
import { factHash, sameFact, verifiedAgain } from "../core/facts/fact-change.ts";
import { hanoiDay } from "../core/facts/gate-status.ts";
import { readFact, type TypedFact } from "../core/facts/typed-fact.ts";
import { DEFAULT_LANG } from "../core/language/languages.ts";
import { allow } from "./allow.ts";
import { reasonFrom } from "./given-reason.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

export interface ProposeFact {
  /** Null: a new fact, whose key is made of its Vietnamese label. */
  key: string | null;
  typed: TypedFact;
  /** `factHash` of the fact that was on screen. */
  seen: string;
  reason: string;
}

export interface ProposedFact {
  changeId: string;
  key: string;
}

/**
 * Proposes a fact's new value, or a new fact. Readers see it when a second person has confirmed it. Whoever edits facts may propose,
 * whichever agency answers for it: the second person judges.
 * @throws AppError not_allowed, not_found, invalid (`field`, or `faults`: reason), bad_text, clash (with `current`: the fact is no
 * longer what was on screen), already_exists (nothing would change, or just this waits already)
 */
export async function proposeFact(ports: Ports, actor: Actor, { key, typed, seen, reason }: ProposeFact): Promise<ProposedFact> {
  allow(actor, "facts.edit");
  const why = reasonFrom(reason);
  return ports.write(async (tx) => {
    const fact = readFact(typed, { agencies: await tx.places.agencyKeys(), today: hanoiDay(ports.now()) });
    const facts = await tx.facts.all();
    const before = key === null ? null : facts[key];
    if (before === undefined) throw new AppError("not_found");
    return keep(ports, tx, actor, { before, after: { ...fact, key: key ?? (await freeKey(tx, facts, fact)) }, seen, reason: why });
  });
}

/**
 * Proposes that a fact is as its agency has found it today: unchanged, and confirmed.
 * @throws AppError not_allowed, not_found, clash, already_exists
 */
export async function proposeVerifiedFact(ports: Ports, actor: Actor, { key, seen }: { key: string; seen: string }): Promise<ProposedFact> {
  allow(actor, "facts.edit");
  return ports.write(async (tx) => {
    const before = (await tx.facts.all())[key];
    if (!before) throw new AppError("not_found");
    return keep(ports, tx, actor, { before, after: verifiedAgain(before, hanoiDay(ports.now())), seen, reason: "" });
  });
}

interface Proposal {
  before: Fact | null;
  after: Fact;
  seen: string;
  reason: string;
}

async function keep(ports: Ports, tx: Tx, { id: by }: Actor, { before, after, seen, reason }: Proposal): Promise<ProposedFact> {
  if (factHash(before) !== seen) throw new AppError("clash", { current: before, proposed: after });
  const waiting = (await tx.factChanges.pending()).some((change) => change.key === after.key && sameFact(change.after, after));
  if (waiting || sameFact(before, after)) throw new AppError("already_exists");
  const change = { id: ports.newId(), key: after.key, before, after, reason, by, at: ports.now() };
  await tx.factChanges.add(change);
  await tx.audit.note({ act: "fact.propose", object: `fact:${after.key}`, by, at: change.at, before, after: { change: change.id, fact: after, reason } });
  return { changeId: change.id, key: after.key };
}

/** A key that no fact has, nor one that is proposed. */
async function freeKey(tx: Tx, facts: Record<string, Fact>, { label }: Omit<Fact, "key">): Promise<string> {
  const wanted = slugOf(label[DEFAULT_LANG], DEFAULT_LANG);
  if (wanted === "") throw new AppError("invalid", { field: "label" });
  const proposed = new Set((await tx.factChanges.pending()).map(({ key }) => key));
  return freeSlug(wanted, (key) => Object.hasOwn(facts, key) || proposed.has(key));
}
