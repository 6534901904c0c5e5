import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGS } from "../../app/core/language/languages.ts";
import type { SearchHit } from "../../app/core/search/document.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { balanced, drawCard, FONT_FAMILY, widthOf } from "../../app/server/images/card.server.ts";
import { openDrawing } from "../../app/server/images/draw.server.ts";
import { openKeptPictures } from "../../app/server/images/kept-pictures.server.ts";
import { readSitemap } from "../../app/server/readers/machines/sitemap.server.ts";
import { machineReaders } from "../../app/server/readers/machines.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { loadStarter } from "../../app/server/starter/load-starter.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const ORIGIN = "https://cua-khau.example";
const STARTER = "prisma/starter";
const files = readdirSync(STARTER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
const starter = readStarter(Object.fromEntries(files.map((name) => [name, readFileSync(`${STARTER}/${name}`, "utf8")])));
const ofKind = (kind: string) => starter.articles.filter(({ about }) => about.kind === kind).map(({ slug }) => slug);

describe.each(databases())("what programs read on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let reading: Reading;
  let readers: ReturnType<typeof machineReaders>;
  const now = new Date();

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const ports = { write: db.write, now: () => now, newId, baseStrings: () => ({}) } as unknown as Ports;
    await loadStarter(ports, starter, () => {});
    reading = { db, now: () => now, strings: null as unknown as Reading["strings"] };
    readers = machineReaders(reading, ORIGIN);
  });

  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  it("following the cursor brings every article once, in both languages, the newest first", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readers.articles>> = await readers.articles(4, after);
      expect(page.items.length).toBeLessThanOrEqual(4);
      for (const { slug, title } of page.items) {
        seen.push(slug);
        expect(title.vi).not.toBe("");
        expect(title.zh).toMatch(/\p{Script=Han}/u);
      }
      after = page.next;
    } while (after);
    expect(seen.toSorted()).toEqual(ofKind("article").toSorted());
    expect((await readers.articles(200, null)).items.map(({ slug }) => slug)).toEqual(seen);
  });

  it("an article whole holds the words of every segment in both languages, and the facts that it refers to as each writes them", async () => {
    const article = await readers.article("mang-tien-mat");
    const words = JSON.stringify(article.body);
    expect(words).not.toContain("{{");
    expect(words).toContain("15 triệu đồng");
    expect(words).toContain("1500万越南盾");
    expect(Object.values(article.facts).length).toBeGreaterThan(0);
    for (const fact of Object.values(article.facts)) for (const lang of LANGS) expect(fact.words[lang]).not.toBe("");
  });

  it.each(["khong-co", "huu-nghi"])("%s is no article", async (slug) => {
    await expect(readers.article(slug)).rejects.toMatchObject({ code: "not_found" });
  });

  it("gates come in the order of the line, page by page, and silence is told as unknown", async () => {
    const first = await readers.gates(3, null);
    const rest = await readers.gates(200, first.next);
    expect([...first.items, ...rest.items].map(({ slug }) => slug)).toEqual(starter.gates.map(({ key }) => key));
    expect(rest.next).toBeNull();
    const dongDang = first.items.find(({ slug }) => slug === "dong-dang");
    expect(new Set(dongDang?.flows.map(({ state }) => state))).toEqual(new Set(["unknown"]));
    expect(dongDang?.title).toEqual({ vi: "Đồng Đăng", zh: "同登" });
  });

  it("notices tell whether they hold, and those to come are kept back", async () => {
    const { items } = await readers.notices(200, null);
    for (const { from, until, active } of items) {
      expect(Date.parse(from)).toBeLessThanOrEqual(now.getTime());
      expect(active).toBe(until === null || now.getTime() < Date.parse(until));
    }
  });

  it("hits come in their order with both titles, and without those whose page is gone", async () => {
    const hit = (kind: SearchHit["kind"], slug: string): SearchHit => ({ id: `${kind}:${slug}`, kind, slug, title: [], passage: null });
    const items = await readers.hits("vi", [hit("gate", "chi-ma"), hit("article", "gone"), hit("article", "mang-tien-mat"), hit("gate", "gone")]);
    expect(items.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual(["gate chi-ma", "article mang-tien-mat"]);
    expect(items[0]?.url.zh).toBe(`${ORIGIN}/zh/gates/chi-ma`);
  });

  it("the feed holds articles, answers and notices that have begun, the last published first", async () => {
    const [vi, zh] = await Promise.all(LANGS.map((lang) => readers.feed(lang)));
    expect(vi?.map(({ slug }) => slug)).toEqual(zh?.map(({ slug }) => slug));
    expect(vi?.length).toBeGreaterThan(10);
    expect(vi?.map(({ kind }) => kind)).not.toContain("phrase");
    const times = vi?.map(({ publishedAt }) => publishedAt.getTime()) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(JSON.stringify([vi, zh])).not.toContain("{{");
  });

  it("the parts of a long sitemap together hold the same pages as the whole", async () => {
    const belows = async (after: string | null, inPart?: number) => {
      const view = await readSitemap(reading, after, inPart);
      return view.kind === "pages" ? view.pages.map(({ below }) => below) : view;
    };
    const whole = (await belows(null)) as string[];
    expect(whole).toContain("/articles/mang-tien-mat");
    expect(whole).toContain("/gates/chi-ma");
    const index = await readSitemap(reading, null, 7);
    if (index.kind !== "index") throw new Error("it should be in parts");
    expect(index.after.length).toBe(Math.ceil(starter.articles.length / 7));
    const parts = (await Promise.all(index.after.map((after) => belows(after, 7)))) as string[][];
    expect(parts.flat().toSorted()).toEqual(whole.toSorted());
  });
});

