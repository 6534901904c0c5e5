import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { Audience } from "../../i18n/options.ts";
import type { RouteHandle } from "./context.server.ts";

/** What the routes that a path leads to say of the page. */
export interface PageKind {
  /** The innermost route's that names one; null: none does. */
  audience: Audience | null;
  hydrates: boolean;
  /** Public in every part, and for visitors: the same for everyone. */
  shared: boolean;
  /** Every part is public. */
  open: boolean;
  /** Its answer is passed on as it is made. */
  streams: boolean;
  /** The most bytes that are taken from a member; null: as of any form. */
  takes: number | null;
}

interface RouteNode {
  id: string;
  path?: string;
  index?: boolean;
  caseSensitive?: boolean;
  children?: RouteNode[];
  handle: Partial<RouteHandle>;
}

const NOWHERE: PageKind = { audience: null, hydrates: false, shared: false, open: true, streams: false, takes: null };

/** Tells what kind of page a path leads to, before Remix is asked. Data requests (`.data`) are of their page's kind. */
export function pageKinds(build: ServerBuild): (path: string) => PageKind {
  const tree = childrenOf(build, undefined);
  return (path) => {
    const page = path.replace(/\.data$/, "").replace(/^\/_root$/, "/");
    const handles = matchRoutes(tree as Parameters<typeof matchRoutes>[0], page)?.map(({ route }) => (route as unknown as RouteNode).handle);
    if (!handles) return NOWHERE;
    const open = handles.every(({ access }) => access === undefined || access.loader === "public");
    return {
      audience: handles.findLast(({ audience }) => audience)?.audience ?? null,
      hydrates: handles.some(({ hydrate }) => hydrate),
      open,
      streams: handles.some(({ streams }) => streams),
      takes: handles.at(-1)?.takes ?? null,
      shared: open && handles.every(({ audience, access, personal }) => (audience === "visitor" && !personal) || access === undefined),
    };
  };
}

function childrenOf(build: ServerBuild, parentId: string | undefined): RouteNode[] {
  return Object.values(build.routes)
    .filter((route) => route && route.parentId === parentId)
    .map((route) => {
      const { id, path, index, caseSensitive, module } = route as NonNullable<typeof route>;
      return { id, path, index, caseSensitive, handle: (module.handle ?? {}) as Partial<RouteHandle>, ...(index ? {} : { children: childrenOf(build, id) }) };
    });
}
