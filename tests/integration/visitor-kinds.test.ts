import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ARTICLE_KINDS, type NoticeLevel } from "../../app/core/articles/kinds.ts";
import { AppError } from "../../app/core/errors.ts";
import { LANGS } from "../../app/core/language/languages.ts";
import { RuntimeStrings } from "../../app/i18n/runtime.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { refusalJson } from "../../app/server/http/refusals.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { machineReaders } from "../../app/server/readers/machines.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { visitorReaders } from "../../app/server/readers/visitor.server.ts";
import { loadStarter } from "../../app/server/starter/load-starter.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";
import type { CreateArticle } from "../../app/use-cases/create-article.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { withdrawArticle } from "../../app/use-cases/withdraw-article.ts";
import { actor } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const NOW = new Date("2026-11-23T12:00:00+07:00");

const PLACES = ["agencies.yaml", "facts.yaml", "gates.yaml", "topics.yaml"];
const text = (name: string) => readFileSync(`prisma/starter/${name}`, "utf8");
const places = readStarter(Object.fromEntries(PLACES.map((name) => [name, text(name)])));

/** Something to publish, in both languages, its words made from its slug. */
function written(slug: string, about: Partial<CreateArticle["about"]>): CreateArticle {
  return {
    slug,
    sourceLang: "vi",
    tree: [{ id: "reading", kind: "paragraph" }],
    about: { kind: "question", topic: "hours", gates: [], agency: "customs", verifiedOn: null, verifyAgainBy: null, notice: null, ...about },
    texts: {
      vi: { title: `Câu ${slug}.`, summary: "Mang {{fact:cash-vnd}}.", reading: "đọc" },
      zh: { title: "我的护照丢了。", summary: "携带{{fact:cash-vnd}}。", reading: "读" },
    },
  };
}

const notice = (slug: string, level: NoticeLevel, from: string, until: string | null, gates: string[] = []): CreateArticle =>
  written(slug, { kind: "notice", gates, notice: { level, from: new Date(from).toISOString(), until: until && new Date(until).toISOString() } });

const CONTENT: CreateArticle[] = [
  notice("queue", "priority", "2026-11-20T08:00:00+07:00", "2026-11-23T13:00:00+07:00", ["huu-nghi"]),
  notice("names", "routine", "2025-03-01T00:00:00+07:00", null),
  notice("flood", "emergency", "2026-11-01T00:00:00+07:00", null),
  notice("holiday", "priority", "2027-01-01T00:00:00+07:00", "2027-01-02T00:00:00+07:00"),
  notice("drill", "emergency", "2026-11-20T09:00:00+07:00", "2026-11-20T09:30:00+07:00"),
  written("first-question", {}),
  written("second-question", { topic: "cash" }),
  written("third-question", {}),
  written("cau-ho-chieu", { kind: "phrase", topic: "papers" }),
  written("about", { kind: "page", topic: "" }),
  written("terms", { kind: "page", topic: "" }),
];