describe("pictures", () => {
  const folder = mkdtempSync(join(tmpdir(), "cau-noi-pictures-"));
  const drawing = openDrawing();
  afterAll(async () => {
    await drawing.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const card = (vi: string, zh: string) => drawCard({ titles: { vi, zh }, names: { vi: "Cầu Nối", zh: "桥梁" }, sites: { vi: "Cổng", zh: "门户" } });
  const isPng = (bytes: Buffer) => bytes.subarray(1, 4).toString() === "PNG";

  it("a pair's picture is 1200 by 630 and shows both titles, also where the system has no font for Chinese", async () => {
    const [both, withoutZh] = await Promise.all([drawing.draw(card("Giấy tờ", "证件")), drawing.draw(card("Giấy tờ", ""))]);
    expect(isPng(both)).toBe(true);
    expect([both.readUInt32BE(16), both.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(both.equals(withoutZh)).toBe(false);
  });

  it("is drawn once however many ask, and again when what is kept was torn", async () => {
    let drawn = 0;
    const kept = openKeptPictures(folder, (svg) => {
      drawn += 1;
      return drawing.draw(svg);
    });
    const svg = card("Giờ mở cửa", "开放时间");
    const [one, two] = await Promise.all([kept.of(svg), kept.of(svg)]);
    expect(one.equals(two)).toBe(true);
    await kept.of(svg);
    expect(drawn).toBe(1);
    const [file = ""] = readdirSync(folder);
    writeFileSync(join(folder, file), one.subarray(0, 100));
    expect((await kept.of(svg)).equals(one)).toBe(true);
    expect(drawn).toBe(2);
  });

  it("never fill the disk: the oldest give way", async () => {
    const bounded = openKeptPictures(join(folder, "bounded"), async (svg) => Buffer.concat([Buffer.from(svg), Buffer.from("49454e44ae426082", "hex")]), 3);
    for (let i = 0; i < 8; i += 1) await bounded.of(`<svg>${i}</svg>`);
    expect(readdirSync(join(folder, "bounded")).length).toBe(3);
  });

  it("what cannot be drawn is an error of that picture alone", async () => {
    await expect(drawing.draw("<svg")).rejects.toThrow();
    expect(isPng(await drawing.draw(card("a", "文")))).toBe(true);
  });

  it("no line of a title is drawn wider than it was reckoned", () => {
    const fontFiles = [createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf")];
    const drawnWidth = (line: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text y="100" font-size="100" font-family="${FONT_FAMILY}" font-weight="700">${line}</text></svg>`;
      return (new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox()?.width ?? 0) / 100;
    };
    const titles = starter.articles.slice(0, 25).flatMap(({ texts }) => LANGS.map((lang) => ({ lang, title: texts[lang].title ?? "" })));
    for (const { lang, title } of [...titles, { lang: "zh" as const, title: "关于“桥梁”信息门户——……" }])
      for (const line of balanced(title, lang, 10)) expect(drawnWidth(line), line).toBeLessThanOrEqual(widthOf(line));
  });
});
