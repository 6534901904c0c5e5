import { afterAll, beforeAll, expect, test } from "vitest";
import { databases, type FreshDatabase } from "../../../../tests/integration/databases.ts";
import { article, edition, hours } from "../../../../tests/integration/db/samples.ts";
import type { Gate } from "../../../core/facts/gate.ts";
import { RuntimeStrings } from "../../../i18n/runtime.server.ts";
import type { Database } from "../../../server/db/database.server.ts";
import { kioskReaders } from "../../../server/readers/kiosk.server.ts";
import { type KioskContent, readContent } from "../../../ui/display/content/content.ts";
import { loader } from "./route.ts";

const gate = (key: string, position: number): Gate => ({
  key,
  position,
  name: { vi: key, zh: null },
  nameMark: { vi: "confirmed", zh: "verify" },
  opposite: null,
  markers: null,
  kinds: [],
  hours: position === 0 ? { passengers: "hours.huu-nghi" } : {},
  agency: "border-guard",
  summary: { vi: key, zh: key },
});

/** 10:00 in Hanoi. */
let now = new Date("2026-11-23T03:00:00Z");
let fresh: FreshDatabase;
let db: Database;
const strings = new RuntimeStrings(async () => []);

beforeAll(async () => {
  const [sqlite] = databases();
  if (!sqlite) throw new Error("no database to test with");
  fresh = await sqlite.fresh();
  db = await fresh.open();
  await strings.reload();
  await db.write(async (tx) => {
    await tx.places.putAgency({ key: "border-guard", phone: null, names: [{ from: null, until: null, name: { vi: "Biên phòng", zh: "边防" } }] });
    await tx.facts.put(hours("20:00"));
    await tx.places.putGate(gate("huu-nghi", 0));
    await tx.places.putGate(gate("chi-ma", 1));
    await tx.places.putTopic({ key: "giay-to", position: 0, icon: "passport", name: { vi: "Giấy tờ", zh: "证件" } });
    await tx.articles.insert(article(), null, now);
    await tx.editions.publish(edition(1));
    await tx.announce({ kind: "article", articleId: "a1", slug: "bai-a1", editionId: null });
  });
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

async function asked(key: string): Promise<{ content: KioskContent | null; tag: string | null }> {
  const app = { readers: { kiosk: kioskReaders({ db, now: () => now, strings }, "https://portal.example") } };
  const args = { params: { gate: key }, context: { app }, request: new Request(`http://localhost/kiosk/${key}/content.json`) };
  const response = await loader(args as unknown as Parameters<typeof loader>[0]);
  return { content: readContent(await response.json(), key), tag: response.headers.get("etag") };
}

test("what the server says of a gate is what the kiosk takes for whole", async () => {
  const { content } = await asked("huu-nghi");
  expect(content).toMatchObject({ gate: "huu-nghi", revision: 1, stringsVersion: strings.bundle("display").version });
  expect(content?.articles.map(({ slug, edition, texts }) => [slug, edition, texts.zh.title])).toEqual([["bai-a1", 1, "1"]]);
  expect(content?.hours).toHaveProperty(["hours.huu-nghi"]);
});

test("it says where phones are led to, where it stands, and how its Chinese is read", async () => {
  const { content } = await asked("huu-nghi");
  expect(content).toMatchObject({ origin: "https://portal.example", gate: "huu-nghi", site: { key: "huu-nghi", kind: "gate" } });
  // The fallback of the name that is not confirmed in Chinese is the Vietnamese one.
  expect(content?.site.name).toEqual({ vi: "huu-nghi", zh: "huu-nghi" });
  expect(content?.readings).toEqual({});
});

test("a commune cluster has a kiosk too: at no gate, with what concerns every gate first and then all the rest", async () => {
  await db.write((tx) => tx.sites.put({ key: "xa-dong-dang", position: 0, kind: "commune", name: { vi: "Xã Đồng Đăng", zh: "同登乡" } }));
  const { content } = await asked("xa-dong-dang");
  expect(content).toMatchObject({ gate: null, site: { key: "xa-dong-dang", kind: "commune" } });
  expect(content?.articles.map(({ slug }) => slug)).toEqual(["bai-a1"]);
  expect(content?.gates).toHaveLength(2);
});

test("an article about one gate is not shown at another", async () => {
  expect((await asked("chi-ma")).content?.articles).toEqual([]);
});

test("a gate that is not there is not found", async () => {
  await expect(asked("nowhere")).rejects.toMatchObject({ code: "not_found" });
});

test("the content is true until the gate closes", async () => {
  expect((await asked("huu-nghi")).content?.validUntil).toBe("2026-11-23T13:00:00.000Z");
});

test("asked again, the same content has the same tag; a new edition or an observation has another", async () => {
  const first = await asked("huu-nghi");
  now = new Date("2026-11-23T03:01:00Z");
  const again = await asked("huu-nghi");
  expect(again.tag).toBe(first.tag);
  expect(again.content?.generatedAt).not.toBe(first.content?.generatedAt);

  await db.write(async (tx) => {
    await tx.editions.publish(edition(2));
    await tx.announce({ kind: "article", articleId: "a1", slug: "bai-a1", editionId: null });
  });
  const published = await asked("huu-nghi");
  expect(published.tag).not.toBe(first.tag);
  expect(published.content).toMatchObject({ revision: 2, articles: [{ edition: 2, texts: { vi: { title: "2" }, zh: { title: "2" } } }] });

  const until = new Date("2026-11-23T05:00:00Z");
  await db.write(async (tx) => {
    await tx.places.addObservation(
      {
        id: "o1",
        gate: "huu-nghi",
        flow: null,
        direction: null,
        state: "closed",
        waitMinutes: null,
        takesBack: null,
        reason: null,
        at: now,
        until,
        unknownAfter: null,
      },
      null,
    );
    await tx.announce({ kind: "gate", gate: "huu-nghi" });
  });
  const closed = await asked("huu-nghi");
  expect(closed.tag).not.toBe(published.tag);
  expect(closed.content?.observations).toEqual([
    {
      id: "o1",
      gate: "huu-nghi",
      flow: null,
      direction: null,
      waitMinutes: null,
      takesBack: null,
      state: "closed",
      reason: null,
      at: "2026-11-23T03:01:00.000Z",
      until: "2026-11-23T05:00:00.000Z",
      unknownAfter: null,
    },
  ]);
  expect(closed.content?.validUntil).toBe("2026-11-23T05:00:00.000Z");
});
