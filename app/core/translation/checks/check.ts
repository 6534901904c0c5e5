import type { Lang } from "../../language/languages.ts";

/**
 * The quality checks of a pair, and what each can say. `checks:<check>.title` names it, `checks:<check>.<reason>` explains a finding,
 * with the finding's details in its placeholders.
 */
export const CHECKS = {
  invisible: ["found"],
  nfc: ["found"],
  placeholders: ["lost", "invented"],
  structure: ["unbalanced", "link", "strong"],
  "plural-forms": ["form"],
  untranslated: ["same", "script", "leftover"],
  contacts: ["lost", "invented", "language"],
  documents: ["lost", "invented"],
  dates: ["lost", "invented", "swapped", "year", "weekday", "weekdays"],
  times: ["lost", "invented", "zone", "clocks"],
  numbers: ["lost", "invented", "notation", "code"],
  units: ["differs"],
  limits: ["opposite", "prohibition"],
  glossary: ["missing", "forbidden"],
  script: ["found"],
  "end-marks": ["missing", "extra", "differs"],
  widths: ["found"],
  spacing: ["found"],
} as const satisfies Record<string, readonly string[]>;

export type CheckKey = keyof typeof CHECKS;
export type CheckReason<Key extends CheckKey = CheckKey> = (typeof CHECKS)[Key][number];

export const isCheckKey = (value: unknown): value is CheckKey => typeof value === "string" && Object.hasOwn(CHECKS, value);

/** An error blocks approval; a warning asks for a confirmation with a reason. */
export type Severity = "error" | "warning";

/** A finding of a check in the words of one language. Plain data, fit for JSON. */
export interface Issue {
  check: CheckKey;
  reason: CheckReason;
  severity: Severity;
  /** The language whose words are to be looked at. */
  lang: Lang;
  /** Where in those words, in UTF-16 units; left out where something is missing. */
  from?: number;
  to?: number;
  /** What the explanation's placeholders are filled with. */
  details: Readonly<Record<string, string>>;
  /** The whole text as it would be, mended of this finding and its like; only where that is safe. */
  fix?: string;
}

export const hasErrors = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === "error");

/** The checks whose warnings are open: not confirmed by anybody, each once. */
export const openWarnings = (issues: readonly Issue[], waived: readonly CheckKey[]): CheckKey[] => [
  ...new Set(issues.filter(({ severity, check }) => severity === "warning" && !waived.includes(check)).map(({ check }) => check)),
];
