import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Manifest } from "../../../app/core/displays/manifest.ts";
import { PAIRING_MINUTES } from "../../../app/core/displays/pairing.ts";
import { tokenText } from "../../../app/core/displays/protocol.ts";
import { FIRST_SETTINGS } from "../../../app/core/displays/settings.ts";
import { SILENT_MINUTES } from "../../../app/core/displays/uptime.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { lookForSilence } from "../../../app/server/jobs/silent-displays.server.ts";
import { changeDisplay } from "../../../app/use-cases/change-display.ts";
import { confirmPairing } from "../../../app/use-cases/confirm-pairing.ts";
import { orderDisplay } from "../../../app/use-cases/order-display.ts";
import { putPlaylist } from "../../../app/use-cases/put-playlist.ts";
import { revokeDisplay } from "../../../app/use-cases/revoke-display.ts";
import { setDisplayPin } from "../../../app/use-cases/set-display-pin.ts";
import { actor } from "../actors.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { member } from "../db/samples.ts";
import { type DisplayPortal, ground, openDisplayPortal, receipt, report, technician } from "./display-portal.tsx";
import { publish } from "./publish.ts";

const NAME = { vi: "Danh sách", zh: "列表" };
const ITEM = { id: "i1", kind: "clock" as const, weight: 1, seconds: 10, when: { from: null, until: null, weekdays: null, hours: null }, displays: null };

