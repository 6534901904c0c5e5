import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import type { Observation } from "../../app/core/facts/gate-status.ts";
import { LANGS } from "../../app/core/language/languages.ts";
import type { SearchHit } from "../../app/core/search/document.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { visitorReaders } from "../../app/server/readers/visitor.server.ts";
import { loadStarter } from "../../app/server/starter/load-starter.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const NOON = new Date("2026-11-23T12:00:00+07:00");

const STARTER = "prisma/starter";
const names = ["agencies.yaml", "facts.yaml", "gates.yaml", "topics.yaml", ...readdirSync(`${STARTER}/articles`).map((name) => `articles/${name}`)];
const starter = readStarter(Object.fromEntries(names.map((name) => [name, readFileSync(`${STARTER}/${name}`, "utf8")])));

describe.each(databases())("what visitors' pages read on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let now = NOON;
  let readers: ReturnType<typeof visitorReaders>;

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const ports = { write: db.write, now: () => now, newId, baseStrings: () => ({}) } as unknown as Ports;
    await loadStarter(ports, starter, () => {});
    readers = visitorReaders({ db, now: () => now, strings: null as unknown as Reading["strings"] });
  });

  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  const seen = (change: Partial<Observation>) =>
    db.write((tx) =>
      tx.places.addObservation(
        {
          id: newId(),
          gate: "chi-ma",
          flow: null,
          direction: null,
          state: "closed",
          waitMinutes: null,
          takesBack: null,
          reason: null,
          at: NOON,
          until: null,
          unknownAfter: new Date("2026-11-23T15:00:00+07:00"),
          ...change,
        },
        null,
      ),
    );

  it("home tells the gates in their order, until their hours change, and never reads silence as open", async () => {
    const home = await readers.home("vi");
    expect(home.stations.map(({ gate }) => gate.key)).toEqual(starter.gates.map(({ key }) => key));
    const [huuNghi, dongDang] = home.stations;
    expect(huuNghi?.flows.map(({ status }) => status.status.state)).toEqual(["open", "unknown"]);
    expect(dongDang?.flows.map(({ status }) => status.status.state)).toEqual(["unknown", "unknown"]);
    expect(home.validUntil).toEqual(new Date("2026-11-23T17:00:00+07:00"));
    expect(home.topics).toHaveLength(8);
    expect(home.newest.length).toBeGreaterThan(0);
  });

  it("what an operator saw is on the gate's page at once, and lapses by itself", async () => {
    now = new Date("2026-11-23T12:01:00+07:00");
    await seen({});
    const closed = await readers.gate("vi", "chi-ma");
    expect(closed.station.flows.map(({ status }) => status.status.state)).toEqual(["closed", "closed"]);
    expect(closed.validUntil).toEqual(new Date("2026-11-23T15:00:00+07:00"));
    now = new Date("2026-11-23T15:00:00+07:00");
    expect((await readers.gate("vi", "chi-ma")).station.flows.map(({ status }) => status.status.state)).toEqual(["unknown", "unknown"]);
    now = NOON;
  });

  it("every article reads in every language with the same tree, its own words and another article to go on with", async () => {
    for (const { slug } of starter.articles) {
      const [own, other] = await Promise.all(LANGS.map((lang) => readers.article(lang, slug)));
      expect(own?.tree).toEqual(other?.tree);
      expect(own?.title).not.toBe(other?.title);
      expect(own?.otherTitles).toEqual([{ lang: "zh", title: other?.title }]);
      expect(own?.related.map((one) => one.slug)).not.toContain(slug);
      expect(own?.related.length).toBeGreaterThan(0);
    }
  });

  it("lists read as sentences: facts are filled in", async () => {
    const listed = await Promise.all(LANGS.map(async (lang) => (await readers.topic(lang, "cash", null)).articles));
    expect(JSON.stringify(listed)).not.toContain("{{");
    expect(JSON.stringify(listed)).toMatch(/15 triệu đồng.*1500万越南盾/);
  });

  it("a page ends the night on which its verification runs out, and then says so", async () => {
    const article = await readers.article("vi", "mang-tien-mat");
    expect(article).toMatchObject({ overdue: false, validUntil: new Date("2027-02-24T00:00:00+07:00") });
    now = new Date("2027-02-24T00:00:00+07:00");
    expect(await readers.article("vi", "mang-tien-mat")).toMatchObject({ overdue: true });
    now = NOON;
  });

  it("a gate's page brings the articles that name it before those that concern every gate", async () => {
    const { articles } = await readers.gate("vi", "huu-nghi");
    const naming = (slug: string) => starter.articles.find((one) => one.slug === slug)?.about.gates.includes("huu-nghi") ?? false;
    const order = articles.map(({ slug }) => naming(slug));
    expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
  });

  it("a hit whose page is not published is not shown", async () => {
    const hit = (slug: string): SearchHit => ({ id: `article:${slug}`, kind: "article", slug, title: [], passage: null });
    const facets = {
      topics: [{ key: "cash", count: 1 }],
      gates: [
        { key: "binh-nghi", count: null },
        { key: "gone", count: null },
      ],
    };
    const found = await readers.hits("zh", { hits: [hit("mang-tien-mat"), hit("withdrawn-a-moment-ago")], facets }, { topic: "cash" });
    expect(found.hits.map(({ slug }) => slug)).toEqual(["mang-tien-mat"]);
    expect(found.facets).toEqual({
      topics: [{ key: "cash", count: 1, name: "现金", nameLang: "zh", chosen: true }],
      // Its Chinese name is not confirmed: its Vietnamese one stands there, and says so.
      gates: [{ key: "binh-nghi", count: null, name: "Bình Nghi", nameLang: "vi", chosen: false }],
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["article", () => readers.article("vi", "khong-co")],
    ["pair", () => readers.sideBySide("vi", "khong-co")],
    ["gate", () => readers.gate("zh", "khong-co")],
    ["topic", () => readers.topic("zh", "khong-co", null)],
  ])("an unknown %s is not found", async (_, ask) => {
    await expect(ask()).rejects.toEqual(new AppError("not_found"));
  });

  it("a topic's list goes on where it ended, without repeating", async () => {
    const first = await readers.topic("vi", "papers", null);
    const last = first.articles.at(-1);
    expect(first.next).toBeNull();
    const rest = await readers.topic("vi", "papers", first.articles[0]?.articleId ?? null);
    expect(rest.articles.map(({ slug }) => slug)).toEqual(first.articles.slice(1).map(({ slug }) => slug));
    expect((await readers.topic("vi", "papers", last?.articleId ?? null)).articles).toEqual([]);
  });
});
