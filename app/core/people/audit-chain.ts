import { canonical, sha256Hex } from "../hash.ts";

/** An entry of the audit trail as it is kept. */
export interface AuditEntry {
  id: string;
  at: Date;
  act: string;
  object: string;
  by: string | null;
  before: unknown;
  after: unknown;
}

/** One link of the chain: some entries, by the hash of all that they say and of the link before. */
export interface AuditSeal {
  /** 1, 2, 3… */
  number: number;
  at: Date;
  /** How many entries it covers. */
  count: number;
  /** The id of the last of them, in the order of ids. */
  lastId: string;
  hash: string;
  /** The hash of the seal before; of the first one: `NO_SEAL`. */
  previous: string;
}

export const NO_SEAL = "0".repeat(64);

/** Entries in one seal, at most: sealing is a short write like any other. */
export const MOST_IN_SEAL = 100;

/** An entry waits no longer than this for its seal, in milliseconds. */
export const LONGEST_UNSEALED_MS = 3_600_000;

/** Whether it is time to seal. `waiting`: the times of some entries without a seal, the oldest first. */
export const isSealingDue = (waiting: readonly Date[], now: Date): boolean =>
  waiting.length >= MOST_IN_SEAL || (waiting[0] !== undefined && now.getTime() - waiting[0].getTime() >= LONGEST_UNSEALED_MS);

/**
 * The next link over these entries.
 * @param entries at least one, in the order of their ids
 * @param before the newest seal; null: there is none yet
 */
export function sealOver(entries: readonly AuditEntry[], before: Pick<AuditSeal, "number" | "hash"> | null, at: Date): AuditSeal {
  const previous = before?.hash ?? NO_SEAL;
  return {
    number: (before?.number ?? 0) + 1,
    at,
    count: entries.length,
    lastId: entries.at(-1)?.id ?? "",
    hash: chainHash(previous, entries),
    previous,
  };
}

/** SHA-256 of the hash before and of every entry, a line each: anybody can compute it again without this program. */
export const chainHash = (previous: string, entries: readonly AuditEntry[]): string =>
  sha256Hex([previous, ...entries.map(({ at, ...entry }) => canonical({ ...entry, at: at.toISOString() }))].join("\n"));

/** What can be wrong with a link: it is gone, it does not follow the one before, it covers other entries than it did, or they say something else. */
export type SealFault = "gone" | "does_not_follow" | "entries_missing_or_added" | "entries_changed";

/** What is wrong with a seal where it stands between the one before it and its entries; null: nothing. */
export function faultOfSeal(seal: AuditSeal, before: Pick<AuditSeal, "number" | "hash"> | null, entries: readonly AuditEntry[]): SealFault | null {
  return faultOfLink(seal, before) ?? faultOfEntries(seal, entries);
}

/** The same for its place in the chain alone. */
export function faultOfLink(seal: AuditSeal, before: Pick<AuditSeal, "number" | "hash"> | null): SealFault | null {
  if (seal.number !== (before?.number ?? 0) + 1) return "gone";
  return seal.previous === (before?.hash ?? NO_SEAL) ? null : "does_not_follow";
}

/** The same for its entries alone. */
export function faultOfEntries(seal: AuditSeal, entries: readonly AuditEntry[]): SealFault | null {
  if (entries.length !== seal.count || entries.at(-1)?.id !== seal.lastId) return "entries_missing_or_added";
  return chainHash(seal.previous, entries) === seal.hash ? null : "entries_changed";
}
