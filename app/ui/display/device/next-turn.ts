import { nextTurnOf } from "../../../core/articles/kinds.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";

/** The next instant at which one of the notices begins or ends; null: all stay as they are. */
export function nextTurn(notices: readonly DisplayNotice[], now: Date): Date | null {
  const turns = notices.flatMap(({ terms }) => nextTurnOf(terms, now)?.getTime() ?? []);
  return turns.length === 0 ? null : new Date(Math.min(...turns));
}
