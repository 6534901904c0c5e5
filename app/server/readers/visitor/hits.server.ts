import { type Lang, ownFirst } from "../../../core/language/languages.ts";
import type { Facet, Narrowing, SearchHit, SearchResult } from "../../../core/search/document.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

/** A way to narrow the hits, by its name in the asked language. */
export interface FacetView extends Facet {
  name: string;
  /** The language of the name: a gate's may be confirmed in another one alone. */
  nameLang: Lang;
  chosen: boolean;
}

export interface SearchView {
  hits: SearchHit[];
  facets: { topics: FacetView[]; gates: FacetView[] };
  /** Where else to look. */
  topics: TopicView[];
}

/** Keeps the hits whose page stands at this moment, since the index may be a moment behind a withdrawal; and names the ways to narrow them. */
export async function readHits(
  { db }: Reading,
  lang: Lang,
  { hits, facets }: Pick<SearchResult, "hits" | "facets">,
  narrowing: Narrowing,
): Promise<SearchView> {
  return db.snapshot(async (tx) => {
    const slugs = hits.filter((hit) => hit.kind !== "gate").map((hit) => hit.slug);
    const current = slugs.length ? await tx.edition.findMany({ where: { slug: { in: slugs }, currentOf: { not: null } }, select: { slug: true } }) : [];
    const standing = new Set(current.map(({ slug }) => slug));
    const topics = await readTopics(tx, lang);
    const gates = facets.gates.length ? (await tx.gate.findMany({ orderBy: { position: "asc" } })).map(gateOf) : [];
    const topicNames = topics.map(({ key, name }) => ({ key, name, nameLang: lang }));
    const gateNames = gates.flatMap(({ key, name }) => {
      const code = ownFirst(lang).find((one) => name[one] !== null);
      return code ? [{ key, name: name[code] ?? "", nameLang: code }] : [];
    });
    return {
      hits: hits.filter((hit) => hit.kind === "gate" || standing.has(hit.slug)),
      facets: { topics: named(facets.topics, topicNames, narrowing.topic), gates: named(facets.gates, gateNames, narrowing.gate) },
      topics,
    };
  });
}

/** What has no name is no longer there. */
function named(facets: readonly Facet[], names: readonly Pick<FacetView, "key" | "name" | "nameLang">[], chosen: string | null | undefined): FacetView[] {
  return facets.flatMap((facet) => {
    const found = names.find(({ key }) => key === facet.key);
    return found ? [{ ...facet, ...found, chosen: facet.key === chosen }] : [];
  });
}
