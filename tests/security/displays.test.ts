import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_SETTINGS } from "../../app/core/displays/settings.ts";
import { AppError } from "../../app/core/errors.ts";
import { may, ROLES } from "../../app/core/people/roles.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { changeDisplay } from "../../app/use-cases/change-display.ts";
import { confirmPairing } from "../../app/use-cases/confirm-pairing.ts";
import { orderDisplay } from "../../app/use-cases/order-display.ts";
import type { Actor } from "../../app/use-cases/ports.ts";
import { putPlaylist, removePlaylist } from "../../app/use-cases/put-playlist.ts";
import { putRecording, removeRecording } from "../../app/use-cases/put-recording.ts";
import { revokeDisplay } from "../../app/use-cases/revoke-display.ts";
import { setDisplayPin } from "../../app/use-cases/set-display-pin.ts";
import { actor, memberWith } from "../integration/actors.ts";
import { databases, type FreshDatabase } from "../integration/databases.ts";
import type { Device } from "../integration/displays/device.ts";
import { type DisplayPortal, ground, openDisplayPortal, receipt, report, technician } from "../integration/displays/display-portal.tsx";

/** Every address of the data plane, as the protocol names it. */
const protocol = readFileSync(new URL("../../app/core/displays/protocol.ts", import.meta.url), "utf8");
const ADDRESSES = [...protocol.matchAll(/^ \* (GET|POST)\s+(\/display\/\S+)/gm)].map(([, method = "", path = ""]) => ({ method, path }));

/** Those that answer a device without a token: they are how it gets one. */
const OPEN = new Set(["/display/pairing", "/display/token"]);

let place: FreshDatabase;
let db: Database;
let one: DisplayPortal;
let sha256: string;
/** That of the paired display among the askers. */
let token: string;
const askers = new Map<string, Device>();

beforeAll(async () => {
  place = await (databases()[0] as ReturnType<typeof databases>[number]).fresh();
  db = await place.open();
  await ground(db);
  one = await openDisplayPortal(db, place.dataDir);
  const paired = await one.paired();
  const revoked = await one.paired();
  sha256 = String(((await paired.ask("/display/manifest")).json().resources as { sha256: string }[])[0]?.sha256);
  await revokeDisplay(one.ports, technician, { id: revoked.id });
  const guesser = one.device();
  guesser.cookies.set("cn_display", encodeURIComponent(Buffer.from(JSON.stringify("a".repeat(43))).toString("base64")));
  const nonsense = one.device();
  nonsense.cookies.set("cn_display", "%00'--");
  askers.set("nobody", one.device());
  askers.set("a device with a guessed token", guesser);
  askers.set("a device with nonsense for a token", nonsense);
  askers.set("a device whose rights were taken away", revoked);
  for (const role of ROLES) {
    const member = one.device();
    one.portal.signIn(`who=${role}`, memberWith(role, role));
    member.cookies.set("who", role);
    askers.set(`a ${role} who is signed in`, member);
  }
  token = paired.cookies.get("cn_display") ?? "";
  askers.set("a paired display", paired);
});
afterAll(async () => {
  await one.close();
  await db.close();
  await place.drop();
});

it("the protocol names the addresses that are asked here", () => {
  expect(ADDRESSES.length).toBeGreaterThanOrEqual(8);
  expect(new Set(ADDRESSES.map(({ method, path }) => `${method} ${path}`)).size).toBe(ADDRESSES.length);
});

