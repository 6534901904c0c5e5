import type { MetaDescriptor } from "@remix-run/react";
import { DEFAULT_LANG, isLang } from "../../core/language/languages.ts";
import { headOf, type PageHead, type Site } from "./head.ts";
import type { ShownEdition } from "./head-data.ts";

/** Id of the layout route, whose data every page's head needs. */
export const LAYOUT_ID = "visitor";

interface MetaArgs {
  matches: readonly { id: string; data: unknown }[];
  location: { pathname: string };
}

/** A page's head, from within its route's `meta`. Nothing where the layout has no data: then it failed, and so did the page. */
export function pageMeta({ matches, location }: MetaArgs, page: Omit<PageHead, "lang" | "below"> | null | undefined): MetaDescriptor[] {
  const site = matches.find(({ id }) => id === LAYOUT_ID)?.data as Site | undefined;
  const [, segment, below = ""] = /^\/([^/]*)(\/.*)?$/.exec(location.pathname) ?? [];
  return site && page ? headOf(site, { ...page, lang: isLang(segment) ? segment : DEFAULT_LANG, below }) : [];
}

interface WithEdition {
  title: string;
  summary: string;
  edition: ShownEdition;
  topic?: { key: string; name: string } | null;
}

/** What the head of an edition's page says; it stands under its topic, if it has one. */
export const editionHead = ({ title, summary, edition, topic }: WithEdition) => ({
  title,
  description: summary,
  edition,
  crumbs: topic ? [{ name: topic.name, below: `/topics/${topic.key}` }] : [],
});
