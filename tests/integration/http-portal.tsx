import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { Announcement, Change } from "../../app/core/announcement.ts";
import type { Member } from "../../app/core/people/roles.ts";
import * as entry from "../../app/entry.server.tsx";
import { RuntimeStrings } from "../../app/i18n/runtime.server.ts";
import * as root from "../../app/root.tsx";
import type { App } from "../../app/server/app.server.ts";
import { wantedManifests } from "../../app/server/displays/wanted.server.ts";
import { openPortal, type Portal, type PortalOptions } from "../../app/server/http/portal.server.ts";
import { readSettings, type Settings } from "../../app/server/settings.server.ts";

/** A route of a build made by hand: as `routes.ts` and the route's file would say it. */
export interface HandRoute {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  module: object;
}

/** The routes as the build hands them to the server, under the real root and with the real entry. */
export function buildOf(routes: HandRoute[], entryModule: object = entry): ServerBuild {
  const all: HandRoute[] = [{ id: "root", path: "", module: root }, ...routes.map((route) => ({ parentId: "root", ...route }))];
  const listed = all.map(({ id, parentId, path, index, module }) => {
    const { loader, action } = module as { loader?: unknown; action?: unknown };
    const shown = { id, parentId, path, index, module: `/assets/${id.replaceAll("/", "-")}.js`, imports: [], hasLoader: !!loader, hasAction: !!action };
    return [id, { ...shown, hasClientLoader: false, hasClientAction: false, hasErrorBoundary: false }] as const;
  });
  return {
    mode: "production",
    entry: { module: entryModule },
    routes: Object.fromEntries(all.map((route) => [route.id, { ...route }])),
    assets: { version: "1", url: "/assets/manifest.js", entry: { module: "/assets/entry.js", imports: [] }, routes: Object.fromEntries(listed) },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
  } as unknown as ServerBuild;
}

/** Announcements as the outbox would hand them on, without a database behind. */
export function handOutbox() {
  const kept: Announcement[] = [];
  const listeners = new Set<(announcement: Announcement) => void>();
  let catchUps = 0;
  return {
    revision: () => kept.at(-1)?.id ?? 0,
    generationId: () => "generation",
    since: async (id: number, limit: number) => kept.filter((one) => one.id > id).slice(0, limit),
    subscribe(listener: (announcement: Announcement) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async catchUp() {
      catchUps += 1;
      return kept.at(-1)?.id ?? 0;
    },
    onApply() {},
    async close() {},
    announce(change: Change) {
      const announcement = { id: (kept.at(-1)?.id ?? 0) + 1, at: new Date(), change };
      kept.push(announcement);
      for (const listener of listeners) listener(announcement);
      return announcement.id;
    },
    /** As if the oldest were no longer kept. */
    forget: (count: number) => kept.splice(0, count),
    catchUps: () => catchUps,
  };
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

interface ServeOptions extends Partial<Pick<PortalOptions, "assets" | "file" | "now">> {
  env?: Record<string, string>;
  /** Parts of the application in place of those made by hand. */
  parts?: (made: { settings: Settings; strings: RuntimeStrings }) => Partial<App>;
}

/** A real server on a free port, with the given routes and an application whose parts the test holds in its hand. */
export async function serve(
  routes: HandRoute[],
  { env = {}, assets = (_request, _response, next) => next(), file, now, parts = () => ({}) }: ServeOptions = {},
) {
  const strings = new RuntimeStrings(async () => []);
  await strings.reload();
  const outbox = handOutbox();
  const readable = { yes: true };
  const asMember = new Map<string, Member>();
  let askedForMember = 0;
  let portal: Portal | null = null;
  const server = createServer({ maxHeaderSize: 128 * 1024 }, (request, response) => portal?.handle(request, response));
  server.on("clientError", (error, socket) => portal?.handleBroken(error, socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const settings = readSettings({ APP_ORIGIN: `http://localhost:${port}`, ...env });
  const app = {
    settings,
    strings,
    outbox,
    media: {},
    displays: wantedManifests(),
    readers: { displays: {} },
    useCases: {},
    db: { read: { $queryRaw: async () => (readable.yes ? [1] : Promise.reject(new Error("the database is away"))) } },
    sessions: {
      async memberOf(request: Request) {
        askedForMember += 1;
        return asMember.get(request.headers.get("cookie") ?? "") ?? null;
      },
    },
    ...parts({ settings, strings }),
  } as unknown as App;
  const build = buildOf(routes);
  portal = await openPortal({ app, build: async () => build, assets, file, now });
  const opened = portal;

  const ask = (path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes, text: bytes.toString() });
        });
      });
      request.once("error", reject);
      request.end(body);
    });

  return {
    ask,
    app,
    port,
    origin: settings.origin,
    outbox,
    readable,
    portal: opened,
    signIn: (cookie: string, member: Member) => asMember.set(cookie, member),
    askedForMember: () => askedForMember,
    async close() {
      await opened.stop(1_000);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const own = (origin: string): Record<string, string> => ({ origin, "content-type": "application/x-www-form-urlencoded" });
