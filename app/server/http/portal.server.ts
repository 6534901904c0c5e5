import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ServerBuild } from "@remix-run/node";
import { AppError, type ErrorCode, STATUS } from "../../core/errors.ts";
import { DEFAULT_LANG, type Lang } from "../../core/language/languages.ts";
import { preferredLang } from "../../i18n/negotiation.server.ts";
import type { App } from "../app.server.ts";
import { openDisplays } from "../displays/displays.server.ts";
import type { BootPage, StaticFile } from "../displays/page-parts.server.ts";
import { log, newFailureId } from "../logging.server.ts";
import { send, sendKept, sendStream } from "./answer.server.ts";
import { LONGEST_FORM, readBody } from "./body.server.ts";
import { clientAddresses } from "./client-address.server.ts";
import { openEventStreams } from "./event-stream.server.ts";
import { isReady, sendHealth } from "./health.server.ts";
import { MEDIA, sendMedia } from "./media.server.ts";
import { mayReadMetrics, processFigures, sendMetrics } from "./metrics.server.ts";
import { isOwnOrigin } from "./origin-check.server.ts";
import { openPageCache } from "./page-cache.server.ts";
import { openPages, type PageRequest, type RenderedPage, sharedPage } from "./pages.server.ts";
import { type Refusal, refusalJson } from "./refusals.server.ts";
import { readTarget, type Target } from "./target.server.ts";

export type Assets = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

export interface PortalOptions {
  app: App;
  /** Asked for each page, so that development may hand over a newer one; production's never changes. */
  build: () => Promise<ServerBuild>;
  /** Answers what is a static file, else calls `next`. */
  assets: Assets;
  /** The same files, for devices that keep them. Left out: they keep none. */
  file?: StaticFile;
  /** The clock of what displays are told. */
  now?: () => Date;
}

