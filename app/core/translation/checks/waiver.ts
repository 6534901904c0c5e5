import type { CheckKey } from "./check.ts";

/** A member's confirmation that a check's warnings about just these words are none: with a reason, worthless after any edit. */
export interface Waiver {
  unit: string;
  check: CheckKey;
  /** Bound to the words of every language, like an approval. */
  pairHash: string;
  reason: string;
  by: string;
  at: Date;
}

/** The waivers that hold for a unit's words as they are: of each check the newest. */
export function standingWaivers(waivers: readonly Waiver[], unit: { unit: string; hash: string }): Waiver[] {
  const standing = new Map<CheckKey, Waiver>();
  for (const waiver of waivers) if (waiver.unit === unit.unit && waiver.pairHash === unit.hash) standing.set(waiver.check, waiver);
  return [...standing.values()];
}
