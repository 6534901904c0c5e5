import { AppError, type ErrorCode } from "../core/errors.ts";
import { hanoiDay } from "../core/facts/gate-status.ts";
import { isLang, type Lang } from "../core/language/languages.ts";
import { type Grant, mayAt, type Place } from "../core/people/roles.ts";
import type { Owner } from "../core/translation/wording.ts";
import { type Assignee, type Assignment, readDueOn } from "../core/workflow/assignment.ts";
import { allow } from "./allow.ts";
import { loadPlace } from "./load-words.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

/** One language of an article, or of a namespace of strings. */
export interface Target {
  owner: Owner;
  lang: Lang;
}

export interface AssignWork {
  targets: Target[];
  /** Null: to nobody any more. */
  assignee: Assignee | null;
  /** YYYY-MM-DD as it was typed; "": no day. */
  dueOn: string;
}

export interface AssignedWork {
  assigned: Target[];
  refused: (Target & { code: ErrorCode })[];
}

/** More at once nobody has ticked by hand. */
const MOST_AT_ONCE = 400;

/**
 * Gives work to a member or a team, until a day. Who reviews a language of a pair gives it; who gets it must be allowed to write it, and
 * finds it in the inbox. What can't be given is named, the rest is. Giving the same again changes nothing.
 * @throws AppError not_allowed, invalid (`field`: "targets", "assignee" or "dueOn")
 */
export async function assignWork(ports: Ports, actor: Actor, { targets, assignee, dueOn: typed }: AssignWork): Promise<AssignedWork> {
  allow(actor, "words.approve");
  if (targets.length === 0 || targets.length > MOST_AT_ONCE || !targets.every(({ lang }) => isLang(lang))) throw new AppError("invalid", { field: "targets" });
  return ports.write(async (tx) => {
    const at = ports.now();
    const getting = assignee && (await whoGets(tx, assignee));
    const outcome: AssignedWork = { assigned: [], refused: [] };
    const changed = new Set<Owner>();
    for (const target of targets) {
      const { owner, lang } = target;
      const code = await whyNot(ports, tx, actor, getting, target);
      if (code) {
        outcome.refused.push({ ...target, code });
        continue;
      }
      const before = await tx.assignments.of(owner, lang);
      const dueOn = assignee ? readDueOn(typed, hanoiDay(at), before?.dueOn ? [before.dueOn] : []) : null;
      const [memberId, teamKey] = [assignee?.kind === "member" ? assignee.id : null, assignee?.kind === "team" ? assignee.key : null];
      const after: Assignment | null = assignee && { owner, lang, memberId, teamKey, dueOn, by: actor.id, at };
      outcome.assigned.push(target);
      if (traceOf(before) === traceOf(after)) continue;
      changed.add(owner);
      await (after ? tx.assignments.put(after) : tx.assignments.remove(owner, lang));
      await tx.audit.note({ act: "article.assign", object: owner, by: actor.id, at, before: { lang, ...partsOf(before) }, after: { lang, ...partsOf(after) } });
    }
    const told = (getting ?? []).filter(({ id }) => id !== actor.id);
    const item = (owner: Owner, memberId: string) => ({ memberId, kind: "assigned" as const, owner, unit: null, note: "", by: actor.id, at });
    await tx.inbox.add([...changed].flatMap((owner) => told.map(({ id }) => item(owner, id))));
    return outcome;
  });
}

const partsOf = (assignment: Assignment | null) => assignment && { member: assignment.memberId, team: assignment.teamKey, dueOn: assignment.dueOn };

const traceOf = (assignment: Assignment | null): string => JSON.stringify(partsOf(assignment));

interface Getting {
  id: string;
  grants: Grant[];
}

/** The members who are meant: one, or all of a team who may sign in. */
async function whoGets(tx: Tx, assignee: Assignee): Promise<Getting[]> {
  if (assignee.kind === "member") {
    const account = await tx.members.account(assignee.id);
    if (!account || account.disabled) throw new AppError("invalid", { field: "assignee" });
    return [account];
  }
  if (!(await tx.teams.all()).some(({ key }) => key === assignee.key)) throw new AppError("invalid", { field: "assignee" });
  return tx.assignments.membersOf(assignee.key);
}

/** Why this can't be given, or not to these; null when it can. Of a team one who may write it is enough. */
async function whyNot(ports: Ports, tx: Tx, actor: Actor, getting: readonly Getting[] | null, { owner, lang }: Target): Promise<ErrorCode | null> {
  let place: Place;
  try {
    place = { ...(await loadPlace(ports, tx, owner)), lang };
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  if (!mayAt(actor.grants, "words.approve", place)) return "not_allowed";
  return getting && !getting.some(({ grants }) => mayAt(grants, "words.edit", place)) ? "invalid" : null;
}