/** Everything that answers requests. */
export interface Portal {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** How many event streams are open. */
  listeners(): number;
  /** Answers bytes that Node could not read as a request: too long a head, broken syntax. */
  handleBroken(error: Error & { code?: string }, socket: Duplex): void;
  /** From now on not ready: event streams end, new requests are sent away; resolves when those in flight have ended, or after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

type PageTarget = Extract<Target, { kind: "page" }>;

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
const NOT_THERE: Refusal = { code: "not_found", details: {} };
const ONE_HOUR = "public, max-age=3600";

/** @throws UndeclaredRoute when a route of the build does not say who may enter */
export async function openPortal({ app, build, assets, file = async () => null, now = () => new Date() }: PortalOptions): Promise<Portal> {
  const { origin } = app.settings;
  const addressOf = clientAddresses(app.settings.trustProxy);
  const cache = openPageCache({ revision: () => app.outbox.revision(), now: Date.now });
  let built = await build();
  let pages = openPages(built, app);
  const streams = openEventStreams({ outbox: app.outbox, headers: pages.security.plain, perAddress: app.settings.streamsPerAddress });
  const displays = openDisplays({ app, headers: pages.security.plain, page: bootPage, file, now });
  const inFlight = new Set<ServerResponse>();
  let stopping = false;
  let booted: { revision: number; of: ServerBuild; page: Promise<BootPage | null> } | null = null;

  /** In the order of the design: what costs least first, and nothing of Remix before origin and size are known to be right. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/livez") return sendHealth(response, true);
    if (request.url === "/metrics" && isReading(request)) return metrics(request, response);
    if (request.url === "/readyz") return sendHealth(response, !stopping && (await isReady(app.db)));
    const target = readTarget(request.url ?? "");
    if (stopping) return refuse(request, response, target, { code: "stopping", details: {} });
    if (target.kind === "refused") return refuse(request, response, target, { code: target.code, details: {} });
    if (!METHODS.has(request.method ?? "")) return refuse(request, response, target, { code: "bad_request", details: {} }, 405);
    if (target.kind === "redirect") {
      const headers = new Headers([
        ...pages.security.plain.map(([name, value]): [string, string] => [name, value]),
        ["location", target.to],
        ["cache-control", ONE_HOUR],
      ]);
      return send(request, response, { status: 308, headers, body: Buffer.alloc(0) });
    }
    if (!isReading(request)) return change(request, response, target);
    if (isOfDevices(target.path) && (await device(request, response, target))) return;
    for (const [name, value] of pages.security.plain) response.setHeader(name, value);
    assets(request, response, (error) => {
      settle(error ? Promise.reject(error) : read(request, response, target), request, response);
    });
  }

  async function read(request: IncomingMessage, response: ServerResponse, target: PageTarget): Promise<void> {
    await renewPages();
    if (target.path === "/events") return stream(request, response, target);
    if (isOfDevices(target.path)) return refuse(request, response, target, NOT_THERE);
    if (target.path.startsWith(MEDIA)) {
      if (!(await sendMedia(request, response, target.path, app.media))) await refuse(request, response, target, NOT_THERE);
      return;
    }
    const asked = { ...target, method: "GET", body: null, address: addressOf(request) };
    // What is the same for everyone is rendered without looking at who asks, so that it can't become anything else.
    const shared = target.lang !== null && pages.kindOf(target.path).shared;
    if (!shared) return finish(request, response, target, await pages.render({ ...asked, asker: request, signal: signalOf(response) }));
    const alike = { ...asked, address: "", asker: null, signal: null };
    if (target.search || target.path.endsWith(".data") || pages.development) return finish(request, response, target, await pages.render(alike));
    let own: RenderedPage | undefined;
    const kept = await cache.obtain(target.path, async () => {
      own = await pages.render(alike);
      return sharedPage(own);
    });
    if (kept) return sendKept(request, withoutHeaders(response), kept);
    return finish(request, response, target, own ?? (await pages.render(alike)));
  }

  async function change(request: IncomingMessage, response: ServerResponse, target: PageTarget): Promise<void> {
    await renewPages();
    if (!isOwnOrigin(request.headers, origin)) return refuse(request, response, target, { code: "wrong_origin", details: { origin } });
    if (isOfDevices(target.path)) {
      if (!(await device(request, response, target))) await refuse(request, response, target, NOT_THERE);
      return;
    }
    const { takes } = pages.kindOf(target.path);
    // Nobody else may fill the memory with so much before a guard is asked.
    if (takes !== null && !(await pages.memberOf(request))) throw new AppError("sign_in_needed");
    const body = await readBody(request, takes ?? LONGEST_FORM);
    const asked: PageRequest = { ...target, asker: request, method: request.method ?? "POST", body, address: addressOf(request), signal: signalOf(response) };
    const rendered = await pages.render(asked);
    // Whoever wrote finds it on the next page, here and on every display.
    await app.outbox.catchUp();
    return finish(request, response, target, rendered);
  }

  function metrics(request: IncomingMessage, response: ServerResponse): Promise<void> | void {
    if (!mayReadMetrics(request, app.settings)) return refuse(request, response, readTarget("/metrics"), NOT_THERE);
    const { streams: listening, displays: heard, groups, made, told } = displays.figures();
    return sendMetrics(response, [
      ...processFigures(),
      { name: "content_revision", help: "Content revision that this process shows.", type: "gauge", value: app.outbox.revision() },
      { name: "event_streams", help: "Open public event streams.", type: "gauge", value: streams.count() },
      { name: "display_streams", help: "Open event streams of displays.", type: "gauge", value: listening },
      { name: "displays_listening", help: "Displays with an open event stream.", type: "gauge", value: heard },
      { name: "display_manifests", help: "Manifests that displays share.", type: "gauge", value: groups },
      { name: "display_manifests_made_total", help: "Manifests made.", type: "counter", value: made },
      { name: "display_frames_total", help: "Frames written to displays because something changed.", type: "counter", value: told },
    ]);
  }

  /** What a device asks. False: it is a page's or a file's to answer. */
  async function device(request: IncomingMessage, response: ServerResponse, { path }: PageTarget): Promise<boolean> {
    await renewPages();
    if (path === "/display/events") inFlight.delete(response);
    return displays.answer(request, response, { path, address: addressOf(request) });
  }

  /** The page that every device boots: rendered without looking at who asks, once for each revision. */
  async function bootPage(): Promise<BootPage | null> {
    const revision = app.outbox.revision();
    if (booted?.revision !== revision || booted.of !== built || pages.development) {
      const asked = { method: "GET", path: "/display", search: "", lang: null, body: null, address: "", asker: null, signal: null, hashed: true } as const;
      booted = {
        revision,
        of: built,
        page: pages
          .render(asked)
          .then(({ status, headers, body }) =>
            status === 200 ? { body, headers: { ...ownHeaders(headers), ...(pages.development && { "cache-control": "no-store" }) } } : null,
          ),
      };
    }
    const kept = booted;
    return kept.page.catch((error) => {
      if (booted === kept) booted = null;
      throw error;
    });
  }

  async function finish(request: IncomingMessage, response: ServerResponse, target: Target, rendered: RenderedPage): Promise<void> {
    if (rendered.refusal) return refuse(request, response, target, rendered.refusal, rendered.status, rendered.headers.get("retry-after"));
    if (rendered.stream) return sendStream(request, withoutHeaders(response), rendered, rendered.stream);
    return send(request, withoutHeaders(response), rendered);
  }

  async function stream(request: IncomingMessage, response: ServerResponse, target: PageTarget): Promise<void> {
    const since = request.headers["last-event-id"] ?? new URLSearchParams(target.search).get("since");
    if (request.method === "HEAD")
      return send(request, response, {
        status: 200,
        headers: new Headers({ "content-type": "text/event-stream", "cache-control": "no-store" }),
        body: Buffer.alloc(0),
      });
    inFlight.delete(response);
    if (!streams.open(withoutHeaders(response), addressOf(request), since === null ? null : String(since))) {
      return refuse(request, response, target, { code: "busy", details: {} });
    }
  }

  /** Answers a request that gets no further, in its language, as a page or as JSON. */
  async function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
    refusal: Refusal,
    status: number = STATUS[refusal.code],
    retryAfter: string | null = null,
  ): Promise<void> {
    const json = wantsJson(request);
    const body = json ? JSON.stringify(refusalJson(refusal, app.strings)) : pages.draw(refusal, await langOf(request, target), app.strings);
    const headers = new Headers([
      ["content-type", json ? "application/json" : "text/html; charset=utf-8"],
      ["cache-control", "no-store"],
    ]);
    for (const [name, value] of pages.security.plain) headers.set(name, value);
    if (isOfApi(request)) headers.set("access-control-allow-origin", "*");
    if (status === 503 || status === 429) headers.set("retry-after", retryAfter ?? "2");
    if (status === 405) headers.set("allow", [...METHODS].join(", "));
    if (stopping) headers.set("connection", "close");
    return send(request, withoutHeaders(response), { status, headers, body: Buffer.from(body) });
  }

