import { byUrgency, holdsAt, type NoticeTerms } from "../articles/kinds.ts";

/** As much of a notice as its precedence depends on. */
interface Told {
  terms: NoticeTerms;
}

/** The notices that hold at an instant, the most urgent first. */
export const holding = <Notice extends Told>(notices: readonly Notice[], now: Date): Notice[] =>
  notices.filter(({ terms }) => holdsAt(terms, now)).sort((a, b) => byUrgency(a.terms, b.terms));

/** The emergencies that hold: while there is one, nothing else is shown or said. */
export const emergencies = <Notice extends Told>(notices: readonly Notice[], now: Date): Notice[] =>
  holding(notices, now).filter(({ terms }) => terms.level === "emergency");
