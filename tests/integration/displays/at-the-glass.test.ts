import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../app/server/db/database.server.ts";
import { sendMessage } from "../../../app/use-cases/send-message.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import type { Device } from "./device.ts";
import { type DisplayPortal, ground, openDisplayPortal } from "./display-portal.tsx";

const WRITTEN = { kind: "question", lang: "vi", text: "Mang bao nhiêu tiền mặt?", contact: "", consent: true, topic: "cash", from: "" };
/** What visitors of one paired kiosk may write in an hour, and what one address may. */
const AT_A_KIOSK = 240;
const FROM_AN_ADDRESS = 30;

describe.each(databases())("what people do in front of a display, on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let one: DisplayPortal;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    await ground(db);
    one = await openDisplayPortal(db, place.dataDir);
  });
  afterEach(async () => {
    await one.close();
    await db.close();
    await place.drop();
  });

  const write = (device: Device, body: object = WRITTEN) => device.ask("/display/messages", { method: "POST", body });

  it("a visitor's question is kept and answered with its number; what is missing is told field by field", async () => {
    const kiosk = await one.paired();
    const sent = await write(kiosk);
    expect(sent.status).toBe(201);
    expect(sent.headers["cache-control"]).toBe("no-store");
    const kept = await db.read.message.findUniqueOrThrow({ where: { number: String(sent.json().number) } });
    expect(kept).toMatchObject({ kind: "question", lang: "vi", text: WRITTEN.text });
    const faulty = await write(kiosk, { ...WRITTEN, text: " ", consent: false });
    expect([faulty.status, faulty.json()]).toEqual([422, { faults: { text: "missing", consent: "missing" } }]);
    for (const nonsense of [{}, [], { ...WRITTEN, lang: "fr" }, { ...WRITTEN, kind: "order" }]) expect((await write(kiosk, nonsense)).status).toBe(400);
  });

  it("only a paired display may use this door", async () => {
    expect((await write(one.device())).status).toBe(401);
    expect(await db.read.message.count()).toBe(0);
  });

  it("a busy kiosk takes far more messages an hour than one address may send, and neither uses up the other's", async () => {
    const [busy, beside] = [await one.paired(), await one.paired()];
    const { lang, text, contact, consent } = WRITTEN;
    const fromHall = () =>
      sendMessage(one.ports, { kind: "question", lang: lang as "vi", text, contact, consent, trap: "", place: null, address: "127.0.0.1" }).then(
        () => 201,
        ({ status }) => status as number,
      );
    const statuses = [];
    for (let visitor = 0; visitor < AT_A_KIOSK; visitor += 1) statuses.push((await write(busy)).status);
    expect(new Set(statuses)).toEqual(new Set([201]));
    const refused = await write(busy);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(60);
    expect((await write(beside)).status, "the display beside it").toBe(201);
    for (let phone = 0; phone < FROM_AN_ADDRESS; phone += 1) expect(await fromHall()).toBe(201);
    expect(await fromHall(), "who is not paired").toBe(429);
    expect((await write(beside)).status, "a display in the same network").toBe(201);
  });

  it("a device that asks for a code holds the token of its former display no longer", async () => {
    const kiosk = await one.paired();
    expect((await kiosk.ask("/display/manifest")).status).toBe(200);
    const asked = await kiosk.ask("/display/pairing", { method: "POST", body: { width: 1080, height: 1920 } });
    expect(asked.headers["set-cookie"]).toContainEqual(expect.stringMatching(/^cn_display=; Max-Age=0; Path=\/display; HttpOnly; SameSite=Strict$/));
    expect((await kiosk.ask("/display/pairing")).json(), "the code's own cookie is untouched").toMatchObject({ state: "waiting" });
    expect((await kiosk.ask("/display/manifest")).json()).toMatchObject({ error: { code: "display_unpaired" } });
  });
});
