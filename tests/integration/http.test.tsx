import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import { type HandRoute, own, serve } from "./http-portal.tsx";

const visitor = { access: { loader: "public" }, audience: "visitor" } as const;
const made: string[] = [];
let validUntil: Date | null = null;
let closed: Promise<unknown> = Promise.resolve();
/** Settled when the slow loader has its request. */
let slowBegan = Promise.withResolvers<void>();

function Shown() {
  return <p>{(useLoaderData() as { text: string }).text}</p>;
}
const page = (path: string, loader: (args: LoaderFunctionArgs) => unknown, rest: object = {}): HandRoute => ({
  id: `pages${path}`,
  path: path.slice(1),
  module: { handle: visitor, loader, default: Shown, ...rest },
});

const routes: HandRoute[] = [
  page("/:lang/a", ({ context, request }) => {
    made.push(request.url);
    context.page.validUntil(validUntil);
    return { text: `${context.lang} ${made.length} ${"· ".repeat(400)}` };
  }),
  page("/:lang/who", ({ request, context }) => ({
    text: `${request.headers.get("cookie")} ${request.headers.get("accept-language")} ${context.member?.name} ${context.address}`,
  })),
  page("/:lang/own-cookie", () => data({ text: "x" }, { headers: { "Set-Cookie": "a=b" } }), {
    headers: ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders,
  }),
  page("/:lang/missing", () => {
    throw new AppError("not_found");
  }),
  page("/:lang/busy", () => {
    throw new AppError("too_many_attempts", { retryAfterSeconds: 61.2 });
  }),
  page("/:lang/fails", () => {
    throw new Error("secret inner words");
  }),
  page("/:lang/draws-badly", () => ({ text: "x" }), {
    default() {
      throw new Error("secret inner words");
    },
  }),
  page("/where", ({ request, context }) => ({ text: `${request.url} ${request.headers.get("x-forwarded-host")} ${context.lang} ${context.address}` })),
  page("/form", () => ({ text: "form" }), {
    handle: { access: { loader: "public", action: "public" }, audience: "workbench" },
    async action({ request }: ActionFunctionArgs) {
      return { length: (await request.formData()).get("words")?.toString().length };
    },
  }),
  page("/screen", () => ({ text: "screen" }), { handle: { access: { loader: "public" }, audience: "display", hydrate: true } }),
  {
    id: "data",
    path: "data.json",
    module: {
      handle: { access: { loader: "public", action: "workbench.enter" } },
      loader({ request }: LoaderFunctionArgs) {
        if (request.url.includes("?none")) throw new AppError("not_found");
        if (request.url.includes("?fails")) throw new Error("secret inner words");
        return Response.json({ here: "x".repeat(1_000) });
      },
      action: () => Response.json({}),
    },
  },
  {
    id: "slow",
    path: "slow",
    module: {
      handle: { access: { loader: "public" } },
      loader: ({ request }: LoaderFunctionArgs) =>
        new Promise((resolve) => {
          slowBegan.resolve();
          closed = new Promise((aborted) => request.signal.addEventListener("abort", aborted));
          setTimeout(() => resolve(new Response("slow but whole")), 300);
        }),
    },
  },
  page("/*", () => {
    throw new AppError("not_found");
  }),
  { id: "lang", path: ":lang", module: { handle: visitor, default: Outlet } },
];

let portal: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  portal = await serve(routes);
});
afterAll(() => portal.close());
beforeEach(() => {
  made.length = 0;
  validUntil = null;
  portal.outbox.announce({ kind: "place" });
});

