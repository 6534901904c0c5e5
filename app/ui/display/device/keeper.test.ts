import { createHash, randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Manifest, Resource } from "../../../core/displays/manifest.ts";
import { readFact } from "./facts.ts";
import { CHUNK, filesOn } from "./files.ts";
import { type Keeper, openKeeper } from "./keeper.ts";
import { memoryShelf, OutOfSpace, type Shelf } from "./shelf.ts";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** A server as the protocol describes it, which can break off, lie, and be away. */
function serverOf(files: Record<string, Uint8Array<ArrayBuffer>>) {
  const asked: string[] = [];
  const server = {
    asked,
    files,
    away: false,
    /** The body of the next resource ends after so many bytes, and the link with it. */
    breaksAfter: null as number | null,
    /** Bytes in place of the right ones. */
    lies: new Map<string, Uint8Array<ArrayBuffer>>(),
    text: () => {
      const resources = Object.entries(server.files).map(
        ([path, bytes]): Resource => ({ sha256: sha256(bytes), bytes: bytes.length, type: "application/json", path }),
      );
      return JSON.stringify({ format: 1, kind: "kiosk", site: "huu-nghi", notices: [], resources } as Partial<Manifest>);
    },
    wanted: () => sha256(server.text()),
    async ask(path: string, { headers }: { headers: Record<string, string> }): Promise<Response> {
      asked.push(`${path.replace(/[0-9a-f]{64}/, "…")}${headers.range ? ` ${headers.range}` : ""}`);
      if (server.away) throw new TypeError("Failed to fetch");
      if (path === "/display/manifest") return new Response(server.text());
      const name = path.split("/").at(-1) ?? "";
      const right = Object.values(server.files).find((bytes) => sha256(bytes) === name);
      if (!right) return new Response("", { status: 404 });
      const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
      const bytes = (server.lies.get(name) ?? right).subarray(from);
      const cut = server.breaksAfter;
      server.breaksAfter = null;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(cut === null ? bytes : bytes.subarray(0, cut));
          if (cut === null) controller.close();
          else setTimeout(() => controller.error(new TypeError("network error")), 0);
        },
      });
      return new Response(body, { status: from > 0 ? 206 : 200 });
    },
  };
  return server;
}

const text = (words: string) => new TextEncoder().encode(words);
const film = new Uint8Array(randomBytes(3 * CHUNK + 1234));

let shelf: Shelf;
let server: ReturnType<typeof serverOf>;
let troubles: string[];
let swaps: number;
const open = (): Promise<Keeper> =>
  openKeeper(
    shelf,
    server.ask,
    () => {
      swaps += 1;
    },
    (message) => troubles.push(message),
  );

beforeEach(() => {
  shelf = memoryShelf();
  server = serverOf({ "/kiosk/huu-nghi/content.json": text('{"a":1}'), "/media/film.mp4": film });
  troubles = [];
  swaps = 0;
});

test("a device holds what is wanted, all of it, and still holds it after a restart without a server", async () => {
  expect(await (await open()).hold(server.wanted())).toBe("held");
  server.away = true;
  const keeper = await open();
  expect(keeper.held()?.sha256).toBe(server.wanted());
  expect(await keeper.verify()).toEqual([]);
  expect(await keeper.json("/kiosk/huu-nghi/content.json")).toEqual({ a: 1 });
  expect(sha256((await filesOn(shelf).read(sha256(film))) ?? "")).toBe(sha256(film));
});

test("a file whose link broke is gone on with where it broke off", async () => {
  const keeper = await open();
  server.breaksAfter = 2 * CHUNK + 77;
  server.files = { "/media/film.mp4": film };
  expect(await keeper.hold(server.wanted())).toBe("later");
  expect(keeper.held()).toBeNull();
  expect(await keeper.hold(server.wanted())).toBe("held");
  expect(server.asked).toContain(`/display/resources/… bytes=${2 * CHUNK}-`);
  expect(sha256((await filesOn(shelf).read(sha256(film))) ?? "")).toBe(sha256(film));
});

