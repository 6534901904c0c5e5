import type { MetaDescriptor } from "@remix-run/react";
import { headOf, type PageHead, type Site } from "./head.ts";

/** Id of the layout route, whose data every page's head needs. */
export const LAYOUT_ID = "visitor";

interface MetaArgs {
  matches: readonly { id: string; data: unknown }[];
  location: { pathname: string };
}

/** A page's head, from within its route's `meta`. Nothing where the layout has no data: then it failed, and so did the page. */
export function pageMeta({ matches, location }: MetaArgs, page: Omit<PageHead, "path"> | null | undefined): MetaDescriptor[] {
  const site = matches.find(({ id }) => id === LAYOUT_ID)?.data as Site | undefined;
  return site && page ? headOf(site, { ...page, path: location.pathname }) : [];
}
