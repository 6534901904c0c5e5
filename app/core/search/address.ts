import { pathOf } from "../articles/kinds.ts";
import type { SearchHit } from "./document.ts";

/** Path of a hit's page below the language's prefix, and whether its passages have anchors there: a phrase is itself a place on its page. */
export function addressOf({ kind, slug }: Pick<SearchHit, "kind" | "slug">): { path: string; anchors: boolean } {
  return kind === "gate" ? { path: `/gates/${slug}`, anchors: true } : { path: pathOf(kind, slug), anchors: kind !== "phrase" };
}
