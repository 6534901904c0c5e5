import type { ByLang, Lang } from "../../language/languages.ts";
import type { Unit } from "../../workflow/units.ts";
import type { Term } from "../term.ts";
import type { CheckKey, CheckReason, Issue, Severity } from "./check.ts";
import type { Reading } from "./reading.ts";

/** A pair of words to be judged. */
export interface PairToCheck {
  kind: Unit["kind"];
  sourceLang: Lang;
  texts: ByLang<string>;
  /** The glossary; the same array for many pairs is prepared once. */
  terms: readonly Term[];
  /** Of a string: its key. */
  key?: string;
}

/** The source and one of its translations, read. */
export interface ReadPair {
  source: Reading;
  target: Reading;
}

/** What is found in one language's text by itself. */
export type TextCheck = (reading: Reading) => Issue[];
/** What is found by holding a translation against its source. */
export type PairCheck = (pair: ReadPair) => Issue[];

interface Finding<Key extends CheckKey> {
  reason: CheckReason<Key>;
  severity?: Severity;
  at?: { from: number; to: number };
  details?: Record<string, string>;
  fix?: string | undefined;
}

/** An issue of a check in a language's words; an error unless said otherwise. */
export function issue<Key extends CheckKey>(check: Key, lang: Lang, { reason, severity = "error", at, details = {}, fix }: Finding<Key>): Issue {
  return { check, reason, severity, lang, ...(at ? { from: at.from, to: at.to } : {}), details, ...(fix === undefined ? {} : { fix }) };
}

/** Several things named in one explanation. */
export const listed = (things: Iterable<string>): string => [...new Set(things)].join(" · ");

/** What one side has and the other has not, by value: `lost` from the source, `invented` in the target. */
export function compared<T>(source: readonly T[], target: readonly T[], keyOf: (one: T) => string): { lost: T[]; invented: T[] } {
  const [inSource, inTarget] = [new Set(source.map(keyOf)), new Set(target.map(keyOf))];
  return { lost: source.filter((one) => !inTarget.has(keyOf(one))), invented: target.filter((one) => !inSource.has(keyOf(one))) };
}
