import { hashOf } from "../hash.ts";

/**
 * What becomes of one piece of work that two people may have changed: `mine`, as it is submitted; `stored`, as it is now; `read`, as it
 * was when the writer read it (null: no longer known). A change of one side alone stands; two different ones are a clash.
 */
export function threeWay<T>(mine: T, stored: T, read: T | null): { kind: "stored" | "mine" | "clash" } {
  if (same(mine, stored) || (read !== null && same(mine, read))) return { kind: "stored" };
  return { kind: read !== null && same(stored, read) ? "mine" : "clash" };
}

const same = (a: unknown, b: unknown): boolean => hashOf(a) === hashOf(b);
