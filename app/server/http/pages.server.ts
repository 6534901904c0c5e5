import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Lang } from "../../core/language/languages.ts";
import type { Member } from "../../core/people/roles.ts";
import { preferredLang } from "../../i18n/negotiation.server.ts";
import { rememberedLang } from "../../i18n/remembered-lang.server.ts";
import type { App } from "../app.server.ts";
import { guarded } from "./access.server.ts";
import { type Answer, addVary } from "./answer.server.ts";
import type { RequestContext } from "./context.server.ts";
import type { SharedPage } from "./page-cache.server.ts";
import { type PageKind, pageKinds } from "./page-kinds.server.ts";
import { type DrawRefusal, drawRefusalOf, type Refusal } from "./refusals.server.ts";
import { POLICY, type SecurityHeaders, SHARING, securityHeaders } from "./security-headers.server.ts";

/** What is asked of Remix. */
export interface PageRequest {
  /** As the asker sent it; null: a page that is the same for everyone, rendered without looking at who asks. */
  asker: IncomingMessage | null;
  method: string;
  /** Path and query, in the spelling that counts. */
  path: string;
  search: string;
  lang: Lang | null;
  body: Buffer<ArrayBuffer> | null;
  address: string;
  signal: AbortSignal | null;
  /** It hydrates and is still the same bytes for everyone: no nonce, its scripts are let in by their hashes. */
  hashed?: true;
}

export interface RenderedPage extends Answer {
  validUntil: Date | null;
  /** Set where Remix has no page to say so: the answer to be given instead. */
  refusal: Refusal | null;
  /** The body of a route that streams, in place of `body`. */
  stream: ReadableStream<Uint8Array> | null;
}

export interface Pages {
  development: boolean;
  security: SecurityHeaders;
  draw: DrawRefusal;
  kindOf(path: string): PageKind;
  /** Who asks; null: nobody who is signed in. */
  memberOf(asker: IncomingMessage): Promise<Member | null>;
  render(request: PageRequest): Promise<RenderedPage>;
}

/**
 * The pages of a build, behind their guards.
 * @throws UndeclaredRoute
 */
export function openPages(build: ServerBuild, app: App): Pages {
  const development = build.mode === "development";
  const security = securityHeaders({ secure: app.settings.secure, development });
  const kindOf = pageKinds(build);
  const handle = createRequestHandler(guarded(build), build.mode);

  return {
    development,
    security,
    draw: drawRefusalOf(build),
    kindOf,
    memberOf: ({ headers: { cookie = "" } }) => app.sessions.memberOf(new Request(app.settings.origin, { headers: { cookie } })),
    async render(asked) {
      const kind = kindOf(asked.path);
      const isData = asked.path.endsWith(".data");
      const request = toRequest(asked, app.settings.origin);
      const member = kind.shared ? null : await app.sessions.memberOf(request);
      const nonce = kind.hydrates && !asked.hashed ? randomBytes(16).toString("base64") : undefined;
      let validUntil: Date | null = null;
      let retryAfter: number | null = null;
      const context: AppLoadContext = {
        app,
        lang: asked.lang ?? member?.lang ?? rememberedLang(request) ?? (await preferredLang(request)),
        member,
        nonce,
        address: asked.address,
        page: {
          hydrates: kind.hydrates ? (kind.audience ?? "visitor") : null,
          failure: null,
          refusal: null,
          validUntil(date) {
            if (date && (!validUntil || date < validUntil)) validUntil = date;
          },
          retryAfter(seconds) {
            retryAfter = Math.max(1, Math.ceil(seconds));
          },
        },
      };
      const response = await handle(request, context);
      const stream = kind.streams && !isData && response.ok ? response.body : null;
      const body = stream ? Buffer.alloc(0) : Buffer.from(await response.arrayBuffer());
      const headers = new Headers(response.headers);
      for (const [name, value] of security.plain)
        if (name !== SHARING || !headers.has(SHARING)) headers.set(name, name === POLICY && nonce ? security.policyWith(nonce) : value);
      if (asked.hashed) headers.set(POLICY, security.policyWithHashes(inlineScripts(body.toString())));
      if (response.status === 429 || response.status === 503) headers.set("retry-after", String(retryAfter ?? 2));
      if (!headers.has("cache-control")) headers.set("cache-control", cacheControl(kind, response.status, asked.method));
      if (!asked.lang && headers.get("content-type")?.startsWith("text/html")) for (const name of ["Accept-Language", "Cookie"]) addVary(headers, name);
      return { status: response.status, headers, body, validUntil, refusal: isData ? null : refusalBehind(response, context.page), stream };
    },
  };
}

/** The page as everyone gets it; null when it says of itself that it is not for everyone, or is no success. */
export function sharedPage({ status, headers, body, validUntil }: RenderedPage): SharedPage | null {
  const own = headers.has("set-cookie") || headers.has("vary") || headers.get("cache-control") !== VISITORS;
  if (status !== 200 || own) return null;
  const kept = [...headers].filter(([name]) => name !== "content-type");
  return { headers: kept, contentType: headers.get("content-type") ?? "text/html; charset=utf-8", body, validUntil };
}

/** Visitors' pages may lie in any cache, which has to ask each time whether they still hold: a 304 costs next to nothing. */
const VISITORS = "public, max-age=0, must-revalidate";

function cacheControl(kind: PageKind, status: number, method: string): string {
  if (!kind.open || kind.audience === "workbench" || status >= 300 || (method !== "GET" && method !== "HEAD")) return "no-store";
  return kind.shared ? VISITORS : "no-cache";
}

/** What a route without a page said, or what stands behind Remix's own bare words. */
function refusalBehind({ status, headers }: Response, page: RequestContext["page"]): Refusal | null {
  if (page.refusal) return page.refusal;
  const type = headers.get("content-type");
  const bare = status >= 400 && (!type || type.startsWith("text/plain") || headers.has("x-remix-error"));
  if (!bare) return null;
  return status >= 500
    ? { code: "internal", details: page.failure ? { id: page.failure } : {} }
    : { code: status === 404 ? "not_found" : "bad_request", details: {} };
}

/** SHA-256 of each script that stands in a page itself, in base64. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = ""]) => createHash("sha256").update(code).digest("base64"));

/** What a proxy or an asker may claim about hosts: nothing may be built from it. Origin was checked before. */
const UNBELIEVED = new Set(["host", "origin", "forwarded", "connection", "transfer-encoding", "content-length"]);

/** A request under our own address, whatever Host it came with. */
function toRequest({ asker, method, path, search, body, signal }: PageRequest, origin: string): Request {
  const headers = new Headers({ host: new URL(origin).host });
  for (const [name, value] of Object.entries(asker?.headers ?? {})) {
    if (value !== undefined && !UNBELIEVED.has(name) && !name.startsWith("x-forwarded-")) headers.set(name, String(value));
  }
  // Node's body is read whole by now: Remix gets GET for HEAD, so that one page serves both.
  return new Request(origin + path + search, { method: method === "HEAD" ? "GET" : method, headers, body, signal });
}
