import { AppError } from "../core/errors.ts";
import { faultsOfTerms, type Term } from "../core/translation/term.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Puts terms into the glossary that readers see: new ones, and others in the place of those with the same key. They hold at once, in
 * every language: a term has no half.
 * @throws AppError not_allowed, invalid (`faults`)
 */
export async function recordTerms(ports: Ports, actor: Actor, terms: Term[]): Promise<{ revision: number }> {
  allow(actor, "pair.publish");
  return ports.write(async (tx) => {
    const replaced = new Set(terms.map(({ key }) => key));
    const kept = (await tx.terms.all()).filter(({ key }) => !replaced.has(key));
    const faults = faultsOfTerms([...kept, ...terms]);
    if (faults.length) throw new AppError("invalid", { faults });
    for (const term of terms) await tx.terms.put(term);
    return { revision: await tx.announce({ kind: "terms" }) };
  });
}
