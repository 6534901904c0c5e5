import { canonical, hashOf } from "../hash.ts";
import type { Fact } from "./fact.ts";

/** A change of a fact that somebody proposed; a second person decides. */
export interface FactChange {
  id: string;
  key: string;
  /** The fact as it was when the change was proposed; null: it is new. */
  before: Fact | null;
  after: Fact;
  /** Why; "" where it says itself: verified again, unchanged. */
  reason: string;
  by: string;
  at: Date;
  decided: { by: string; at: Date; confirmed: boolean } | null;
}

/** What a form carries of the fact that was on screen; "": there was none. */
export const factHash = (fact: Fact | null): string => (fact ? hashOf(fact) : "");

export const sameFact = (one: Fact | null, other: Fact | null): boolean => canonical(one) === canonical(other);

/** Whether the fact has become another since the change was proposed: it would undo what somebody else confirmed. */
export const isOvertaken = (change: Pick<FactChange, "before">, current: Fact | null): boolean => !sameFact(change.before, current);

/** Whether only the verification is new. */
export const isVerificationOnly = ({ before, after }: Pick<FactChange, "before" | "after">): boolean =>
  before !== null &&
  canonical([before.value, before.label, before.agency, before.source]) === canonical([after.value, after.label, after.agency, after.source]);

const DAY_MS = 86_400_000;
/** A season: how long a verification holds where nobody has said otherwise. */
const USUAL_DAYS = 92;

/**
 * The fact as it is when its agency has found it unchanged: confirmed as of today, to be verified again after as long as the last time.
 * @param today YYYY-MM-DD, Hanoi
 */
export function verifiedAgain(fact: Fact, today: string): Fact {
  const { verifiedOn, verifyAgainBy } = fact;
  const days = verifiedOn && verifyAgainBy && verifiedOn < verifyAgainBy ? (Date.parse(verifyAgainBy) - Date.parse(verifiedOn)) / DAY_MS : USUAL_DAYS;
  const next = new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  return { ...fact, mark: "confirmed", verifiedOn: today, verifyAgainBy: verifyAgainBy !== null && verifyAgainBy > next ? verifyAgainBy : next };
}