describe.each(ADDRESSES)("$method $path", ({ method, path }) => {
  const bodies: Record<string, unknown> = {
    "/display/report": report(),
    "/display/receipts": [receipt(1)],
    "/display/pairing": { width: 1, height: 1 },
    "/display/token": {},
    "/display/messages": { kind: "question", lang: "vi", text: "Mấy giờ mở cửa?", consent: true },
  };
  const how = () => ({ method, ...(method === "POST" && { body: bodies[path] ?? {} }) });
  const real = () => path.replace(":sha256", sha256);

  it("answers a paired display, and of all others at most who wants to become one", async () => {
    for (const [name, device] of askers) {
      if (path === "/display/events" && name === "a paired display") {
        const listening = device.listen();
        await expect.poll(() => listening.status()).toBe(200);
        listening.leave();
        continue;
      }
      const { status, bytes } = await device.ask(real(), how());
      // Asking to be paired gives up the token; this device stays who it is.
      if (name === "a paired display") device.cookies.set("cn_display", token);
      const refused = OPEN.has(path) ? path === "/display/token" : name !== "a paired display";
      expect([name, status === 401]).toEqual([name, refused]);
      if (refused) expect(JSON.parse(bytes.toString())).toMatchObject({ error: { code: expect.stringMatching(/^display_(unpaired|revoked)$/) } });
      else expect(status).toBeLessThan(300);
    }
  });

  it("takes nothing from another site, whatever cookie comes with it", async () => {
    if (method !== "POST") return;
    const before = await db.read.receipt.count();
    for (const device of askers.values())
      for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }])
        expect((await device.ask(real(), { ...how(), headers })).status).toBe(403);
    expect(await db.read.receipt.count()).toBe(before);
  });

  it("knows no other way of asking", async () => {
    const known = ADDRESSES.filter((one) => one.path === path).map((one) => one.method);
    for (const other of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((way) => !known.includes(way)))
      expect(
        (await (askers.get("a paired display") as Device).ask(real(), { method: other, ...(other !== "GET" && { body: {} }) })).status,
      ).toBeGreaterThanOrEqual(400);
  });
});

describe("what changes displays", () => {
  const names = { vi: "A", zh: "B" };
  const acts: Record<string, (by: Actor, site: string, id: string) => Promise<unknown>> = {
    "confirm-pairing": async (by, site) => confirmPairing(one.ports, by, { code: "AAAA-AAAA", name: "x", site, kind: "led", size: null, settings: null }),
    "change-display": (by, site, id) => changeDisplay(one.ports, by, { id, revision: 1, name: "x", site, size: null, settings: FIRST_SETTINGS }),
    "order-display": (by, _, id) => orderDisplay(one.ports, by, { id, kind: "identify" }),
    "set-display-pin": (by, _, id) => setDisplayPin(one.ports, by, { id, pin: null }),
    "revoke-display": (by, _, id) => revokeDisplay(one.ports, by, { id }),
    "put-playlist": (by, site) => putPlaylist(one.ports, by, { key: null, revision: 0, name: names, site, items: [], times: [] }),
    "put-playlist of every site": (by) => putPlaylist(one.ports, by, { key: null, revision: 0, name: names, site: null, items: [], times: [] }),
    "remove-playlist": async (by, site) => {
      const { key } = await putPlaylist(one.ports, technician, { key: null, revision: 0, name: names, site, items: [], times: [] });
      return removePlaylist(one.ports, by, { key });
    },
    "put-recording": (by) => putRecording(one.ports, by, { key: null, revision: 0, name: names, script: names, clips: names }),
    "remove-recording": (by) => removeRecording(one.ports, by, { key: "none" }),
  };
  const OF_EVERY_SITE = new Set(["put-playlist of every site", "put-recording", "remove-recording"]);
  const refusalOf = async (work: Promise<unknown>): Promise<string | null> =>
    work.then(
      () => null,
      (error) => (error instanceof AppError ? error.code : Promise.reject(error)),
    );

  it.each(Object.entries(acts))("%s is for technicians and administrators, where they are that", async (name, act) => {
    const display = await one.paired({ site: "huu-nghi" });
    for (const role of ROLES) {
      if (may([role], "displays.manage")) continue;
      expect([role, await refusalOf(act(actor(role, role), "huu-nghi", display.id))]).toEqual([role, "not_allowed"]);
    }
    const limited = (...sites: string[]): Actor => ({ ...technician, id: sites.join(), grants: [{ role: "technician", langs: null, topics: null, sites }] });
    expect(await refusalOf(act(limited("chi-ma"), "huu-nghi", display.id))).toBe("not_allowed");
    const own = await refusalOf(act(limited("huu-nghi"), "huu-nghi", display.id));
    if (OF_EVERY_SITE.has(name)) expect(own).toBe("not_allowed");
    else expect(own).not.toBe("not_allowed");
    expect(await db.read.display.count({ where: { id: display.id } })).toBe(1);
  });
});
