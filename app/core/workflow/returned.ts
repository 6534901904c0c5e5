import type { Approval } from "./approval.ts";

/** A reviewer sent a unit back, with the reason for it. */
export interface Return {
  unit: string;
  /** Bound to the words of every language: any later edit ends it, by itself. */
  pairHash: string;
  reason: string;
  by: string;
  at: Date;
}

/**
 * The return that holds for a unit as it stands: it was given for just these words, and nobody has approved these very words since.
 * In doubt (one instant) the unit counts as returned: nothing goes out that somebody sent back.
 */
export function standingReturn(returned: Return | null, hash: string, approval: Approval | null): Return | null {
  if (returned?.pairHash !== hash) return null;
  return approval?.pairHash === hash && approval.at > returned.at ? null : returned;
}
