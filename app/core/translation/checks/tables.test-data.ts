import { describe, expect, test } from "vitest";
import type { Lang } from "../../language/languages.ts";
import type { Term } from "../term.ts";
import type { CheckKey, CheckReason, Issue } from "./check.ts";
import { checkPair } from "./check-pair.ts";

export interface BadPair<Key extends CheckKey> {
  vi: string;
  zh: string;
  reason: CheckReason<Key>;
  /** The language that is to be looked at; left out: the translation, whichever it is. */
  lang?: Lang;
  /** The mended text; left out: not asked about. Null: none is offered. */
  fix?: string | null;
  /** Only read in this direction; left out: in both. */
  from?: Lang;
}

interface Tables<Key extends CheckKey> {
  /** Pairs about which no check at all has anything to say, whichever is the source. */
  good: readonly (readonly [vi: string, zh: string])[];
  bad: readonly BadPair<Key>[];
  terms?: readonly Term[];
}

const BOTH: readonly Lang[] = ["vi", "zh"];
const NO_TERMS: readonly Term[] = [];

export const issuesOf = (vi: string, zh: string, sourceLang: Lang, terms: readonly Term[] = NO_TERMS): Issue[] =>
  checkPair({ kind: "paragraph", sourceLang, texts: { vi, zh }, terms });

/** Tests a check by its tables, each pair in both directions. */
export function judge<Key extends CheckKey>(check: Key, { good, bad, terms = NO_TERMS }: Tables<Key>): void {
  describe.each(BOTH)(`${check}, from %s`, (sourceLang) => {
    test.each(good)("has nothing to say of “%s” · “%s”", (vi, zh) => {
      expect(issuesOf(vi, zh, sourceLang, terms)).toEqual([]);
    });

    const target: Lang = sourceLang === "vi" ? "zh" : "vi";
    test.each(bad.filter(({ from }) => from === undefined || from === sourceLang))("speaks of “$vi” · “$zh”", ({ vi, zh, reason, lang = target, fix }) => {
      const found = issuesOf(vi, zh, sourceLang, terms).filter((issue) => issue.check === check);
      const named = found.find((issue) => issue.reason === reason && issue.lang === lang);
      expect(named, JSON.stringify(found)).toBeDefined();
      if (fix === null) expect(named?.fix).toBeUndefined();
      else if (fix !== undefined) expect(named?.fix).toBe(fix);
    });
  });
}
