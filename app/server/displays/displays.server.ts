import type { IncomingMessage, ServerResponse } from "node:http";
import type { PairingOffer, PairingState, PairingWish, ReceiptsTaken, TokenWish } from "../../core/displays/protocol.ts";
import { readReceipts, readReport } from "../../core/displays/read-report.ts";
import { AppError } from "../../core/errors.ts";
import { readKioskMessage } from "../../core/messages/kiosk-message.ts";
import type { App } from "../app.server.ts";
import { send } from "../http/answer.server.ts";
import { readBody } from "../http/body.server.ts";
import type { Header } from "../http/security-headers.server.ts";
import { deviceTokens, isSigned } from "./device-token.server.ts";
import { openManifests } from "./manifests.server.ts";
import type { BootPage, StaticFile } from "./page-parts.server.ts";
import { openResources } from "./resources.server.ts";
import { sendResource } from "./send-resource.server.ts";
import { type DisplayStreams, openDisplayStreams } from "./streams.server.ts";

/** Everything below /display: what devices ask, answered before Remix. */
export interface Displays {
  /**
   * Answers a device. False: the path is none of its.
   * @throws AppError what the device is refused
   */
  answer(request: IncomingMessage, response: ServerResponse, asked: { path: string; address: string }): Promise<boolean>;
  figures: DisplayStreams["figures"];
  /** Ends every stream with a hint when to come back. */
  close(): Promise<void>;
}

export interface DisplaysOptions {
  app: Pick<App, "settings" | "outbox" | "strings" | "media" | "displays" | "useCases"> & { readers: Pick<App["readers"], "displays"> };
  headers: readonly Header[];
  page: () => Promise<BootPage | null>;
  file: StaticFile;
  now?: () => Date;
}

/** By its hash, or at the address that a page plays it from. */
const RESOURCE = /^\/display\/(?:resources|clips)\/([0-9a-f]{64})$/;
const LONGEST_REPORT = 64 * 1024;
/**
 * Out of the browser's own cache for a month where it must be: a device whose service worker was lost boots by it without a server. The
 * worker itself asks anew each time.
 */
const BOOT_PAGE_KEPT = "private, max-age=2592000";
/** How often resources that nobody lists any more are looked for. */
const SWEEP_MS = 5 * 60_000;