describe.each(databases())("displays on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let one: DisplayPortal;
  let skew = 0;
  const now = () => new Date(Date.now() + skew);

  beforeEach(async () => {
    skew = 0;
    place = await fresh();
    db = await place.open();
    await ground(db);
    one = await openDisplayPortal(db, place.dataDir, { now });
  });
  afterEach(async () => {
    await one.close();
    await db.close();
    await place.drop();
  });

  const wish = { width: 1080, height: 1920 };
  const pairing = (code: unknown) => ({ code: String(code), name: "Sảnh A", site: "huu-nghi", kind: "kiosk" as const, size: null, settings: null });

  describe("a pairing", () => {
    it("hands its token over once: to the device that showed the code, in cookies that no script reads, and never again once it was used", async () => {
      const device = one.device();
      const offered = await device.ask("/display/pairing", { method: "POST", body: wish });
      expect(offered.status).toBe(201);
      const { code } = offered.json();
      expect(String(code).replace("-", "")).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      expect((await device.ask("/display/pairing")).json()).toMatchObject({ state: "waiting" });
      expect((await one.device().ask("/display/pairing")).json()).toEqual({ state: "expired" });

      await confirmPairing(one.ports, technician, pairing(String(code).toLowerCase().replace("-", " ")));
      const taken = await device.ask("/display/pairing");
      expect(taken.json()).toMatchObject({ state: "paired", identity: { name: "Sảnh A", site: "huu-nghi", size: wish, pin: null } });
      for (const line of [...(offered.headers["set-cookie"] ?? []), ...(taken.headers["set-cookie"] ?? [])])
        expect(line).toMatch(/; Path=\/display;.*HttpOnly; SameSite=Strict/);
      const token = device.cookies.get("cn_display") ?? "";
      expect(taken.bytes.toString()).not.toContain(Buffer.from(token, "base64").toString().slice(1, -1));
      const rows = JSON.stringify([await db.read.display.findMany(), await db.read.pairing.findMany()]);
      for (const secret of [String(code), ...device.cookies.values()].map((text) => text.replace(/%3D/g, "=")))
        for (const form of [secret, Buffer.from(secret, "base64").toString().replaceAll('"', "")]) if (form.length > 7) expect(rows).not.toContain(form);

      // The answer was lost on its way: another token comes, and the one before opens nothing.
      expect((await device.ask("/display/pairing")).json()).toMatchObject({ state: "paired" });
      const lost = one.device();
      lost.cookies.set("cn_display", token);
      expect((await lost.ask("/display/manifest")).status).toBe(401);
      expect((await device.ask("/display/report", { method: "POST", body: report() })).status).toBe(204);
      expect((await device.ask("/display/pairing")).json()).toEqual({ state: "expired" });
      expect((await device.ask("/display/manifest")).status).toBe(200);
    });

    it("ends after ten minutes, on both sides", async () => {
      const device = one.device();
      const { code } = (await device.ask("/display/pairing", { method: "POST", body: wish })).json();
      skew = PAIRING_MINUTES * 60_000 + 1;
      await expect(confirmPairing(one.ports, technician, pairing(code))).rejects.toMatchObject({ code: "pairing_code" });
      expect((await device.ask("/display/pairing")).json()).toEqual({ state: "expired" });
    });

    it("of one code is made once, however many technicians type it at one moment", async () => {
      const { code } = (await one.device().ask("/display/pairing", { method: "POST", body: wish })).json();
      const tried = await Promise.allSettled(Array.from({ length: 5 }, () => confirmPairing(one.ports, technician, pairing(code))));
      expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.read.display.count()).toBe(1);
    });

    it("cannot be guessed: wrong codes are counted for the member, askings for the address", async () => {
      const guesses = async () => {
        for (let n = 0; n < 40; n += 1) await confirmPairing(one.ports, technician, pairing("AAAA-AAAA")).catch((error) => seen.push(error.code));
      };
      const seen: string[] = [];
      await guesses();
      expect(seen.indexOf("too_many_attempts")).toBe(20);
      const device = one.device();
      let last = 201;
      for (let n = 0; last === 201 && n < 200; n += 1) last = (await device.ask("/display/pairing", { method: "POST", body: wish })).status;
      expect(last).toBe(429);
    });

    it("needs a technician of the site, and a request of our own page", async () => {
      const device = one.device();
      const { code } = (await device.ask("/display/pairing", { method: "POST", body: wish })).json();
      const elsewhere = { ...technician, grants: [{ role: "technician" as const, langs: null, topics: null, sites: ["chi-ma"] }] };
      await expect(confirmPairing(one.ports, elsewhere, pairing(code))).rejects.toMatchObject({ code: "not_allowed" });
      await expect(confirmPairing(one.ports, actor("p", "publisher"), pairing(code))).rejects.toMatchObject({ code: "not_allowed" });
      const foreign = await device.ask("/display/pairing", { method: "POST", body: wish, headers: { "sec-fetch-site": "cross-site" } });
      expect(foreign.status).toBe(403);
      await expect(confirmPairing(one.ports, technician, { ...pairing(code), site: "nowhere" })).rejects.toMatchObject({ code: "invalid" });
      expect(await db.read.auditEntry.count({ where: { act: "display.pair" } })).toBe(0);
    });

    it("is proven again by the device's own key when its browser lost the cookie", async () => {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const key = publicKey.export({ type: "spki", format: "der" }).toString("base64url");
      const device = one.device();
      const { code } = (await device.ask("/display/pairing", { method: "POST", body: { ...wish, key } })).json();
      const { id } = await confirmPairing(one.ports, technician, pairing(code));
      await device.ask("/display/pairing");
      device.cookies.clear();
      const renewal = (at: string, signed = tokenText(id, at)) => {
        const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url");
        return device.ask("/display/token", { method: "POST", body: { display: id, at, signature } });
      };
      expect((await renewal(new Date(Date.now() - 3_600_000).toISOString())).status).toBe(401);
      expect((await renewal(new Date().toISOString(), "something else")).status).toBe(401);
      expect((await device.ask("/display/manifest")).status).toBe(401);
      expect((await renewal(new Date().toISOString())).status).toBe(204);
      expect((await device.ask("/display/manifest")).status).toBe(200);
      await revokeDisplay(one.ports, technician, { id });
      expect((await renewal(new Date().toISOString())).json()).toMatchObject({ error: { code: "display_revoked" } });
    });
  });

  describe("a manifest", () => {
    const manifestOf = async (device: Awaited<ReturnType<DisplayPortal["paired"]>>) => {
      const answer = await device.ask("/display/manifest");
      expect(answer.headers.etag).toBe(`"${createHash("sha256").update(answer.bytes).digest("hex")}"`);
      return answer;
    };

    it("is the same bytes for displays alike, from every process, and another for others", async () => {
      await publish(db, "a1");
      await one.outbox.catchUp();
      const [first, second] = [await one.paired(), await one.paired()];
      const elsewhere = await one.paired({ site: "chi-ma" });
      const darker = await one.paired({ settings: { ...FIRST_SETTINGS, brightness: 50 } });
      const tags = await Promise.all([first, second, elsewhere, darker].map(async (device) => (await manifestOf(device)).headers.etag));
      expect(tags[0]).toBe(tags[1]);
      expect(new Set(tags).size).toBe(3);

      const other = await openDisplayPortal(db, place.dataDir, { now });
      const moved = other.device();
      for (const [name, value] of first.cookies) moved.cookies.set(name, value);
      expect((await moved.ask("/display/manifest")).headers.etag).toBe(tags[0]);
      await other.close();
    });

    it("lists all that the page needs, and each of it comes whole, by ranges, and only to a device", async () => {
      await publish(db, "a1");
      await one.outbox.catchUp();
      const device = await one.paired();
      const { resources } = (await manifestOf(device)).json() as unknown as Manifest;
      const paths = resources.map(({ path }) => path);
      for (const path of [
        "/display",
        "/kiosk/huu-nghi/content.json",
        "/assets/part-abcd1234.js",
        "/assets/later-abcd1234.js",
        "/assets/letters-abcd1234.woff2",
      ])
        expect(paths).toContain(path);
      expect(paths.some((path) => /^\/locales\/display\.\w+\.json$/.test(path))).toBe(true);
      expect(paths).not.toContain("/assets/secret-abcd1234.js");
      for (const { sha256, bytes } of resources) {
        const whole = await device.ask(`/display/resources/${sha256}`);
        expect([whole.bytes.length, createHash("sha256").update(whole.bytes).digest("hex")]).toEqual([bytes, sha256]);
        const half = Math.floor(bytes / 2);
        const rest = await device.ask(`/display/resources/${sha256}`, { headers: { range: `bytes=${half}-` } });
        expect([rest.status, rest.bytes.equals(whole.bytes.subarray(half))]).toEqual([206, true]);
        expect((await device.ask(`/display/resources/${sha256}`, { headers: { range: `bytes=${bytes}-` } })).status).toBe(416);
        expect((await one.device().ask(`/display/resources/${sha256}`)).status).toBe(401);
      }
      const page = resources.find(({ path }) => path === "/display");
      expect((await one.device().ask("/display")).bytes.toString()).toBe((await device.ask(`/display/resources/${page?.sha256}`)).bytes.toString());
      expect(page?.headers?.["content-security-policy"]).toMatch(/script-src 'self' 'sha256-/);
      expect((await device.ask(`/display/resources/${"0".repeat(64)}`)).status).toBe(404);
    });

    it("changes when something of its site does, and not with anything else", async () => {
      const device = await one.paired();
      const tag = async () => {
        await one.outbox.catchUp();
        return (await manifestOf(device)).headers.etag;
      };
      const bare = await tag();
      await publish(db, "a1");
      const withArticle = await tag();
      expect(withArticle).not.toBe(bare);
      await publish(db, "a2", { gates: ["chi-ma"] });
      await orderDisplay(one.ports, technician, { id: device.id, kind: "identify" });
      await setDisplayPin(one.ports, technician, { id: device.id, pin: "123456" });
      expect(await tag()).toBe(withArticle);
      const { key } = await putPlaylist(one.ports, technician, { key: null, revision: 0, name: NAME, site: "chi-ma", items: [ITEM], times: [] });
      expect(await tag()).toBe(withArticle);
      await putPlaylist(one.ports, technician, { key, revision: 1, name: NAME, site: "huu-nghi", items: [ITEM], times: [] });
      expect(await tag()).not.toBe(withArticle);
      expect(((await manifestOf(device)).json() as unknown as Manifest).playlist?.items).toEqual([ITEM]);
    });

    it("leaves out items for other displays, and a notice from the instant it ends", async () => {
      const [first, second] = [await one.paired(), await one.paired()];
      const items = [ITEM, { ...ITEM, id: "i2", displays: [first.id] }];
      await putPlaylist(one.ports, technician, { key: null, revision: 0, name: NAME, site: "huu-nghi", items, times: [] });
      const until = new Date(Date.now() + 60_000).toISOString();
      await publish(db, "n1", { kind: "notice", notice: { level: "emergency", from: "2026-11-20T00:00:00.000Z", until } });
      await one.outbox.catchUp();
      const read = async (device: typeof first) => (await manifestOf(device)).json() as unknown as Manifest;
      expect((await read(first)).playlist?.items.map(({ id }) => id)).toEqual(["i1", "i2"]);
      expect((await read(second)).playlist?.items.map(({ id }) => id)).toEqual(["i1"]);
      expect((await read(second)).notices.map(({ id }) => id)).toEqual(["n1"]);
      skew = 61_000;
      expect((await read(second)).notices).toEqual([]);
    });
  });

  describe("a display that listens", () => {
    const story = (listening: { heard: { event: string }[] }) => listening.heard.map(({ event }) => event);

    it("is told its whole state first, then each change once, and nothing that is not its own", async () => {
      const [here, there] = [await one.paired(), await one.paired({ site: "chi-ma" })];
      const [own, other] = [here.listen(), there.listen()];
      await vi.waitFor(() => expect([story(own), story(other)]).toEqual([["hello"], ["hello"]]));
      expect(own.heard[0]?.data).toMatchObject({ notices: [], orders: [], identity: { id: here.id, siteName: { vi: "huu-nghi" } } });
      await publish(db, "n1", { kind: "notice", notice: { level: "emergency", from: "2026-11-20T00:00:00.000Z", until: null } });
      await vi.waitFor(() => expect(story(own)).toEqual(["hello", "notices", "manifest"]));
      expect(own.heard[1]?.data.notices).toMatchObject([{ id: "n1", terms: { level: "emergency" }, texts: { vi: { title: "1" } } }]);
      expect(own.heard[2]?.data.manifest).toBe((await here.ask("/display/manifest")).headers.etag?.replaceAll('"', ""));
      // The notices of other gates stand on its own board too, but do not interrupt it.
      await vi.waitFor(() => expect(story(other)).toEqual(["hello", "manifest"]));
      await orderDisplay(one.ports, technician, { id: there.id, kind: "reload" });
      await vi.waitFor(() => expect(story(other)).toEqual(["hello", "manifest", "hello"]));
      expect(other.heard[2]?.data.orders).toMatchObject([{ kind: "reload" }]);
      expect(story(own)).toEqual(["hello", "notices", "manifest"]);
      for (const listening of [own, other]) listening.leave();
    });

    it("and was away gets all it missed with the greeting, once", async () => {
      const device = await one.paired();
      const before = device.listen();
      await vi.waitFor(() => expect(story(before)).toEqual(["hello"]));
      before.leave();
      await publish(db, "n1", { kind: "notice", notice: { level: "priority", from: "2026-11-20T00:00:00.000Z", until: null } });
      const { id } = await orderDisplay(one.ports, technician, { id: device.id, kind: "reload" });
      await one.outbox.catchUp();
      const after = device.listen();
      await vi.waitFor(() => expect(story(after)).toEqual(["hello"]));
      expect(after.heard[0]?.data).toMatchObject({ notices: [{ id: "n1" }], orders: [{ id }] });
      await device.ask("/display/report", { method: "POST", body: { ...report(), ordersDone: [id] } });
      const again = device.listen();
      await vi.waitFor(() => expect(again.heard[0]?.data.orders).toEqual([]));
      for (const listening of [after, again]) listening.leave();
    });

    it("hears of its new settings, and belongs to those that have the same from then on", async () => {
      const device = await one.paired();
      const listening = device.listen();
      await vi.waitFor(() => expect(story(listening)).toEqual(["hello"]));
      const settings = { ...FIRST_SETTINGS, brightness: 40 };
      const change = { id: device.id, revision: 1, name: "Khác", site: "chi-ma", size: null, settings };
      await changeDisplay(one.ports, technician, change);
      await expect(changeDisplay(one.ports, technician, change)).rejects.toMatchObject({ code: "clash" });
      await vi.waitFor(() => expect(story(listening)).toEqual(["hello", "hello"]));
      expect(listening.heard[1]?.data).toMatchObject({ identity: { name: "Khác", site: "chi-ma" } });
      expect(listening.heard[1]?.data.manifest).not.toBe(listening.heard[0]?.data.manifest);
      await publish(db, "a3", { gates: ["chi-ma"] });
      await vi.waitFor(() => expect(story(listening)).toEqual(["hello", "hello", "manifest"]));
      listening.leave();
    });

    it("is cut off when its rights are taken away, also in a process that did not do it", async () => {
      const other = await openDisplayPortal(db, place.dataDir, { now });
      const device = await one.paired();
      const listening = device.listen();
      await vi.waitFor(() => expect(story(listening)).toEqual(["hello"]));
      const since = Date.now();
      await revokeDisplay(other.ports, technician, { id: device.id });
      await vi.waitFor(() => expect([story(listening).at(-1), listening.ended()]).toEqual(["revoked", true]), { timeout: 5_000 });
      expect(Date.now() - since).toBeLessThan(5_000);
      for (const path of ["/display/manifest", "/display/events"])
        expect((await device.ask(path)).json()).toMatchObject({ error: { code: "display_revoked" } });
      const receipts = await device.ask("/display/receipts", { method: "POST", body: [receipt(1)] });
      expect(receipts.status).toBe(401);
      await expect(revokeDisplay(one.ports, technician, { id: device.id })).rejects.toMatchObject({ code: "display_revoked" });
      await other.close();
    });

    it("while the public hears nothing of displays and playlists", async () => {
      const device = await one.paired();
      await orderDisplay(one.ports, technician, { id: device.id, kind: "identify" });
      await publish(db, "a1");
      await one.outbox.catchUp();
      const stream = (await fetch(`http://127.0.0.1:${one.port}/events?since=0`)).body?.getReader();
      let said = "";
      while (!said.includes('"kind":"article"')) said += new TextDecoder().decode((await stream?.read())?.value);
      await stream?.cancel();
      expect(said).not.toContain('"display"');
    });
  });

  describe("what devices tell", () => {
    it("counts each receipt once, sent again and again and to two processes at one moment", async () => {
      const other = await openDisplayPortal(db, place.dataDir, { now });
      const device = await one.paired();
      const moved = other.device();
      for (const [name, value] of device.cookies) moved.cookies.set(name, value);
      expect((await device.ask("/display/receipts", { method: "POST", body: [] })).json()).toEqual({ upTo: 0 });
      const all = Array.from({ length: 60 }, (_, index) => receipt(index + 1));
      const sendUntilTaken = async (by: typeof moved, from: number, to: number) => {
        for (;;) {
          const answer = await by.ask("/display/receipts", { method: "POST", body: all.slice(from, to) });
          if (answer.status === 200) return expect(answer.json()).toEqual({ upTo: to });
          expect([409, 503]).toContain(answer.status);
        }
      };
      await Promise.all([sendUntilTaken(device, 0, 40), sendUntilTaken(moved, 0, 40), sendUntilTaken(device, 20, 60), sendUntilTaken(moved, 20, 60)]);
      await sendUntilTaken(device, 0, 60);
      expect(await db.read.receipt.count()).toBe(60);
      expect((await device.ask("/display/receipts", { method: "POST", body: [] })).json(), "where a device goes on whose store was lost").toEqual({ upTo: 60 });
      expect(await db.read.displayHour.findMany()).toMatchObject([{ displayId: device.id, shown: 60, minutes: 0 }]);
      await other.close();
    });

    it("and only that makes a display count as heard", async () => {
      const device = await one.paired();
      const listening = device.listen();
      await vi.waitFor(() => expect(listening.heard.length).toBe(1));
      await device.ask("/display/manifest");
      expect(await db.read.displayState.count()).toBe(0);
      for (let minute = 0; minute < 5; minute += 1) {
        expect((await device.ask("/display/report", { method: "POST", body: report("a".repeat(64)) })).status).toBe(204);
        skew += 60_000;
      }
      const hours = await db.read.displayHour.findMany();
      expect(hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(5);
      expect(await db.read.displayState.findMany()).toMatchObject([{ displayId: device.id, report: { manifest: "a".repeat(64), showing: "attract" } }]);
      listening.leave();
    });

    it("and nonsense is refused and leaves nothing", async () => {
      const device = await one.paired();
      const many = Array.from({ length: 501 }, (_, index) => receipt(index + 1));
      const nonsense: [string, unknown, number][] = [
        ["/display/report", { showing: 1 }, 400],
        ["/display/report", "words", 400],
        ["/display/report", { ...report(), manifest: "none" }, 400],
        ["/display/receipts", { number: 1 }, 400],
        ["/display/receipts", [{ ...receipt(1), number: 0 }], 400],
        ["/display/receipts", [{ ...receipt(1), seconds: -1 }], 400],
        ["/display/receipts", many, 400],
        ["/display/pairing", { width: "wide", height: 1 }, 422],
        ["/display/pairing", { width: 1, height: 1, key: "no key" }, 422],
        ["/display/token", { display: device.id, at: "now", signature: "none" }, 401],
      ];
      for (const [path, body, status] of nonsense) expect([path, (await device.ask(path, { method: "POST", body })).status]).toEqual([path, status]);
      expect([await db.read.receipt.count(), await db.read.displayState.count(), await db.read.pairing.count()]).toEqual([0, 0, 1]);
    });
  });

  describe("a display that falls silent", () => {
    const look = () => lookForSilence(db, one.ports);
    const told = async () => (await db.read.inboxItem.findMany({ orderBy: { id: "asc" } })).map(({ kind, owner, memberId }) => [kind, owner, memberId]);

    it("is told to the technicians of its site, each silence once, whoever looks how often", async () => {
      await db.write(async (tx) => {
        const elsewhere = member("t2", ["technician"]);
        await tx.members.insert({ ...elsewhere, grants: [{ role: "technician", langs: null, topics: null, sites: ["chi-ma"] }] });
        await tx.members.insert(member("p1", ["publisher"]));
        await tx.members.insert(member("adm", ["administrator"]));
      });
      const device = await one.paired();
      await device.ask("/display/report", { method: "POST", body: report() });
      await look();
      expect(await told()).toEqual([]);
      skew = (SILENT_MINUTES + 1) * 60_000;
      await Promise.all([look(), look(), look()]);
      skew += 3_600_000;
      await look();
      const item = ["display-silent", `display:${device.id}`, "t1"];
      expect(await told()).toEqual([item]);
      await device.ask("/display/report", { method: "POST", body: report() });
      await look();
      skew += (SILENT_MINUTES + 1) * 60_000;
      await look();
      expect(await told()).toEqual([item, item]);
    });

    it("is nobody's business in its quiet hours, nor when its rights were taken away", async () => {
      const quiet = { from: "00:00", to: "23:59" };
      const night = await one.paired({ settings: { ...FIRST_SETTINGS, quiet } });
      const gone = await one.paired();
      await revokeDisplay(one.ports, technician, { id: gone.id });
      const loud = await one.paired();
      // Ten in the morning in Hanoi of some day to come.
      skew = Date.parse("2030-01-01T03:00:00Z") - Date.now();
      await look();
      expect((await told()).map(([, owner]) => owner)).toEqual([`display:${loud.id}`]);
      expect(night.id).not.toBe(loud.id);
    });
  });
});