describe("a visitor's page", () => {
  it("is rendered once, then comes from the cache, the same for everyone", async () => {
    const first = await portal.ask("/vi/a");
    const again = await portal.ask("/vi/a", { headers: { cookie: "cn_session=x", "accept-language": "zh" } });
    expect([first.status, again.text, made.length]).toEqual([200, first.text, 1]);
    expect(first.headers).toMatchObject({
      "cache-control": "public, max-age=0, must-revalidate",
      vary: "Accept-Encoding",
      "content-type": "text/html; charset=utf-8",
    });
  });

  it("is rendered without looking at who asks", async () => {
    const before = portal.askedForMember();
    const { text } = await portal.ask("/vi/who", { headers: { cookie: "somebody", "accept-language": "zh" } });
    const searched = await portal.ask("/vi/who?q=1", { headers: { cookie: "somebody", "accept-language": "zh" } });
    expect([text, searched.text].map((html) => html.includes("<p>null null undefined </p>"))).toEqual([true, true]);
    expect(portal.askedForMember()).toBe(before);
  });

  it("carries no script but the portal's own small files, and a policy without inline scripts or a nonce", async () => {
    const { text, headers } = await portal.ask("/zh/a");
    expect(text).not.toMatch(/modulepreload| style=/);
    for (const [script] of text.matchAll(/<script[^>]*>[^<]*/g)) expect(script).toMatch(/ src="\/portal[a-z-]*\.js"[^>]*>$/);
    expect(headers["content-security-policy"]).toMatch(/(^|;)script-src 'self'(;|$)/);
    expect(headers["content-security-policy"]).not.toMatch(/nonce|unsafe/);
  });

  it("travels in each encoding under one tag, and not at all to who holds it", async () => {
    const answers = await Promise.all(["br, gzip", "gzip", "identity"].map((encoding) => portal.ask("/vi/a", { headers: { "accept-encoding": encoding } })));
    const [br, gzip, plain] = answers;
    if (!br || !gzip || !plain) throw new Error("three were asked for");
    expect([br.headers["content-encoding"], gzip.headers["content-encoding"], plain.headers["content-encoding"]]).toEqual(["br", "gzip", undefined]);
    expect([brotliDecompressSync(br.body).toString(), gunzipSync(gzip.body).toString()]).toEqual([plain.text, plain.text]);
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    const held = await portal.ask("/vi/a", { headers: { "if-none-match": br.headers.etag ?? "" } });
    expect([held.status, held.body.length, held.headers.etag]).toEqual([304, 0, br.headers.etag]);
    expect(made.length).toBe(1);
  });

  it("is new at once after a change of the content", async () => {
    await portal.ask("/vi/a");
    portal.outbox.announce({ kind: "place" });
    expect((await portal.ask("/vi/a")).text).toContain("<p>vi 2");
  });

  it("ends when it said so", async () => {
    validUntil = new Date(Date.now() + 150);
    await portal.ask("/vi/a");
    await portal.ask("/vi/a");
    expect(made.length).toBe(1);
    await vi.waitFor(async () => expect((await portal.ask("/vi/a")).text).toContain("<p>vi 2"), { timeout: 2_000 });
  });

  it("with a query is not kept, but tagged", async () => {
    const first = await portal.ask("/vi/a?q=1");
    await portal.ask("/vi/a?q=1");
    expect([made.length, first.headers.etag?.slice(0, 2)]).toEqual([2, "W/"]);
  });

  it("that sets a cookie is not kept", async () => {
    const [first, second] = [await portal.ask("/vi/own-cookie"), await portal.ask("/vi/own-cookie")];
    expect([first.headers["set-cookie"], second.headers["set-cookie"], first.headers.etag]).toEqual([["a=b"], ["a=b"], undefined]);
  });

  it("answers HEAD like GET, without the page", async () => {
    const [get, head] = [await portal.ask("/vi/a"), await portal.ask("/vi/a", { method: "HEAD" })];
    const rest = ({ date: _, ...headers }: Record<string, unknown>) => headers;
    expect([head.status, head.body.length, rest(head.headers)]).toEqual([200, 0, rest(get.headers)]);
    expect((await portal.ask("/vi/a?q=1", { method: "HEAD" })).headers["content-length"]).toBeDefined();
  });
});

