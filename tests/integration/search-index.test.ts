import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SearchDocument, SearchResult } from "../../app/core/search/document.ts";
import { type Changes, openSearch, type Search, type SearchSource } from "../../app/server/search/open-search.server.ts";
import { WorkerThread } from "../../app/server/search/worker-thread.server.ts";

const page = (slug: string, vi: string, zh: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: `article:${slug}`,
  kind: "article",
  slug,
  topic: null,
  gates: [],
  ...more,
  versions: {
    vi: { title: vi, passages: [{ segment: "summary", text: `${vi} là gì` }] },
    zh: { title: zh, passages: [{ segment: "summary", text: `什么是${zh}` }] },
  },
});
const visa = page("thi-thuc", "Thị thực", "签证");
const cash = page("tien-mat", "Tiền mặt", "现金");
const border = page("bien-gioi", "Biên giới", "边界");

/** A place that keeps documents as the database does; `reads` counts how often all of them were asked for. */
class Content implements SearchSource {
  generationId = "one";
  revision = 1;
  documents = new Map<string, SearchDocument>();
  reads = 0;
  constructor(...documents: SearchDocument[]) {
    for (const document of documents) this.documents.set(document.id, document);
  }
  async state() {
    return { generationId: this.generationId, revision: this.revision };
  }
  async *all() {
    this.reads++;
    yield* this.documents.values();
  }
  put(document: SearchDocument): number {
    this.documents.set(document.id, document);
    return ++this.revision;
  }
}

let folder: string;
let file: string;
let opened: Search[];
let threads: WorkerThread[];
let troubles: unknown[];
let now: Date;

beforeEach(() => {
  now = new Date("2026-11-23T12:00:00+07:00");
  folder = mkdtempSync(join(tmpdir(), "search-index-"));
  file = join(folder, "search.db");
  opened = [];
  threads = [];
  troubles = [];
});

afterEach(async () => {
  await Promise.all(opened.map((search) => search.close()));
  rmSync(folder, { recursive: true });
});

async function open(source: SearchSource): Promise<Search> {
  const startThread = (onEnd: (reason: Error | null) => void) => {
    const thread = new WorkerThread(onEnd);
    threads.push(thread);
    return thread;
  };
  const search = openSearch({ file, source, startThread, report: (trouble) => troubles.push(trouble), now: () => now });
  opened.push(search);
  await search.ready();
  return search;
}

const slugs = (result: SearchResult) => result.hits.map((hit) => hit.slug).sort();
const found = async (search: Search, text: string) => slugs(await search.query({ text, lang: "vi", limit: 10 }));

/** Asks until the index answers again; fails when it never does. */
async function foundAgain(search: Search, text: string): Promise<string[]> {
  return await expect
    .poll(() => found(search, text).catch((error) => String(error)), { timeout: 10_000 })
    .not.toContain("busy")
    .then(() => found(search, text));
}

describe("the index follows the content", () => {
  test("a changed page is found by its new words and no longer by its old ones", async () => {
    const content = new Content(visa, cash);
    const search = await open(content);
    expect(await found(search, "thi thuc")).toEqual(["thi-thuc"]);
    const changed = { ...visa, versions: { ...visa.versions, vi: { title: "Hộ chiếu", passages: [] } } };
    await search.apply(content.put(changed), "one", [changed], []);
    expect(await found(search, "thi thuc")).toEqual([]);
    expect(await found(search, "ho chieu")).toEqual(["thi-thuc"]);
    expect(search.revision()).toBe(2);
  });

  test("a removed page is not found in either language", async () => {
    const search = await open(new Content(visa, cash));
    await search.apply(2, "one", [], [visa.id]);
    expect([await found(search, "thi thuc"), await found(search, "签证"), await found(search, "tien mat")]).toEqual([[], [], ["tien-mat"]]);
  });

  test("an announcement told twice, or late, changes nothing; one may be left out", async () => {
    const search = await open(new Content(visa));
    await search.apply(4, "one", [cash], []);
    await search.apply(4, "one", [cash], []);
    await search.apply(3, "one", [], [cash.id]);
    expect(await found(search, "tien mat")).toEqual(["tien-mat"]);
    expect(search.revision()).toBe(4);
    expect((await search.query({ text: "tien mat", lang: "vi", limit: 10 })).revision).toBe(4);
  });

  test("announcements are taken in the order in which they are told, also when nobody waits in between", async () => {
    const search = await open(new Content());
    await Promise.all([search.apply(2, "one", [visa], []), search.apply(3, "one", [cash], [visa.id]), search.apply(4, "one", [visa], [cash.id])]);
    expect([await found(search, "thi thuc"), await found(search, "tien mat")]).toEqual([["thi-thuc"], []]);
  });
});

