import type { ByLang } from "../language/languages.ts";

/** A value that lives once and is formatted by each language. */
export type FactValue =
  | { type: "money"; amount: number; currency: "VND" | "CNY" | "USD" }
  | { type: "quantity"; amount: number; unit: "litre" | "gram" | "cigarette" | "cigar" | "piece" }
  | { type: "duration"; amount: number; unit: "day" | "month" | "year" | "hour" }
  /** 24-hour clock, Hanoi time, "07:00"; every day. */
  | { type: "hours"; opens: string; closes: string }
  /** YYYY-MM-DD */
  | { type: "date"; day: string }
  | { type: "phone"; number: string }
  | { type: "percent"; amount: number }
  | { type: "age"; years: number }
  /** What is known to exist but has not been published. */
  | { type: "unpublished" };

export interface Fact {
  key: string;
  /** What it is, for the box that shows it. */
  label: ByLang<string>;
  value: FactValue;
  /** Key of the responsible agency. */
  agency: string;
  /** `verify`: an editor of the agency has still to confirm it; readers see that. */
  mark: "confirmed" | "verify";
  /** Days, YYYY-MM-DD. */
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  /** The document it comes from, verbatim, if any. */
  source: string | null;
}

/** Whether a fact's day of verification has passed. `day`: today in Hanoi, YYYY-MM-DD. */
export const isOverdue = (fact: { verifyAgainBy: string | null }, day: string): boolean => fact.verifyAgainBy !== null && fact.verifyAgainBy < day;