describe.each(databases())("notices, questions, phrases and the portal's own pages on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let now = NOW;
  let readers: ReturnType<typeof visitorReaders>;
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug);

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const ports = { write: db.write, now: () => now, newId, baseStrings: () => ({}) } as unknown as Ports;
    await loadStarter(ports, { ...places, articles: CONTENT }, () => {});
    readers = visitorReaders({ db, now: () => now, strings: null as unknown as Reading["strings"] });
  });

  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  it("notices that hold stand first, the most urgent on top; then what comes, then what ended", async () => {
    const notices = await readers.notices("vi");
    expect(slugs(notices.current)).toEqual(["flood", "queue", "names"]);
    expect(slugs(notices.coming)).toEqual(["holiday"]);
    expect(slugs(notices.ended)).toEqual(["drill"]);
    expect(notices.current[0]?.summary).toBe("Mang 15 triệu đồng.");
  });

  it("every page that shows notices lasts until the next of them begins or ends", async () => {
    const ends = new Date("2026-11-23T13:00:00+07:00");
    expect((await readers.notices("zh")).validUntil).toEqual(ends);
    expect((await readers.frame("zh")).validUntil).toEqual(ends);
    expect((await readers.notice("zh", "names")).validUntil).toEqual(ends);
    now = ends;
    expect(slugs((await readers.notices("zh")).ended)).toEqual(["drill", "queue"]);
    expect((await readers.frame("zh")).validUntil).toEqual(new Date("2027-01-01T00:00:00+07:00"));
    now = NOW;
  });

  it("the frame of a page brings what is urgent now, without the routine, and the portal's pages in their order", async () => {
    const frame = await readers.frame("vi");
    expect(slugs(frame.urgent)).toEqual(["flood", "queue"]);
    expect(frame.urgent[1]?.gates).toEqual(["huu-nghi"]);
    expect(frame.pages).toEqual([
      { slug: "about", title: "Câu about." },
      { slug: "terms", title: "Câu terms." },
    ]);
  });

  it("a notice that ended can still be read, and says so", async () => {
    expect(await readers.notice("vi", "drill")).toMatchObject({ phase: "ended", notice: { level: "emergency" }, gates: [] });
    const queue = await readers.notice("vi", "queue");
    expect(queue.gates.map(({ key }) => key)).toEqual(["huu-nghi"]);
    expect(slugs(queue.others)).toEqual(["flood", "names"]);
  });

  it("questions stand by topic in the order of the topics, the newest first, each with others of its topic beside it", async () => {
    const { groups } = await readers.questions("vi");
    expect(groups.map(({ topic, questions }) => [topic.key, slugs(questions)])).toEqual([
      ["hours", ["third-question", "first-question"]],
      ["cash", ["second-question"]],
    ]);
    const question = await readers.question("vi", "first-question");
    expect(slugs(question.questions)).toEqual(["third-question"]);
    expect(question.otherTitles).toEqual([{ lang: "zh", title: "我的护照丢了。" }]);
  });

  it("a phrase comes in both languages, the visitor's own first, with pinyin and the reading aid for that visitor", async () => {
    const phrases = await Promise.all(LANGS.map(async (lang) => (await readers.phrases(lang)).groups[0]?.phrases[0]));
    expect(phrases.map((phrase) => phrase?.sentences.map(({ lang }) => lang))).toEqual([
      ["vi", "zh"],
      ["zh", "vi"],
    ]);
    expect(phrases.map((phrase) => phrase?.aid)).toEqual(["đọc", "读"]);
    expect(phrases[0]?.sentences[1]?.romanised).toEqual({ text: "Wǒ de hù zhào diū le.", tag: "zh-Latn-pinyin" });
    expect(phrases[0]?.sentences[0]?.romanised).toBeNull();
  });

  it("a page of one kind is not found under the address of another", async () => {
    const asked = [
      () => readers.notice("vi", "about"),
      () => readers.question("vi", "flood"),
      () => readers.portalPage("vi", "flood"),
      () => readers.portalPage("vi", "gates"),
    ];
    for (const one of asked) await expect(one()).rejects.toEqual(new AppError("not_found"));
    expect((await readers.portalPage("zh", "about")).title).toBe("我的护照丢了。");
  });
});