describe("the file is kept or made again", () => {
  test("it is kept when it holds exactly this content", async () => {
    const content = new Content(visa);
    await (await open(content)).close();
    const search = await open(content);
    expect(content.reads).toBe(1);
    expect(await found(search, "签证")).toEqual(["thi-thuc"]);
  });

  test("it is made again when the content moved on while nobody told it", async () => {
    const content = new Content(visa);
    await (await open(content)).close();
    content.put(cash);
    const search = await open(content);
    expect(await found(search, "tien mat")).toEqual(["tien-mat"]);
    expect(search.revision()).toBe(2);
  });

  test("it is made again for a database that was restored, also while it is open", async () => {
    const content = new Content(visa);
    const search = await open(content);
    content.generationId = "two";
    content.documents.delete(visa.id);
    content.revision = 0;
    await search.apply(content.put(cash), "two", [cash], []);
    await search.ready();
    expect([await found(search, "thi thuc"), await found(search, "tien mat"), search.revision()]).toEqual([[], ["tien-mat"], 1]);
  });

  test("it is made again when another normaliser made it", async () => {
    const content = new Content(visa);
    await (await open(content)).close();
    const database = new Database(file);
    database.prepare("UPDATE content SET made_by = 'another'").run();
    database.close();
    await open(content);
    expect(content.reads).toBe(2);
  });

  test("it is made again when the filling was interrupted", async () => {
    const content = new Content(visa, cash);
    await (await open(content)).close();
    const database = new Database(file);
    database.prepare("DELETE FROM content").run();
    database.close();
    const search = await open(content);
    expect([content.reads, await found(search, "tien mat")]).toEqual([2, ["tien-mat"]]);
  });

  test.each([
    ["empty", () => writeFileSync(file, "")],
    ["no database", () => writeFileSync(file, "not a database at all, but long enough to look like a page of one ".repeat(100))],
    ["cut short", () => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ["full of holes", () => writeFileSync(file, Buffer.alloc(statSync(file).size, 7), { flag: "r+" })],
  ])("it is made again when it is %s", async (_what, spoil) => {
    const content = new Content(visa, cash);
    await (await open(content)).close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    spoil();
    const search = await open(content);
    expect([await found(search, "thi thuc"), await found(search, "现金")]).toEqual([["thi-thuc"], ["tien-mat"]]);
  });

  test("a source that fails at first does not stop the start: it is asked again, and told of", async () => {
    const content = new Content(visa);
    let asked = 0;
    const source = { state: () => (asked++ === 0 ? Promise.reject(new Error("no database")) : content.state()), all: () => content.all() };
    const search = await open(source);
    expect(await found(search, "thi thuc")).toEqual(["thi-thuc"]);
    expect(troubles).toEqual([new Error("no database")]);
  });
});

describe("an index that is only behind", () => {
  class Told extends Content {
    changes: Changes | null = null;
    async changedSince() {
      return this.changes;
    }
  }

  test("is brought up to date by what was announced since, without reading everything again", async () => {
    const content = new Told(visa, cash);
    await (await open(content)).close();
    content.documents.delete(visa.id);
    content.changes = { revision: content.put(border), changed: [border], removed: [visa.id] };
    const search = await open(content);
    expect(content.reads).toBe(1);
    expect([await found(search, "thi thuc"), await found(search, "bien gioi"), await found(search, "tien mat")]).toEqual([[], ["bien-gioi"], ["tien-mat"]]);
    expect(search.revision()).toBe(2);
    await search.close();
    await open(content);
    expect(content.reads).toBe(1);
  });

  test("is made again when what was announced can no longer be told, or does not reach as far", async () => {
    const content = new Told(visa);
    await (await open(content)).close();
    content.put(cash);
    expect(await found(await open(content), "tien mat")).toEqual(["tien-mat"]);
    content.put(border);
    content.changes = { revision: 2, changed: [], removed: [] };
    await opened.pop()?.close();
    expect(await found(await open(content), "bien gioi")).toEqual(["bien-gioi"]);
    expect(content.reads).toBe(3);
  });

  test("is made again when it is ahead of the database, which was put back", async () => {
    const content = new Told(visa);
    const search = await open(content);
    await search.apply(content.put(cash), "one", [cash], []);
    await search.close();
    content.documents.delete(cash.id);
    content.revision = 1;
    expect(await found(await open(content), "tien mat")).toEqual([]);
  });
});

describe("an index that is still being made", () => {
  test("keeps nobody waiting: queries are told to come again, changes are taken and found afterwards", async () => {
    const content = new Content(visa, cash);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const source = {
      state: () => content.state(),
      async *all() {
        await held;
        yield* [visa, cash];
      },
    };
    const search = openSearch({ file, source });
    opened.push(search);
    await expect(search.query({ text: "thi thuc", lang: "vi", limit: 10 })).rejects.toMatchObject({ code: "busy" });
    await search.apply(2, "one", [border], [cash.id]);
    await search.apply(3, "one", [], [border.id]);
    await search.apply(4, "one", [border], []);
    goOn();
    await search.ready();
    expect([await found(search, "thi thuc"), await found(search, "tien mat"), await found(search, "bien gioi")]).toEqual([["thi-thuc"], [], ["bien-gioi"]]);
    expect(search.revision()).toBe(4);
  });

  test("can be closed at once", async () => {
    const search = openSearch({ file, source: new Content(visa, cash) });
    await search.close();
    await expect(search.query({ text: "a", lang: "vi", limit: 1 })).rejects.toMatchObject({ code: "stopping" });
  });
});

describe("what is found", () => {
  const customs = { topic: "customs", gates: ["huu-nghi", "chi-ma"] };
  const pages = [
    page("mot", "Tiền mặt một", "现金一", customs),
    page("hai", "Tiền mặt hai", "现金二", { topic: "customs" }),
    page("ba", "Tiền mặt ba", "现金三", { topic: "cash", gates: ["chi-ma"] }),
  ];
  const ask = (search: Search, more: object) => search.query({ text: "tien mat", lang: "vi", limit: 10, ...more });

  test("can be narrowed by topic and gate, and each number is what a choice leaves", async () => {
    const search = await open(new Content(...pages));
    const all = await ask(search, {});
    expect([all.total, all.cut]).toEqual([3, false]);
    expect(all.facets).toEqual({
      topics: [
        { key: "customs", count: 2 },
        { key: "cash", count: 1 },
      ],
      gates: [
        { key: "chi-ma", count: 2 },
        { key: "huu-nghi", count: 1 },
      ],
    });
    for (const { key, count } of all.facets.topics) expect((await ask(search, { topic: key })).total).toBe(count);
    for (const { key, count } of all.facets.gates) expect((await ask(search, { gate: key })).total).toBe(count);
    const both = await ask(search, { topic: "customs", gate: "chi-ma" });
    expect(slugs(both)).toEqual(["mot"]);
    for (const { key, count } of both.facets.gates) expect((await ask(search, { topic: "customs", gate: key })).total).toBe(count);
  });

  test("is nothing in a topic that does not exist, whatever its name", async () => {
    const search = await open(new Content(...pages));
    for (const topic of ["no-such", '"', "customs OR cash", "海关"]) expect((await ask(search, { topic })).total).toBe(0);
  });

  test("is a notice from its beginning until it has been over for its time, and not before or after", async () => {
    const search = await open(new Content(page("nghi-le", "Nghỉ lễ", "放假", { from: "2026-11-20T02:00:00Z", until: "2026-12-20T02:00:00Z" })));
    const at = async (day: string) => {
      now = new Date(day);
      return (await found(search, "nghi le")).length;
    };
    expect([await at("2026-11-20T01:59:00Z"), await at("2026-11-20T02:00:00Z"), await at("2026-12-20T01:59:00Z"), await at("2026-12-20T02:00:00Z")]).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test.each(["vi", "zh"] as const)("is offered under another spelling when it was not found as typed, and only then, to a reader of %s", async (lang) => {
    const search = await open(new Content(visa, cash, border));
    const meant = async (text: string) => (await search.query({ text, lang, limit: 10 })).meant;
    expect(await meant("thi thuk")).toBe("Thị thực");
    expect(await meant("thị thựcc")).toBe("Thị thực");
    expect(await meant("bien gioii")).toBe("Biên giới");
    expect(await meant("千证")).toBe("签证");
    expect(await meant("千證")).toBe("签证");
    expect([await meant("thi thuc"), await meant("签证"), await meant("簽證"), await meant("zzzzzzzz")]).toEqual([null, null, null, null]);
  });

  test.each(["vi", "zh"] as const)("is brought up, for a reader of %s, by the spelling that is offered in either language", async (lang) => {
    const search = await open(new Content(visa, cash, border));
    for (const slip of ["thi thuk", "千证"]) {
      const { hits, meant } = await search.query({ text: slip, lang, limit: 10 });
      expect(hits.map((hit) => hit.slug)).not.toContain("tien-mat");
      const [hit] = (await search.query({ text: meant ?? "", lang, limit: 10 })).hits;
      expect(hit?.title.map((part) => part.text).join("")).toBe(visa.versions[lang].title);
    }
  });

  test("a word counts by its neighbours: two syllables that many pages have apart find the page that has them together", async () => {
    const apart = ["hai", "ba", "bon"].map((slug) => page(slug, "Hai cơ quan", "两个机关"));
    const search = await open(new Content(...apart, page("hai-quan", "Quầy hải quan", "海关柜台")));
    for (const text of ["hai quan", "hải quan", "hai q"]) expect((await search.query({ text, lang: "vi", limit: 10 })).hits[0]?.slug).toBe("hai-quan");
  });

  test("a word of a page that came later is known to the spelling at once", async () => {
    const search = await open(new Content(visa));
    const later = page("phao", "Pháo hoa", "烟花");
    await search.apply(2, "one", [later], []);
    expect((await search.query({ text: "phao hoaa", lang: "vi", limit: 10 })).meant).toBe("Pháo hoa");
  });
});

describe("a worker that dies", () => {
  test("is replaced; meanwhile a query is told to come again, and nothing is lost", async () => {
    const content = new Content(visa, cash);
    const search = await open(content);
    const waiting = search.query({ text: "thi thuc", lang: "vi", limit: 10 }).catch((error: unknown) => error);
    await threads[0]?.end();
    expect(await waiting).toSatisfy((answer: unknown) => (answer as Error).message === "busy" || slugs(answer as SearchResult).length === 1);
    await expect(search.query({ text: "thi thuc", lang: "vi", limit: 10 })).rejects.toMatchObject({ code: "busy", status: 503 });
    expect(await foundAgain(search, "thi thuc")).toEqual(["thi-thuc"]);
    expect(troubles).toHaveLength(1);
  });

  test("in the middle of a change: the change is there as soon as it answers again", async () => {
    const content = new Content(visa);
    const search = await open(content);
    const applied = search.apply(content.put(border), "one", [border], []);
    await threads[0]?.end();
    await applied;
    await search.ready();
    expect(await found(search, "bien gioi")).toEqual(["bien-gioi"]);
    expect(search.revision()).toBe(2);
  });

  test("again and again: search comes back each time", async () => {
    const search = await open(new Content(visa));
    for (let time = 0; time < 3; time++) {
      await threads.at(-1)?.end();
      expect(await foundAgain(search, "签证")).toEqual(["thi-thuc"]);
    }
  });

  test("while its file is being destroyed under it: it notices, and makes another", async () => {
    const search = await open(new Content(visa, cash));
    const database = new Database(file);
    database.unsafeMode();
    database.prepare("DELETE FROM words_data").run();
    database.close();
    await expect(search.query({ text: "thi thuc", lang: "vi", limit: 10 })).rejects.toMatchObject({ code: "busy" });
    expect(await foundAgain(search, "thi thuc")).toEqual(["thi-thuc"]);
  });

  test("after the server has closed search: a query hears that it is stopping", async () => {
    const search = await open(new Content(visa));
    await search.close();
    await expect(search.query({ text: "a", lang: "vi", limit: 1 })).rejects.toMatchObject({ code: "stopping" });
    await expect(search.apply(2, "one", [], [])).rejects.toMatchObject({ code: "stopping" });
  });
});

describe("whatever is typed", () => {
  test("nothing gives nothing", async () => {
    const search = await open(new Content(visa));
    for (const text of ["", " ", "\n", "?!", '"', "\ud800"]) expect(await found(search, text)).toEqual([]);
  });

  test("10,000 characters are refused, in any form", async () => {
    const search = await open(new Content(visa));
    for (const text of ["a".repeat(10_000), "签".repeat(10_000), "ệ".repeat(10_000).normalize("NFD"), "\ud800".repeat(10_000)])
      await expect(search.query({ text, lang: "vi", limit: 10 })).rejects.toMatchObject({ code: "query_too_long", status: 400 });
  });

  test("decomposed, Traditional, upper-case and full-width typing find the same", async () => {
    const search = await open(new Content(visa, cash));
    for (const text of ["thị thực".normalize("NFD"), "THỊ THỰC", "簽證", "ｔｈｉ ｔｈｕｃ"]) expect(await found(search, text)).toEqual(["thi-thuc"]);
  });

  test("operators of the index are words like any other", async () => {
    const search = await open(new Content(visa, page("or", "Cơm OR phở NOT near", "饭")));
    for (const text of ['"thi thuc"', "title:thi thuc", "thi* AND thuc", "(thi thuc", "NEAR(thi thuc)", "^thi + thuc", "'; DROP TABLE words; -- thi thuc"])
      expect(await found(search, text)).toContain("thi-thuc");
    expect(await found(search, "OR")).toEqual(["or"]);
  });

  test("never is an error, and hits are whole texts with marks", async () => {
    const search = await open(new Content(visa, cash, border));
    const typed = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom("thị", "thuc", "签", "现金", " ", '"', "*", "(", "AND", "-", "1.5", "\ud800", "̣"), { maxLength: 20 })
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { hits } = await search.query({ text, lang: "zh", limit: 10 });
        for (const hit of hits) expect(["签证", "现金", "边界"]).toContain(hit.title.map((part) => part.text).join(""));
      }),
      { numRuns: 300 },
    );
  });

  test("accents that were typed come before the same letters with others", async () => {
    const search = await open(new Content(page("bo-mot", "Bỏ lại", "丢弃"), page("bo-hai", "Bò sống", "活牛"), page("bo-ba", "Bộ đội", "部队")));
    const order = async (text: string) => (await search.query({ text, lang: "vi", limit: 10 })).hits.map((hit) => hit.slug);
    expect((await order("bò"))[0]).toBe("bo-hai");
    expect((await order("bộ"))[0]).toBe("bo-ba");
    expect((await order("bo")).length).toBe(3);
  });

  test("the limit is kept between 1 and 50", async () => {
    const many = Array.from({ length: 60 }, (_, index) => page(`p${index}`, `Tiền số ${index}`, `钱${index}号`));
    const search = await open(new Content(...many));
    const count = async (limit: number) => (await search.query({ text: "tien", lang: "vi", limit })).hits.length;
    expect([await count(0), await count(3), await count(1000), await count(Number.NaN)]).toEqual([1, 3, 50, 1]);
  });
});
