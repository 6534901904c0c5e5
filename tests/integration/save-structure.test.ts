import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleTree } from "../../app/core/articles/tree.ts";
import { AppError } from "../../app/core/errors.ts";
import { ofArticle, textHash } from "../../app/core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { beginArticle } from "../../app/use-cases/begin-article.ts";
import { changeParticulars } from "../../app/use-cases/change-particulars.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { loadArticle } from "../../app/use-cases/load-units.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { type SaveStructure, saveStructure } from "../../app/use-cases/save-structure.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { actor } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const START = new Date("2026-11-23T01:00:00Z");
const lan = actor("lan", "author");
const minh = actor("minh", "author");
const duc = actor("duc", "reviewer");
const chu = actor("chu", "publisher");
const ABOUT = { kind: "article" as const, notice: null, topic: "hours", gates: ["huu-nghi"], agency: "border-guard", verifiedOn: null, verifyAgainBy: null };
const P1 = { id: "p1", kind: "paragraph" as const };
const ZH: Record<string, string> = { title: "时间", summary: "摘要", p1: "一", p2: "二" };
const P2 = { id: "p2", kind: "paragraph" as const };

describe.each(databases())("writing an article's structure on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let time = START.getTime();
  let number = 0;

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const now = () => {
      time += 1000;
      return new Date(time);
    };
    ports = { write: db.write, now, newId, baseStrings: () => ({}) } as Partial<Ports> as Ports;
    await db.write(async (tx) => {
      await tx.places.putAgency({ key: "border-guard", names: [{ name: { vi: "Bộ đội Biên phòng", zh: "边防部队" }, from: null, until: null }], phone: null });
      await tx.places.putTopic({ key: "hours", position: 0, icon: "clock", name: { vi: "Giờ", zh: "时间" } });
      await tx.places.putTopic({ key: "cash", position: 1, icon: "cash", name: { vi: "Tiền", zh: "钱" } });
    });
  });
  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  async function article(tree: ArticleTree = [P1, P2], gates = ["huu-nghi"]): Promise<string> {
    const texts = { vi: { title: "Giờ", summary: "Tóm tắt", p1: "Một", p2: "Hai" }, zh: {} };
    number += 1;
    return (await createArticle(ports, lan, { slug: `bai-${number}`, sourceLang: "vi", tree, about: { ...ABOUT, gates }, texts })).articleId;
  }
  const load = (id: string) => db.write((tx) => loadArticle(tx, id));
  const words = async (id: string) => {
    const rows = await db.read.wording.findMany({ where: { owner: ofArticle(id), lang: "vi" } });
    return Object.fromEntries(rows.map(({ unit, text, revision }) => [unit, `${text} ${revision}`]));
  };
  const save = (who: Actor, articleId: string, more: Partial<SaveStructure>) =>
    saveStructure(ports, who, { articleId, revision: 1, lang: "vi", tree: [P1, P2], about: null, texts: {}, readRevisions: {}, ...more });

  it("saves tree and words in one act, each with its next revision, and keeps what was before", async () => {
    const id = await article();
    const tree: ArticleTree = [P2, { ...P1, verify: "border-guard" }, { id: "p3", kind: "heading", level: 2 }];
    const done = await save(lan, id, { tree, texts: { p1: "Một rưỡi", p3: "Ba" }, readRevisions: { p1: 1 } });
    expect(done).toEqual({ kind: "saved", revision: 2, revisions: { p1: 2, p3: 1 }, newer: null });
    expect((await load(id)).article).toMatchObject({ revision: 2, tree });
    expect(await words(id)).toEqual({ title: "Giờ 1", summary: "Tóm tắt 1", p1: "Một rưỡi 2", p2: "Hai 1", p3: "Ba 1" });
    const history = await db.write((tx) => tx.articleEdits.of(id));
    expect(history.map(({ revision, by, tree }) => [revision, by, tree.length])).toEqual([
      [1, "lan", 2],
      [2, "lan", 3],
    ]);
    const acts = await db.read.auditEntry.findMany({ where: { object: ofArticle(id) }, orderBy: { id: "asc" } });
    expect(acts.map(({ act }) => act)).toEqual(["article.create", "structure.save", "wording.save"]);
    expect(JSON.stringify(acts)).not.toContain("Một rưỡi");
  });

  it("nothing changed is nothing saved", async () => {
    const id = await article();
    expect(await save(lan, id, { texts: { p1: "Một" }, readRevisions: { p1: 1 } })).toMatchObject({ kind: "saved", revision: 1, revisions: { p1: 1 } });
    expect(await db.write((tx) => tx.articleEdits.of(id))).toHaveLength(1);
  });

  it("a removed node keeps its words, and finds them when it comes back", async () => {
    const id = await article();
    await save(lan, id, { tree: [P1] });
    expect((await words(id)).p2).toBe("Hai 1");
    await save(lan, id, { revision: 2, tree: [P1, P2] });
    const { units } = await load(id);
    expect(units.find(({ unit }) => unit === "p2")?.texts.vi).toBe("Hai");
  });

  it("a structure changed twice is a clash: what is stored stays, and neither the other tree nor its words are lost", async () => {
    const id = await article();
    await save(lan, id, { tree: [P1] });
    const done = await save(minh, id, { tree: [P2, P1], texts: { p1: "Một của Minh" }, readRevisions: { p1: 1 } });
    expect(done).toMatchObject({
      kind: "clash",
      structure: true,
      segments: ["p1"],
      theirs: { revision: 2, tree: [P1], words: { p1: { text: "Một", revision: 1 } } },
    });
    expect((await load(id)).article).toMatchObject({ revision: 2, tree: [P1] });
    const lost = await db.read.wordingEdit.findMany({ where: { owner: ofArticle(id), revision: null } });
    expect(lost.map(({ text, byId }) => [text, byId])).toEqual([["Một của Minh", "minh"]]);
    const [kept] = await db.read.auditEntry.findMany({ where: { object: ofArticle(id), act: "structure.clash" } });
    expect(kept?.after).toMatchObject({ revision: 1, tree: [P2, P1] });
    // Having read theirs, one's own may win.
    expect(await save(minh, id, { revision: 2, tree: [P2, P1], texts: { p1: "Một của Minh" }, readRevisions: { p1: 1 } })).toMatchObject({
      kind: "saved",
      revision: 3,
    });
  });

  it("words that somebody else wrote meanwhile clash alone: the others are saved, both texts come back", async () => {
    const id = await article();
    await saveWording(ports, minh, { owner: ofArticle(id), unit: "p1", lang: "vi", text: "Một của Minh", revision: 1, sourceHash: null });
    const done = await save(lan, id, { texts: { p1: "Một của Lan", p2: "Hai của Lan" }, readRevisions: { p1: 1, p2: 1 } });
    expect(done).toMatchObject({ kind: "clash", structure: false, segments: ["p1"], theirs: { words: { p1: { text: "Một của Minh", revision: 2 } } } });
    expect(await words(id)).toMatchObject({ p1: "Một của Minh 2", p2: "Hai của Lan 2" });
    const lost = await db.read.wordingEdit.findMany({ where: { owner: ofArticle(id), unit: "p1", revision: null } });
    expect(lost.map(({ text }) => text)).toEqual(["Một của Lan"]);
  });

  it("words written beside another's new structure are saved, and the new structure comes back with them", async () => {
    const id = await article();
    await save(minh, id, { tree: [P2, P1] });
    const done = await save(lan, id, { texts: { p1: "Một của Lan" }, readRevisions: { p1: 1 } });
    expect(done).toMatchObject({ kind: "saved", revision: 2, revisions: { p1: 2 }, newer: { revision: 2, tree: [P2, P1] } });
    expect((await load(id)).article.tree).toEqual([P2, P1]);
  });

  it("of a hundred that save at once over the same, one wins and none is lost", async () => {
    const id = await article();
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        save(index % 2 ? lan : minh, id, { tree: [P1, { id: `n${index}`, kind: "paragraph" }], texts: { [`n${index}`]: `Đoạn ${index}` } }),
      ),
    );
    expect(all.filter(({ kind }) => kind === "saved")).toHaveLength(1);
    const edits = await db.read.wordingEdit.findMany({ where: { owner: ofArticle(id), unit: { startsWith: "n" } } });
    expect(new Set(edits.map(({ text }) => text)).size).toBe(100);
    expect(await db.read.auditEntry.count({ where: { object: ofArticle(id), act: "structure.clash" } })).toBe(99);
  });

  it("a change of structure takes approval from the structure and from what changed its shape, and from nothing else", async () => {
    const id = await article();
    const owner = ofArticle(id);
    for (const { unit } of (await load(id)).units.filter(({ kind }) => kind !== "structure")) {
      await saveWording(ports, minh, {
        owner,
        unit,
        lang: "zh",
        text: ZH[unit] ?? "",
        revision: 0,
        sourceHash: await sourceHash(id, unit),
      });
    }
    const seen = Object.fromEntries((await load(id)).units.map(({ unit, hash }) => [unit, hash]));
    expect(await approveUnits(ports, duc, { owner, seen })).toMatchObject({ refused: [] });
    await save(lan, id, { tree: [{ id: "p1", kind: "heading", level: 2 }, P2] });
    const { units } = await load(id);
    expect(units.filter(({ approved }) => !approved).map(({ unit }) => unit)).toEqual([STRUCTURE_UNIT, "p1"]);
    // The structure is its author's own work.
    const hash = units.find(({ unit }) => unit === STRUCTURE_UNIT)?.hash ?? "";
    expect((await approveUnits(ports, actor("lan", "author", "reviewer"), { owner, seen: { [STRUCTURE_UNIT]: hash } })).refused).toEqual([
      { unit: STRUCTURE_UNIT, code: "own_work" },
    ]);
  });
  const sourceHash = async (id: string, unit: string) => {
    return textHash((await load(id)).units.find((one) => one.unit === unit)?.texts.vi ?? "");
  };

  it("asks who may: the role, the source language, the topic, the gates", async () => {
    const id = await article();
    const limited = (limit: object): Actor => ({ ...lan, grants: [{ role: "author", langs: null, topics: null, sites: null, ...limit }] });
    const refused = { code: "not_allowed" };
    await expect(save(actor("x", "operator"), id, {})).rejects.toMatchObject(refused);
    for (const limit of [{ langs: ["zh"] }, { topics: ["cash"] }, { sites: ["chi-ma"] }])
      await expect(save(limited(limit), id, {})).rejects.toMatchObject(refused);
    await expect(save(limited({ langs: ["vi"], topics: ["hours"], sites: ["huu-nghi"] }), id, {})).resolves.toMatchObject({ kind: "saved" });
    await expect(save(limited({ topics: ["hours"] }), id, { about: { ...ABOUT, topic: "cash" } })).rejects.toMatchObject(refused);
    await expect(
      createArticle(ports, actor("x", "translator"), { slug: "x", sourceLang: "vi", tree: [], about: ABOUT, texts: { vi: {}, zh: {} } }),
    ).rejects.toMatchObject(refused);
  });

  it("refuses a tree that is none, and words in another language than the source", async () => {
    const id = await article();
    await expect(save(lan, id, { tree: [P1, P1] })).rejects.toMatchObject({ code: "invalid" });
    await expect(save(lan, id, { lang: "zh" })).rejects.toMatchObject({ code: "clash" });
  });

  it("begins an article with its title; a taken address gets a number, a wrong field is named", async () => {
    const begin = (more: object) =>
      beginArticle(ports, lan, { title: "Giờ mở cửa", sourceLang: "vi", about: { ...ABOUT, gates: [] }, team: null, slug: "", ...more });
    expect((await begin({})).slug).toBe("gio-mo-cua");
    expect((await begin({})).slug).toBe("gio-mo-cua-2");
    expect((await begin({ title: "开放时间", sourceLang: "zh" })).slug).toBe("kai-fang-shi-jian");
    await expect(begin({ slug: "gio-mo-cua" })).rejects.toMatchObject({ code: "already_exists" });
    await expect(begin({ title: " ", about: { ...ABOUT, gates: ["x"], agency: "x", topic: "x" }, team: "x" })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: ["topic", "agency", "gates", "title", "team"] },
    });
  });

  it("changes particulars: address and kind until the first publication, the source language until the first translation", async () => {
    const id = await article([P1], []);
    const own = { articleId: id, about: { ...ABOUT, gates: [] }, slug: `bai-${number}`, sourceLang: "vi" as const, team: null };
    expect(
      await changeParticulars(ports, lan, { ...own, revision: 1, slug: "gio-moi", about: { ...own.about, topic: "cash", verifiedOn: "2026-11-20" } }),
    ).toEqual({ revision: 2, slug: "gio-moi" });
    await expect(changeParticulars(ports, minh, { ...own, revision: 1 })).rejects.toEqual(new AppError("clash"));
    await changeParticulars(ports, lan, { ...own, slug: "gio-moi", revision: 2, sourceLang: "zh" });
    await changeParticulars(ports, lan, { ...own, slug: "gio-moi", revision: 3 });
    for (const unit of ["title", "summary", "p1"])
      await saveWording(ports, minh, { owner: ofArticle(id), unit, lang: "zh", text: ZH[unit] ?? "", revision: 0, sourceHash: await sourceHash(id, unit) });
    await expect(changeParticulars(ports, lan, { ...own, slug: "gio-moi", revision: 4, sourceLang: "zh" })).rejects.toMatchObject({
      details: { fields: ["sourceLang"] },
    });

    const seen = Object.fromEntries((await load(id)).units.map(({ unit, hash }) => [unit, hash]));
    await approveUnits(ports, duc, { owner: ofArticle(id), seen });
    await publishArticle(ports, chu, { articleId: id });
    await expect(changeParticulars(ports, lan, { ...own, revision: 4, slug: "khac", about: { ...own.about, kind: "question" } })).rejects.toMatchObject({
      details: { fields: ["slug", "kind"] },
    });
  });

  it("a thousand paragraphs pasted at once are saved within a write's limits", async () => {
    const id = await article([]);
    const tree: ArticleTree = Array.from({ length: 1_000 }, (_, index) => ({ id: `m${index}`, kind: "paragraph" }));
    const texts = Object.fromEntries(tree.map(({ id: unit }) => [unit, `Đoạn văn số ${unit}`]));
    expect(await save(lan, id, { tree, texts })).toMatchObject({ kind: "saved", revision: 2 });
    expect(Object.keys(await words(id))).toHaveLength(1_002);
  });
});
