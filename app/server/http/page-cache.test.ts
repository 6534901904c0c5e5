import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { openPageCache, type SharedPage } from "./page-cache.server.ts";

/** A world with a clock and a content revision of its own. */
function world(mostBytes?: number) {
  const at = { revision: 1, now: 1_000 };
  let made = 0;
  const cache = openPageCache({ revision: () => at.revision, now: () => at.now, mostBytes });
  const page = (text: string, validUntil: number | null = null): SharedPage => ({
    headers: [["cache-control", "public"]],
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(text.padEnd(2_000, "·")),
    validUntil: validUntil === null ? null : new Date(validUntil),
  });
  const make = (text: string, validUntil?: number) => async () => {
    made += 1;
    return page(text, validUntil);
  };
  const shown = (path: string) => cache.fresh(path)?.encodings.identity.body.toString().replaceAll("·", "");
  return { at, cache, make, page, shown, made: () => made };
}

it("a page is made once and kept while nothing changes", async () => {
  const { cache, make, shown, made } = world();
  await cache.obtain("/vi", make("a"));
  expect([shown("/vi"), shown("/zh"), made()]).toEqual(["a", undefined, 1]);
});

it("no page outlives a change of the content", async () => {
  const { at, cache, make, shown } = world();
  await cache.obtain("/vi", make("a"));
  at.revision = 2;
  expect(shown("/vi")).toBeUndefined();
});

it("a page ends at the instant it named", async () => {
  const { at, cache, make, shown } = world();
  await cache.obtain("/vi", make("open", 2_000));
  at.now = 1_999;
  expect(shown("/vi")).toBe("open");
  at.now = 2_000;
  expect(shown("/vi")).toBeUndefined();
});

it("everyone who asks for the same page at once waits for one making", async () => {
  const { cache, make, made } = world();
  const all = await Promise.all(Array.from({ length: 50 }, () => cache.obtain("/vi", make("a"))));
  expect([made(), new Set(all).size]).toEqual([1, 1]);
});

it("who asks after a change never gets the page that was begun before it, and that page is not kept", async () => {
  const { at, cache, make, page, shown } = world();
  let finish = (_: SharedPage) => {};
  const old = cache.obtain(
    "/vi",
    () =>
      new Promise<SharedPage>((resolve) => {
        finish = resolve;
      }),
  );
  at.revision = 2;
  const next = await cache.obtain("/vi", make("new"));
  finish(page("old"));
  expect((await old)?.encodings.identity.body.toString()).toContain("old");
  expect(next?.encodings.identity.body.toString()).toContain("new");
  expect(shown("/vi")).toBe("new");
});

it("what is not for everyone is not kept, and a failure is tried again", async () => {
  const { cache, make, shown } = world();
  expect(await cache.obtain("/vi/x", async () => null)).toBeNull();
  await expect(
    cache.obtain("/vi/x", async () => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await cache.obtain("/vi/x", make("a"));
  expect(shown("/vi/x")).toBe("a");
});

it("each encoding holds the same page under one tag, before and after the best compression", async () => {
  const { cache, make } = world();
  const first = await cache.obtain("/vi", make("chào"));
  await cache.settled();
  const best = cache.fresh("/vi");
  for (const kept of [first, best]) {
    if (!kept) throw new Error("not kept");
    const { identity, gzip, br } = kept.encodings;
    expect(gunzipSync(gzip.body)).toEqual(identity.body);
    expect(brotliDecompressSync(br.body)).toEqual(identity.body);
    expect(br.head).toContain(kept.tag);
    expect(br.head[br.head.indexOf("content-length") + 1]).toBe(String(br.body.length));
  }
  expect(best?.tag).toBe(first?.tag);
  expect(best?.encodings.br.body.length).toBeLessThanOrEqual(first?.encodings.br.body.length ?? 0);
});

it("pages that nobody asks for go when the bytes run out", async () => {
  const { cache, make, shown } = world(26_000);
  for (const path of ["/1", "/2"]) await cache.obtain(path, make(path));
  await cache.settled();
  expect(shown("/1")).toBe("/1");
  for (const path of ["/3", "/4"]) await cache.obtain(path, make(path));
  await cache.settled();
  expect(cache.bytes()).toBeLessThanOrEqual(26_000);
  expect([shown("/1"), shown("/2"), shown("/4")]).toEqual(["/1", undefined, "/4"]);
});
