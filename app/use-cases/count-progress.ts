import type { TeamFigures } from "../core/workflow/figures.ts";
import type { Ports } from "./ports.ts";

/**
 * Keeps what a day came to, once: of several processes that counted it, the first.
 * @param day YYYY-MM-DD, Hanoi; it is over
 * @returns false when it had been counted
 */
export async function countProgress(ports: Pick<Ports, "write">, day: string, figures: readonly TeamFigures[]): Promise<boolean> {
  return ports.write(async (tx) => {
    if (await tx.progress.isCounted(day)) return false;
    await tx.progress.keep(day, figures);
    return true;
  });
}