export function openDisplays({ app, headers, page, file, now = () => new Date() }: DisplaysOptions): Displays {
  const { useCases, outbox, settings } = app;
  const readers = app.readers.displays;
  const resources = openResources(() => now().getTime());
  const generation = () => outbox.generationId();
  const manifests = openManifests({ readers, strings: app.strings, generation, page, file, media: app.media, resources, now });
  const streams = openDisplayStreams({ outbox, manifests, readers, now });
  app.displays.madeBy(streams.manifestOf);
  const tokens = deviceTokens(readers, { now, secure: settings.secure });
  const sweep = setInterval(() => resources.sweep(streams.listed()), SWEEP_MS).unref();

  type Answering = (request: IncomingMessage, response: ServerResponse, address: string) => Promise<void>;

  const reads: Record<string, Answering> = {
    async "/display"(request, response) {
      const boot = await page();
      if (!boot) throw new AppError("not_found");
      const kept = new Headers({
        ...boot.headers,
        "content-type": "text/html; charset=utf-8",
        "cache-control": boot.headers["cache-control"] ?? BOOT_PAGE_KEPT,
      });
      await send(request, response, { status: 200, headers: kept, body: boot.body });
    },
    async "/display/pairing"(request, response) {
      const secret = await tokens.pairing.secretOf(request);
      const outcome = secret ? await useCases.takeDisplayToken(secret) : ({ state: "expired" } as const);
      if (outcome.state !== "paired") {
        const state: PairingState = outcome.state === "waiting" ? { state: "waiting", expiresAt: outcome.expiresAt.toISOString() } : outcome;
        return sendJson(request, response, state);
      }
      const own = await readers.own(outcome.displayId);
      if (!own) return sendJson(request, response, { state: "expired" } satisfies PairingState);
      return sendJson(request, response, { state: "paired", identity: own.identity } satisfies PairingState, { cookies: [await tokens.give(outcome.token)] });
    },
    async "/display/manifest"(request, response) {
      const { hash, bytes } = await streams.manifestOf(await tokens.displayOf(request));
      const cookie = await tokens.giveAgain(request);
      if (request.headers["if-none-match"] === `"${hash}"`) return void response.writeHead(304, { etag: `"${hash}"`, "set-cookie": cookie }).end();
      await send(request, response, {
        status: 200,
        headers: new Headers([...jsonHeaders(headers), ["etag", `"${hash}"`], ["set-cookie", cookie]]),
        body: bytes,
      });
    },
    async "/display/events"(request, response) {
      const display = await tokens.displayOf(request);
      const cookie = await tokens.giveAgain(request);
      if (request.method === "HEAD") return void response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).end();
      await streams.open(display, response, [...headers, ["set-cookie", cookie]]);
    },
  };

  const writes: Record<string, Answering> = {
    async "/display/pairing"(request, response, address) {
      const { width, height, key } = (await readJson(request, LONGEST_REPORT)) as Partial<PairingWish>;
      const wish = { width, height, key: key ?? undefined } as PairingWish;
      const { secret, ...offer } = await useCases.askPairing({ wish, address });
      // Who asks to be paired is paired no longer: the token of the display that it was opens nothing on this device any more.
      const cookies = [await tokens.pairing.give(secret, new Date(offer.expiresAt)), await tokens.take()];
      await sendJson(request, response, offer satisfies PairingOffer, { status: 201, cookies });
    },
    async "/display/token"(request, response) {
      const { display, at, signature } = (await readJson(request, LONGEST_REPORT)) as Partial<TokenWish>;
      const wish = { display: String(display), at: String(at), signature: String(signature) };
      const token = await useCases.renewDisplayToken(wish, isSigned);
      await sendNothing(response, await tokens.give(token));
    },
    async "/display/report"(request, response) {
      const { id } = await tokens.displayOf(request);
      const report = readReport(await readJson(request, LONGEST_REPORT));
      if (!report) throw new AppError("bad_request");
      await useCases.noteReport(id, report);
      await sendNothing(response, null);
    },
    async "/display/receipts"(request, response) {
      const { id } = await tokens.displayOf(request);
      const receipts = readReceipts(await readJson(request));
      if (!receipts) throw new AppError("bad_request");
      await sendJson(request, response, (await useCases.takeReceipts(id, receipts)) satisfies ReceiptsTaken);
    },
    async "/display/messages"(request, response, address) {
      const { id } = await tokens.displayOf(request);
      const message = readKioskMessage(await readJson(request));
      if (!message) throw new AppError("bad_request");
      try {
        const { number } = await useCases.sendMessage({ ...message, address, display: id });
        await sendJson(request, response, { number }, { status: 201 });
      } catch (error) {
        if (!(error instanceof AppError) || (error.code !== "invalid" && error.code !== "too_many_attempts")) throw error;
        const { faults, retryAfterSeconds } = error.details;
        if (retryAfterSeconds !== undefined) response.setHeader("retry-after", String(retryAfterSeconds));
        await sendJson(request, response, { faults }, { status: error.status });
      }
    },
  };

  async function sendJson(
    request: IncomingMessage,
    response: ServerResponse,
    body: object,
    { status = 200, cookies = [] }: { status?: number; cookies?: string[] } = {},
  ): Promise<void> {
    const all = new Headers(jsonHeaders(headers));
    for (const cookie of cookies) all.append("set-cookie", cookie);
    await send(request, response, { status, headers: all, body: Buffer.from(JSON.stringify(body)) });
  }

  async function sendNothing(response: ServerResponse, cookie: string | null): Promise<void> {
    response.writeHead(204, { ...Object.fromEntries(headers), "cache-control": "no-store", ...(cookie && { "set-cookie": cookie }) }).end();
  }

  return {
    async answer(request, response, { path, address }) {
      const reading = request.method === "GET" || request.method === "HEAD";
      const answering = reading ? reads[path] : request.method === "POST" ? writes[path] : undefined;
      if (answering) await answering(request, response, address);
      const sha256 = reading ? RESOURCE.exec(path)?.[1] : undefined;
      if (sha256) {
        const display = await tokens.displayOf(request);
        // Another process may have listed it: what this display holds is made here then, and the resource with it.
        if (!resources.find(sha256)) await streams.manifestOf(display);
        for (const [name, value] of headers) response.setHeader(name, value);
        await sendResource(request, response, sha256, resources);
      }
      return answering !== undefined || sha256 !== undefined;
    },
    figures: streams.figures,
    async close() {
      clearInterval(sweep);
      await streams.close();
    },
  };
}

const jsonHeaders = (headers: readonly Header[]): [string, string][] => [
  ...headers.map(([name, value]): [string, string] => [name, value]),
  ["content-type", "application/json"],
  ["cache-control", "no-store"],
];

/** @throws AppError `bad_request`, `too_large` */
async function readJson(request: IncomingMessage, longest?: number): Promise<unknown> {
  const body = await readBody(request, longest);
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // No JSON: said below.
  }
  throw new AppError("bad_request");
}
