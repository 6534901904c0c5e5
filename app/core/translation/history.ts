import type { Lang } from "../language/languages.ts";
import { difference, type Stretch } from "./difference.ts";

/** A text that was once submitted for a unit: plain data, fit for JSON. */
export interface HistoryEntry {
  id: string;
  lang: Lang;
  text: string;
  /** Of the source it was made from; null in the source itself. Whoever restores it restores this too. */
  sourceHash: string | null;
  /** The revision it made; null: it lost a clash, and was kept. */
  revision: number | null;
  by: string | null;
  /** ISO */
  at: string;
  /** From what the language said before to this; null: it said nothing before. */
  change: Stretch[] | null;
  /** It is what the unit says now. */
  current: boolean;
}

interface KeptText {
  id: string;
  lang: Lang;
  text: string;
  sourceHash: string | null;
  revision: number | null;
  by: string | null;
  at: Date;
}

/**
 * All texts of one unit, newest first, each against what stood there when it was submitted.
 * @param edits oldest first
 */
export function historyOf(edits: readonly KeptText[], nameOf: (memberId: string) => string | null): HistoryEntry[] {
  const said = new Map<Lang, KeptText>();
  const entries = edits.map((edit): HistoryEntry => {
    const { id, lang, text, sourceHash, revision, by, at } = edit;
    const before = said.get(lang);
    if (revision !== null) said.set(lang, edit);
    const change = before ? difference(before.text, text, lang) : null;
    return { id, lang, text, sourceHash, revision, by: by && nameOf(by), at: at.toISOString(), change, current: false };
  });
  const newest = new Set([...said.values()].map(({ id }) => id));
  return entries.map((entry) => (newest.has(entry.id) ? { ...entry, current: true } : entry)).reverse();
}