  async function langOf(request: IncomingMessage, target: Target): Promise<Lang> {
    if (target.kind !== "redirect" && target.lang) return target.lang;
    return preferredLang(new Request(origin, { headers: { "accept-language": request.headers["accept-language"] ?? "" } }));
  }

  /** The one place where what nobody foresaw ends: logged once, told with its id. */
  function settle(work: Promise<void>, request: IncomingMessage, response: ServerResponse): void {
    work
      .catch(async (error) => {
        if (response.destroyed || response.headersSent) return response.destroy();
        const target = readTarget(request.url ?? "");
        if (error instanceof AppError) return refuse(request, response, target, error);
        const id = newFailureId();
        log.error("request failed", error, { id, method: request.method ?? "" });
        return refuse(request, response, target, { code: "internal", details: { id } });
      })
      .catch((error) => {
        log.error("no answer could be given", error);
        response.destroy();
      });
  }

  async function renewPages(): Promise<void> {
    const newer = await build();
    if (newer === built) return;
    pages = openPages(newer, app);
    built = newer;
  }

  return {
    handle(request, response) {
      if (!stopping && isReading(request)) {
        const kept = cache.fresh(request.url ?? "");
        if (kept) return sendKept(request, response, kept);
      }
      inFlight.add(response);
      response.once("close", () => inFlight.delete(response));
      settle(answer(request, response), request, response);
    },
    listeners: () => streams.count() + displays.figures().streams,
    handleBroken(error, socket) {
      if (!socket.writable || !error.code?.startsWith("HPE_")) return void socket.destroy();
      const code: ErrorCode = error.code === "HPE_HEADER_OVERFLOW" ? "query_too_long" : "bad_request";
      const page = pages.draw({ code, details: {} }, DEFAULT_LANG, app.strings);
      const headers = [
        ...pages.security.plain,
        ["content-type", "text/html; charset=utf-8"],
        ["content-length", String(Buffer.byteLength(page))],
        ["cache-control", "no-store"],
        ["connection", "close"],
      ];
      socket.end(`HTTP/1.1 ${STATUS[code]} Bad Request\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${page}`);
    },
    async stop(patienceMs) {
      stopping = true;
      streams.close();
      void displays.close();
      const ended = Promise.all([...inFlight].map((response) => new Promise((resolve) => response.once("close", resolve))));
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
    },
  };
}

const isReading = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";

/** The devices' own worker is a file. */
const isOfDevices = (path: string): boolean => path === "/display" || path.startsWith("/display/");

/** What a page says beside its bytes, without what belongs to one answer only. */
const ownHeaders = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !["vary", "cache-control", "etag", "content-length"].includes(name)));

/** The public API's answers may be read by any site, its refusals too. */
const isOfApi = ({ url = "" }: Pick<IncomingMessage, "url">): boolean => url.startsWith("/api/");

/** Programs that ask for JSON get their refusals in JSON. */
const wantsJson = ({ url = "", headers }: IncomingMessage): boolean =>
  isOfApi({ url }) ||
  url.startsWith("/display/") ||
  /^[^?]*\.json(\?|$)/.test(url) ||
  (/json/.test(headers.accept ?? "") && !/html/.test(headers.accept ?? ""));

/** Ends when the asker goes away before the answer is out. */
function signalOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => response.writableFinished || controller.abort());
  return controller.signal;
}

/** Without what was set for a static file that turned out not to be one. */
function withoutHeaders(response: ServerResponse): ServerResponse {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  return response;
}
