import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import type { ExportedEntry } from "../../app/core/people/audit-export.ts";
import * as exporting from "../../app/routes/workbench/audit/export/route.ts";
import { memberWith } from "./actors.ts";
import { serve } from "./http-portal.tsx";

let portal: Awaited<ReturnType<typeof serve>> | null = null;
afterEach(async () => {
  await portal?.close();
  portal = null;
});

const entry = (n: number): ExportedEntry => ({
  id: String(n).padStart(32, "0"),
  at: new Date("2026-11-23T05:00:00Z"),
  by: "m1",
  name: "Nông Thị Hoa",
  act: "wording.save",
  object: "article:a1",
  before: null,
  after: { revision: n },
  seal: 1,
});

/** The real route over entries that the test makes. */
async function openWith(entries: () => AsyncGenerator<ExportedEntry>) {
  const { loader } = exporting;
  const module = {
    ...exporting,
    loader: (args: Parameters<typeof loader>[0]) =>
      loader({ ...args, context: { ...args.context, app: { ...args.context.app, readers: { workbench: { auditExport: entries } } } } as never }),
  };
  portal = await serve([{ id: "export", path: "workbench/audit/export", module }]);
  portal.signIn("who=publisher", memberWith("publisher", "publisher"));
  return portal;
}

const asked = (open: Awaited<ReturnType<typeof serve>>, query: string) =>
  new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request(`${open.origin}/workbench/audit/export${query}`, { headers: { cookie: "who=publisher" } }, resolve)
      .once("error", reject)
      .end();
  });

it("goes out while it is made: the first lines come before the last are read, and who stops reading stops the reading", async () => {
  let made = 0;
  let ended = false;
  const open = await openWith(async function* () {
    try {
      for (; ; made += 1) {
        // Reads of a database take their time as well.
        if (made % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
        yield entry(made);
      }
    } finally {
      ended = true;
    }
  });
  const response = await asked(open, "?as=jsonl");
  expect(response.headers["content-type"]).toBe("application/jsonl; charset=utf-8");
  expect(response.headers["content-disposition"]).toBe('attachment; filename="audit.jsonl"');
  expect(response.headers["cache-control"]).toBe("no-store");
  expect(response.headers["x-content-type-options"]).toBe("nosniff");
  const [first] = (await response[Symbol.asyncIterator]().next()).value.toString().split("\n");
  expect(JSON.parse(first)).toMatchObject({ act: "wording.save", seal: 1 });
  expect(ended).toBe(false);
  response.destroy();
  await expect.poll(() => ended, { timeout: 10_000 }).toBe(true);
});

it("nobody reads: no more is made than lies in the pipes", async () => {
  let made = 0;
  const open = await openWith(async function* () {
    for (; ; made += 1) yield entry(made);
  });
  const response = await asked(open, "?as=csv");
  response.pause();
  let before = -1;
  await expect
    .poll(
      () => {
        const same = made === before;
        before = made;
        return same;
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(true);
  expect(made).toBeLessThan(200_000);
  response.destroy();
});

it("a file that broke off does not look whole", async () => {
  const open = await openWith(async function* () {
    for (let n = 0; n < 1_000; n += 1) yield entry(n);
    throw new Error("the database is away");
  });
  const response = await asked(open, "?as=csv");
  const reading = (async () => {
    for await (const _ of response);
  })();
  await expect(reading).rejects.toThrow();
  expect(response.complete).toBe(false);
});

it("whole, it is whole; a refusal is a refusal", async () => {
  const open = await openWith(async function* () {
    yield entry(1);
  });
  const { text, status } = await open.ask("/workbench/audit/export?as=csv", { headers: { cookie: "who=publisher" } });
  expect([status, text.split("\r\n").length]).toEqual([200, 3]);
  open.signIn("who=author", memberWith("author", "author"));
  expect((await open.ask("/workbench/audit/export", { headers: { cookie: "who=author" } })).status).toBe(403);
});
