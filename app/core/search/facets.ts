import type { Facet, Facets, Narrowing, SearchDocument } from "./document.ts";

type Placed = Pick<SearchDocument, "topic" | "gates">;

/** Whether a page is among what the hits are narrowed to. */
export const isWithin = ({ topic, gates }: Placed, narrowing: Narrowing): boolean =>
  (!narrowing.topic || topic === narrowing.topic) && (!narrowing.gate || gates.includes(narrowing.gate));

/**
 * How pages can be narrowed further. Each count is of the pages that are left when that one is chosen and the other narrowing stays,
 * so that a number on a link is the number of hits behind it. What is chosen stays in the list, even with nothing left.
 * @param counted false: there are more pages than these, so that numbers would mislead
 */
export function facetsOf(pages: readonly Placed[], narrowing: Narrowing, counted: boolean): Facets {
  const { topic, gate } = narrowing;
  const topics = pages.filter((page) => isWithin(page, { gate })).flatMap((page) => page.topic ?? []);
  const gates = pages.filter((page) => isWithin(page, { topic })).flatMap((page) => page.gates);
  return { topics: facets(topics, topic, counted), gates: facets(gates, gate, counted) };
}

function facets(keys: readonly string[], chosen: string | null | undefined, counted: boolean): Facet[] {
  const counts = new Map(chosen ? [[chosen, 0]] : []);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.map(([key, count]) => ({ key, count: counted ? count : null }));
}

const hex = (key: string): string => [...key].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join("");

/** Under which word of its own a place is filed: letters and digits alone, so that no key is ever read as several words. */
export const topicTerm = (key: string): string => `t${hex(key)}`;
export const gateTerm = (key: string): string => `g${hex(key)}`;
