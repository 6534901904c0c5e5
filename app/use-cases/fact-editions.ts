import { type Edition, editionHash } from "../core/articles/edition.ts";
import type { Fact } from "../core/facts/fact.ts";
import { usesFact, withFact } from "../core/facts/fact-in-edition.ts";
import type { Ports } from "./ports.ts";

/** So many editions are read in one turn, so that nobody waits long behind it. */
const READ_AT_ONCE = 100;

export interface PreparedEditions {
  /** Ids of the current editions that were found; others since: what was prepared is no longer right. */
  found: string[];
  /** Ready but for when and by whom. */
  editions: Omit<Edition, "publishedAt" | "publishedBy">[];
}

/**
 * The next edition of every page that shows a fact: words, structure and every other fact as readers see them now, not as they are at
 * work. Made before the transaction that shows them, because reading and hashing a thousand pages would keep everybody else from
 * writing; that one only has to see that they are still the next.
 */
export async function prepareFactEditions(ports: Ports, fact: Fact): Promise<PreparedEditions> {
  const found = await ports.write((tx) => tx.editions.idsUsingFact(fact.key));
  const editions: PreparedEditions["editions"] = [];
  for (let from = 0; from < found.length; from += READ_AT_ONCE) {
    const read = await ports.write((tx) => tx.editions.byIds(found.slice(from, from + READ_AT_ONCE)));
    for (const edition of read) {
      if (!usesFact(edition.body, fact.key)) continue;
      const body = withFact(edition.body, fact);
      const contentHash = editionHash(body);
      // The current edition is its article's newest.
      if (contentHash !== edition.contentHash)
        editions.push({ ...edition, id: ports.newId(), number: edition.number + 1, body, contentHash, note: { kind: "facts", facts: [fact.key] } });
    }
  }
  return { found, editions };
}
