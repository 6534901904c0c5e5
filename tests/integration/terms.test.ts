import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { segmentsOf } from "../../app/core/articles/tree.ts";
import type { AppError } from "../../app/core/errors.ts";
import type { Term } from "../../app/core/translation/term.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { visitorReaders } from "../../app/server/readers/visitor.server.ts";
import { loadStarter } from "../../app/server/starter/load-starter.server.ts";
import type { Starter } from "../../app/server/starter/read-starter.server.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { recordTerms } from "../../app/use-cases/record-terms.ts";
import { actor } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const PUBLISHER: Actor = actor("p", "publisher");
const TREE = [{ id: "where", kind: "paragraph" as const }];
const texts = { vi: { title: "Hải quan", summary: "Xin hỏi.", where: "Xin hỏi hải quan." }, zh: { title: "海关", summary: "请询问。", where: "请询问海关。" } };

const customs: Term = {
  key: "hai-quan",
  words: { vi: "hải quan", zh: "海关" },
  variants: { vi: [], zh: [] },
  pinyin: "hǎiguān",
  note: null,
  mark: "confirmed",
};

const starter: Starter = {
  agencies: [],
  topics: [{ key: "papers", icon: "passport", name: { vi: "Giấy tờ", zh: "证件" }, position: 0 }],
  gates: [],
  facts: [],
  terms: [customs],
  articles: [
    {
      slug: "hoi-hai-quan",
      sourceLang: "vi",
      tree: TREE,
      texts,
      about: { kind: "article", topic: "papers", gates: [], agency: "customs", verifiedOn: null, verifyAgainBy: null, notice: null },
    },
  ],
};

describe.each(databases())("the glossary on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let readers: ReturnType<typeof visitorReaders>;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    ports = { write: db.write, now: () => new Date(), newId, baseStrings: () => ({}) } as unknown as Ports;
    await loadStarter(ports, starter, () => {});
    readers = visitorReaders({ db, now: () => new Date(), strings: null as unknown as Reading["strings"] });
  });

  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  it("shows an article's reader each term in the other language, with its pinyin, where it is first read", async () => {
    expect(segmentsOf(TREE)).toContain("where");
    const vi = await readers.article("vi", "hoi-hai-quan");
    expect(vi.termSpots).toEqual({ where: [{ key: "hai-quan", part: 0, from: 8, to: 16 }] });
    expect(vi.terms).toEqual([
      {
        key: "hai-quan",
        word: "hải quan",
        others: [{ lang: "zh", word: "海关", reading: { text: "hǎiguān", tag: "zh-Latn-pinyin" } }],
        note: null,
        unsure: false,
      },
    ]);
    const zh = await readers.article("zh", "hoi-hai-quan");
    expect(zh.terms).toEqual([{ key: "hai-quan", word: "海关", others: [{ lang: "vi", word: "hải quan", reading: null }], note: null, unsure: false }]);
  });

  it("is read anew by the next page once a term has changed", async () => {
    expect((await readers.article("vi", "hoi-hai-quan")).terms[0]?.note).toBeNull();
    await recordTerms(ports, PUBLISHER, [{ ...customs, note: { vi: "Cơ quan nhận tờ khai.", zh: "受理申报的机关。" } }]);
    expect((await readers.article("vi", "hoi-hai-quan")).terms[0]?.note).toBe("Cơ quan nhận tờ khai.");
    expect((await readers.article("zh", "hoi-hai-quan")).terms[0]?.note).toBe("受理申报的机关。");
  });

  it("takes nothing that would make a word mean two things, and nothing from who may not publish", async () => {
    const second = { ...customs, key: "quan-thue" };
    const refused = await recordTerms(ports, PUBLISHER, [second]).catch((error: AppError) => error);
    expect(refused).toMatchObject({ code: "invalid", details: { faults: ["same:vi:hai-quan:quan-thue", "same:zh:hai-quan:quan-thue"] } });
    await expect(recordTerms(ports, actor("t", "translator"), [second])).rejects.toMatchObject({ code: "not_allowed" });
    expect(await db.write((tx) => tx.terms.all())).toEqual([customs]);
  });
});
