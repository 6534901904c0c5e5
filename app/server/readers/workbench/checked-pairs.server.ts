import { checkPair } from "../../../core/translation/checks/check-pair.ts";
import type { Term } from "../../../core/translation/term.ts";

/** Enough for several desks of a thousand pairs. */
const MOST = 20_000;

type Pair = Parameters<typeof checkPair>[0];
type Issues = ReturnType<typeof checkPair>;

const known = new Map<string, Issues>();
let glossary = "";

/**
 * The checks with a memory: a desk is opened far more often than its words change, and what the checks say of a pair depends on nothing
 * but the pair and the glossary.
 */
export function checksFor(terms: readonly Term[]): typeof checkPair {
  const now = JSON.stringify(terms);
  if (now !== glossary) {
    known.clear();
    glossary = now;
  }
  return (pair: Pair): Issues => {
    const { terms: _, ...told } = pair;
    const key = JSON.stringify(told);
    const said = known.get(key);
    if (said) return said;
    const issues = checkPair(pair);
    if (known.size >= MOST) known.delete(known.keys().next().value ?? "");
    known.set(key, issues);
    return issues;
  };
}