describe("another spelling of an address", () => {
  it.each([
    ["/VI/a", "/vi/a"],
    ["/zh-CN/a?q=1", "/zh/a?q=1"],
    ["/vi/a/", "/vi/a"],
    ["/vi/o%CC%9B", "/vi/%C6%A1"],
  ])("%s leads to %s for good", async (from, to) => {
    const { status, headers } = await portal.ask(from);
    expect([status, headers.location]).toEqual([308, to]);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("a refusal", () => {
  it("speaks both languages, the visitor's own first, and shows the way home and the emergency numbers", async () => {
    const { status, text, headers } = await portal.ask("/zh/missing");
    expect([status, headers["cache-control"]]).toEqual([404, "no-store"]);
    expect(text).toMatch(/<html lang="zh-Hans">.*<title>页面不存在<\/title>.*页面不存在.*Không tìm thấy trang/s);
    for (const needed of ['href="/zh"', 'href="/vi"', "tel:113", "tel:114", "tel:115", "tel:112"]) expect(text).toContain(needed);
  });

  it("outside the languages follows the browser's wish", async () => {
    const { status, text, headers } = await portal.ask("/nowhere/at/all", { headers: { "accept-language": "zh-TW,en;q=0.5" } });
    expect([status, headers.vary?.includes("Accept-Language")]).toEqual([404, true]);
    expect(text).toContain('<html lang="zh-Hans">');
  });

  it.each([
    ["/vi/%E1%BB", "vi"],
    ["/zh/%zz", "zh-Hans"],
    [`/zh/search?q=${"a".repeat(10_000)}`, "zh-Hans"],
    [`/zh/search?q=${encodeURIComponent("口".repeat(10_000))}`, "zh-Hans"],
    ["/vi/a?q=%ff", "vi"],
  ])("of a bad address is a 400 in its language: %.30s", async (path, tag) => {
    const { status, text } = await portal.ask(path);
    expect([status, text.includes(`<html lang="${tag}">`)]).toEqual([400, true]);
  });

  it("of what is no HTTP at all, and of a head without end, is a page too", async () => {
    const raw = (bytes: string) =>
      new Promise<string>((resolve) => {
        let answer = "";
        slowBegan = Promise.withResolvers();
        const socket = connect(portal.port, "127.0.0.1", () => socket.write(bytes));
        socket.on("data", (chunk) => {
          answer += chunk;
        });
        socket.once("close", () => resolve(answer));
        socket.once("error", () => resolve(answer));
      });
    for (const bytes of ["NONSENSE\r\n\r\n", `GET /vi HTTP/1.1\r\nhost: x\r\ncookie: ${"a".repeat(140_000)}\r\n\r\n`]) {
      expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 400 [\s\S]*x-content-type-options: nosniff[\s\S]*<h1>/);
    }
  });

  it("asks to wait as long as it means", async () => {
    expect(await portal.ask("/vi/busy")).toMatchObject({ status: 429, headers: { "retry-after": "62" } });
  });

  it("of an unknown method names those that are known", async () => {
    expect(await portal.ask("/vi/a", { method: "OPTIONS" })).toMatchObject({ status: 405, headers: { allow: expect.stringContaining("GET, HEAD") } });
    expect((await portal.ask("/vi/a", { method: "POST", headers: own(portal.origin), body: "" })).status).toBe(405);
  });

  it("is JSON where JSON was asked for, and a page where a person is", async () => {
    const json = await portal.ask("/data.json?none");
    expect([json.status, JSON.parse(json.text)]).toEqual([
      404,
      { error: { code: "not_found", message: { vi: expect.stringContaining("Trang này"), zh: expect.stringContaining("页面") } } },
    ]);
    expect((await portal.ask("/vi/%zz", { headers: { accept: "application/json" } })).headers["content-type"]).toBe("application/json");
  });
});

describe("a failure that nobody foresaw", () => {
  it.each(["/vi/fails", "/vi/draws-badly", "/data.json?fails"])("of %s is logged once, and told by its id alone", async (path) => {
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((line) => written.push(String(line)) > 0);
    const { status, text } = await portal.ask(path);
    expect([status, written.length]).toEqual([500, 1]);
    const { id, stack } = JSON.parse(written[0] ?? "{}") as { id: string; stack: string };
    expect(stack).toContain("secret inner words");
    expect(text).not.toMatch(/secret inner words|http-portal|\.tsx?:\d/);
    if (!path.startsWith("/data")) expect(text).toContain(id);
  });
});

describe("a hydrated page", () => {
  it("gets a fresh nonce each time, for all of its scripts, and is kept by nobody", async () => {
    const [one, two] = [await portal.ask("/screen"), await portal.ask("/screen")];
    const nonceOf = ({ headers }: typeof one) => /script-src 'self' 'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
    expect(nonceOf(one)).toMatch(/^[\w+/]{22}==$/);
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    const scripts = [...one.text.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.every((attributes) => attributes?.includes(`nonce="${nonceOf(one)}"`))).toBe(true);
    expect(one.text).toMatch(/<link id="strings" [^>]*href="\/locales\/display\.[0-9a-f]{12}\.json"/);
  });
});

describe("hosts", () => {
  it("are never believed: addresses come from APP_ORIGIN", async () => {
    const { text } = await portal.ask("/where", { headers: { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-for": "6.6.6.6" } });
    expect(text).toContain(`<p>${portal.origin}/where null vi 127.0.0.1</p>`);
  });

  it("a trusted proxy tells who asks", async () => {
    const behind = await serve(routes, { env: { TRUST_PROXY: "127.0.0.1" } });
    expect((await behind.ask("/where", { headers: { "x-forwarded-for": "6.6.6.6, 198.51.100.7" } })).text).toContain("198.51.100.7</p>");
    await behind.close();
  });

  it("without TLS there is no HSTS and no upgrade of requests, with it there is HSTS", async () => {
    const secure = await serve(routes, { env: { APP_ORIGIN: "https://caunoi.example" } });
    expect((await portal.ask("/vi/a")).headers["strict-transport-security"]).toBeUndefined();
    expect((await secure.ask("/vi/a")).headers["strict-transport-security"]).toBe("max-age=31536000");
    for (const { headers } of [await portal.ask("/vi/a"), await secure.ask("/vi/a")]) {
      expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    }
    await secure.close();
  });
});

describe("the size of what is sent", () => {
  const form = (length: number) => `words=${"a".repeat(length)}`;

  it("is free up to the limit", async () => {
    expect((await portal.ask("/form", { method: "POST", headers: own(portal.origin), body: form(200_000) })).status).toBe(200);
  });

  it("beyond it is refused, whether announced or not", async () => {
    const announced = await portal.ask("/form", { method: "POST", headers: own(portal.origin), body: form(300_000) });
    const chunked = await portal.ask("/form", { method: "POST", headers: { ...own(portal.origin), "transfer-encoding": "chunked" }, body: form(5_000_000) });
    expect([announced.status, chunked.status]).toEqual([413, 413]);
    expect(chunked.text).toContain("<h1>Nội dung gửi lên quá lớn</h1>");
  });
});

describe("machines", () => {
  it("learn that it lives without asking anything, and that it is ready from the database", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    portal.readable.yes = false;
    expect([(await portal.ask("/livez")).status, (await portal.ask("/readyz")).status]).toEqual([200, 503]);
    portal.readable.yes = true;
    expect([(await portal.ask("/readyz")).status, logged.mock.calls.length]).toEqual([200, 1]);
  });
});

describe("a change", () => {
  it("is answered after everything that it announced is shown", async () => {
    const before = portal.outbox.catchUps();
    await portal.ask("/form", { method: "POST", headers: own(portal.origin), body: "words=a" });
    expect(portal.outbox.catchUps()).toBe(before + 1);
  });
});

describe("who goes away", () => {
  it("ends what was begun for them", async () => {
    slowBegan = Promise.withResolvers();
    const socket = connect(portal.port, "127.0.0.1", () => socket.write("GET /slow HTTP/1.1\r\nhost: x\r\n\r\n"));
    await slowBegan.promise;
    socket.destroy();
    await expect(closed).resolves.toBeDefined();
  });
});

describe("the end", () => {
  it("waits for requests in flight, sends new ones away, and says that it is not ready", async () => {
    const ending = await serve(routes);
    slowBegan = Promise.withResolvers();
    const slow = ending.ask("/slow");
    await slowBegan.promise;
    const stopped = ending.portal.stop(2_000);
    const [ready, late] = [await ending.ask("/readyz"), await ending.ask("/vi/a")];
    expect([ready.status, late.status, late.headers["retry-after"], late.headers.connection]).toEqual([503, 503, "2", "close"]);
    expect((await slow).text).toBe("slow but whole");
    await stopped;
    await ending.close();
  });

  it("does not wait for ever", async () => {
    const ending = await serve(routes);
    slowBegan = Promise.withResolvers();
    const slow = ending.ask("/slow");
    await slowBegan.promise;
    const order: string[] = [];
    await Promise.all([slow.then(() => order.push("answered")), ending.portal.stop(50).then(() => order.push("stopped"))]);
    expect(order).toEqual(["stopped", "answered"]);
    await ending.close();
  });
});