describe.each(databases())("what was withdrawn, on $provider", ({ fresh }) => {
  it("answers gone in the reader's language with the reason and what to read instead, and leaves every list", async () => {
    const place = await fresh();
    const db = await place.open();
    const ports = { write: db.write, now: () => NOW, newId, baseStrings: () => ({}) } as unknown as Ports;
    const article = (slug: string) => written(slug, { kind: "article", topic: "cash" });
    const content = [article("old-rule"), article("new-rule"), written("old-question", { topic: "cash" }), written("lonely", { topic: "law" })];
    await loadStarter(ports, { ...places, articles: content }, () => {});
    const readers = visitorReaders({ db, now: () => NOW, strings: null as unknown as Reading["strings"] });
    const publisher = actor("p", "publisher");
    const idOf = async (slug: string) => (await db.read.article.findUniqueOrThrow({ where: { slug } })).id;
    const reason = { vi: "Quy định đã được thay thế.", zh: "相关规定已被取代。" };

    await expect(withdrawArticle(ports, actor("t", "translator"), { articleId: await idOf("old-rule"), reason })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(withdrawArticle(ports, publisher, { articleId: await idOf("old-rule"), reason: { ...reason, zh: "  " } })).rejects.toMatchObject({
      code: "invalid",
      details: { faults: ["reason:zh"] },
    });
    expect((await readers.article("vi", "old-rule")).slug).toBe("old-rule");

    const before = (await db.read.content.findUniqueOrThrow({ where: { id: 1 } })).revision;
    for (const slug of ["old-rule", "old-question", "lonely"]) await withdrawArticle(ports, publisher, { articleId: await idOf(slug), reason });
    expect((await db.read.content.findUniqueOrThrow({ where: { id: 1 } })).revision).toBe(before + 3);

    const instead = (lang: "vi" | "zh") => [{ slug: "new-rule", title: written("new-rule", {}).texts[lang].title }];
    await expect(readers.article("vi", "old-rule")).rejects.toMatchObject({
      code: "withdrawn",
      status: 410,
      details: { reason, instead: instead("vi") },
    });
    await expect(readers.sideBySide("zh", "old-rule")).rejects.toMatchObject({ code: "withdrawn", details: { reason, instead: instead("zh") } });
    await expect(readers.question("zh", "old-question")).rejects.toMatchObject({ code: "withdrawn", details: { instead: instead("zh") } });
    const refused = (await machineReaders({ db, now: () => NOW } as Reading, "https://portal.example")
      .article("old-rule")
      .catch((error: unknown) => error)) as AppError;
    expect(refused, "to a program as well").toMatchObject({ code: "withdrawn", status: 410 });
    expect(refusalJson(refused, new RuntimeStrings(async () => []))).toEqual({
      error: { code: "withdrawn", message: { vi: `Lý do: ${reason.vi}`, zh: `原因：${reason.zh}` } },
    });
    await expect(readers.question("vi", "lonely"), "nothing of its topic: the newest").rejects.toMatchObject({ details: { instead: instead("vi") } });
    await expect(readers.question("vi", "old-rule"), "another kind's address").rejects.toMatchObject({ code: "not_found" });
    expect((await readers.questions("vi")).groups).toEqual([]);
    expect((await readers.topic("vi", "cash", null)).articles.map(({ slug }) => slug)).toEqual(["new-rule"]);
    await expect(withdrawArticle(ports, publisher, { articleId: await idOf("old-rule"), reason })).rejects.toMatchObject({ code: "not_found" });
    await db.close();
    await place.drop();
  });
});

describe("the starter content", () => {
  const FOLDERS = { article: "articles", question: "questions", phrase: "phrases", notice: "notices", page: "pages" };
  const files = readdirSync("prisma/starter", { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".yaml"));
  const starter = readStarter(Object.fromEntries(files.map((name) => [name, text(name)])));

  it("takes the kind of everything from its folder", () => {
    for (const kind of ARTICLE_KINDS) {
      const found = starter.articles.filter(({ about }) => about.kind === kind).length;
      expect(found, kind).toBe(files.filter((name) => name.startsWith(`${FOLDERS[kind]}/`)).length);
    }
  });

  it("refuses what stands in the folder of another kind", () => {
    const misplaced = { "phrases/gio-mo-cua.yaml": `kind: article\n${text("articles/gio-mo-cua.yaml")}` };
    expect(() => readStarter({ ...Object.fromEntries(PLACES.map((place) => [place, text(place)])), ...misplaced })).toThrow(/folder of another kind/);
  });
});