test("what was begun and then damaged on the disk is begun anew from where it is still right", async () => {
  const keeper = await open();
  server.files = { "/media/film.mp4": film };
  server.breaksAfter = 2 * CHUNK + 77;
  await keeper.hold(server.wanted());
  await shelf.change([{ shelf: "chunks", key: `${sha256(film)}:000001`, value: new ArrayBuffer(CHUNK) }]);
  expect(await keeper.hold(server.wanted())).toBe("held");
  expect(server.asked).toContain(`/display/resources/… bytes=${CHUNK}-`);
});

test("bytes that are not those of their name are never taken, and what is held stays", async () => {
  const keeper = await open();
  await keeper.hold(server.wanted());
  const before = keeper.held()?.sha256;
  const next = text('{"a":2}');
  server.files = { ...server.files, "/kiosk/huu-nghi/content.json": next };
  server.lies.set(sha256(next), text('{"a":9}'));
  expect(await keeper.hold(server.wanted())).toBe("later");
  expect(keeper.held()?.sha256).toBe(before);
  expect(await keeper.json("/kiosk/huu-nghi/content.json")).toEqual({ a: 1 });
  server.lies.clear();
  expect(await keeper.hold(server.wanted())).toBe("held");
  expect(await keeper.json("/kiosk/huu-nghi/content.json")).toEqual({ a: 2 });
});

test("the swap is one step, and only after it the old files go", async () => {
  const keeper = await open();
  await keeper.hold(server.wanted());
  const old = sha256(server.files["/kiosk/huu-nghi/content.json"] ?? film);
  server.files = { "/kiosk/huu-nghi/content.json": text('{"a":2}'), "/media/film.mp4": film };
  await keeper.hold(server.wanted());
  expect(swaps).toBe(2);
  expect(await shelf.keys("resources")).not.toContain(old);
  expect(((await shelf.keys("chunks")) as string[]).some((key) => key.startsWith(old))).toBe(false);
  expect(Object.keys((await readFact(shelf, "paths")) ?? {})).toEqual(["/kiosk/huu-nghi/content.json", "/media/film.mp4"]);
});

test("what broke on the disk is found, and is whole again after the next contact; nothing else is fetched", async () => {
  await (await open()).hold(server.wanted());
  await shelf.change([{ shelf: "chunks", key: `${sha256(film)}:000003`, value: new ArrayBuffer(1234) }]);
  const keeper = await open();
  expect(await keeper.verify()).toEqual([sha256(film)]);
  server.asked.length = 0;
  expect(await keeper.hold(server.wanted())).toBe("held");
  expect(server.asked).toEqual(["/display/resources/…"]);
  expect(await keeper.verify()).toEqual([]);
});

test("a manifest that is no longer what its name says is not trusted", async () => {
  await (await open()).hold(server.wanted());
  const fact = (await shelf.get("facts", "held")) as { text: string; sha256: string };
  await shelf.change([{ shelf: "facts", key: "held", value: { ...fact, text: fact.text.replace("kiosk", "kiosl") } }]);
  expect((await open()).held()).toBeNull();
});

test("with no room left the old manifest stays", async () => {
  const keeper = await open();
  await keeper.hold(server.wanted());
  const { change } = shelf;
  shelf.change = async (steps) => {
    if (steps.some((step) => step.shelf === "chunks" && "value" in step && step.value)) throw new OutOfSpace("no more room");
    return change(steps);
  };
  const before = keeper.held()?.sha256;
  server.files = { ...server.files, "/more.json": text("{}") };
  expect(await keeper.hold(server.wanted())).toBe("full");
  expect(keeper.held()?.sha256).toBe(before);
  expect(troubles.join()).toContain("no more room");
});

test("asked for a newer one meanwhile, it ends at the newest", async () => {
  const keeper = await open();
  const first = keeper.hold(server.wanted());
  server.files = { "/kiosk/huu-nghi/content.json": text('{"a":3}') };
  const second = keeper.hold(server.wanted());
  await Promise.all([first, second]);
  expect(keeper.held()?.sha256).toBe(server.wanted());
});
