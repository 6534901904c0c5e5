import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ofStrings } from "../../app/core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import { BASE_STRINGS } from "../../app/i18n/runtime.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { publishStrings } from "../../app/use-cases/publish-strings.ts";
import { restoreArticle } from "../../app/use-cases/restore-article.ts";
import { restoreStructure } from "../../app/use-cases/restore-structure.ts";
import { rollBackArticle } from "../../app/use-cases/roll-back-article.ts";
import { rollBackString } from "../../app/use-cases/roll-back-string.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { withdrawArticle } from "../../app/use-cases/withdraw-article.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases } from "./databases.ts";
import { feeNamed } from "./sample-facts.ts";

const lan = memberWith("lan", "translator", "author");
const minh = memberWith("minh", "reviewer");
const cuong = memberWith("cuong", "publisher");
const REASON = { vi: "Thông tin cũ.", zh: "信息过时。" };

describe.each(databases())("the way back on $provider", ({ fresh }) => {
  let work: AtWork;
  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, cuong]);
  });
  afterAll(() => work.close());

  const readers = () => workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never });
  const history = (slug: string, asked = {}) => readers().articleHistory(cuong, slug, { from: null, to: null, before: null, ...asked });
  const rollBack = (articleId: string, to: number, seen: number, by = cuong) => rollBackArticle(work.ports, by, { articleId, to, seen, reason: "nhầm lẫn" });
  const fee = (amount: number) => feeNamed("fee", amount);

  /** An article with two editions: readers see the second. */
  async function twice(slug: string) {
    const made = await work.article(lan, slug);
    await work.approveAll(minh, made.owner);
    await publishArticle(work.ports, cuong, made);
    await work.save(lan, made.owner, "p1", { vi: "Lời thứ hai.", zh: "第二版。" });
    await work.approveAll(minh, made.owner);
    await publishArticle(work.ports, cuong, made);
    return made;
  }

  it("readers see an earlier edition again in every language, as a new one; what is at work stays, and says so", async () => {
    const { articleId } = await twice("quay-lai");
    expect((await rollBack(articleId, 1, 2)).editionNumber).toBe(3);
    expect(await work.current(articleId)).toMatchObject({
      number: 3,
      body: { texts: { vi: { p1: "Xin đến sớm." }, zh: { p1: "请提前到达。" } } },
      note: { kind: "roll-back", of: 1, reason: "nhầm lẫn" },
      publishedBy: "cuong",
    });
    const page = await readers().publish(cuong, "quay-lai");
    expect(page.article.edition?.note).toEqual({ kind: "roll-back", of: 1, reason: "nhầm lẫn" });
    expect(page.changes.segments.map(({ segment }) => segment)).toEqual(["p1"]);
    // What was approved stays approved: the newer words may go out again.
    expect(page.open).toEqual([]);
    expect((await publishArticle(work.ports, cuong, { articleId })).editionNumber).toBe(4);
    expect((await work.current(articleId))?.body.texts.zh.p1).toBe("第二版。");
  });

  it("only to what there is, from what was on screen, with a reason, by a publisher", async () => {
    const { articleId } = await twice("khong-quay");
    await expect(rollBack(articleId, 9, 2)).rejects.toThrowError("not_found");
    await expect(rollBack(articleId, 2, 2)).rejects.toThrowError("already_exists");
    await expect(rollBack(articleId, 1, 1)).rejects.toThrowError("clash");
    await expect(rollBack(articleId, 1, 2, minh)).rejects.toThrowError("not_allowed");
    await expect(rollBackArticle(work.ports, cuong, { articleId, to: 1, seen: 2, reason: "" })).rejects.toThrowError("invalid");
    expect((await work.current(articleId))?.number).toBe(2);
  });

  it("an old edition comes back with the facts of today", async () => {
    await work.db.write((tx) => tx.facts.put(fee(100)));
    const made = await work.article(lan, "phi-cu");
    await work.save(lan, made.owner, "p1", { vi: "Phí là {{fact:fee}}.", zh: "费用为{{fact:fee}}。" });
    await work.approveAll(minh, made.owner);
    await publishArticle(work.ports, cuong, made);
    await work.save(lan, made.owner, "p1", { vi: "Không thu phí.", zh: "不收费。" });
    await work.approveAll(minh, made.owner);
    await publishArticle(work.ports, cuong, made);
    await work.db.write((tx) => tx.facts.put(fee(250)));
    await rollBack(made.articleId, 1, 2);
    expect((await work.current(made.articleId))?.body.facts.fee?.value).toEqual({ type: "money", amount: 250, currency: "VND" });
  });

  it("what was withdrawn is published again whole, with the next number, and its address forgets why it was gone", async () => {
    const { articleId } = await twice("khoi-phuc");
    await expect(restoreArticle(work.ports, cuong, { articleId })).rejects.toThrowError("not_found");
    await withdrawArticle(work.ports, cuong, { articleId, reason: REASON });
    expect((await readers().publish(cuong, "khoi-phuc")).article).toMatchObject({ state: "withdrawn", edition: null, withdrawn: { reason: REASON } });
    await expect(publishArticle(work.ports, cuong, { articleId })).rejects.toThrowError("not_ready");
    await expect(rollBack(articleId, 1, 2)).rejects.toThrowError("not_ready");
    await expect(restoreArticle(work.ports, minh, { articleId })).rejects.toThrowError("not_allowed");
    expect((await restoreArticle(work.ports, cuong, { articleId })).editionNumber).toBe(3);
    expect(await work.current(articleId)).toMatchObject({ number: 3, body: { texts: { zh: { p1: "第二版。" } } }, note: { kind: "restore", of: 2 } });
    expect(await work.db.read.article.findUnique({ where: { id: articleId } })).toMatchObject({ withdrawnAt: null, withdrawal: null });
    expect((await history("khoi-phuc")).editions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it("history shows every edition and every change, each with its author and what it changed, page by page", async () => {
    const { articleId, owner } = await twice("lich-su");
    // A lost text is history too.
    await saveWording(work.ports, minh, { owner, unit: "p1", lang: "zh", text: "输了", revision: 1, sourceHash: "x" });
    await restoreStructure(work.ports, cuong, { articleId, seen: 1, from: { edition: 1 } }).catch(({ code }) => expect(code).toBe("already_exists"));
    const view = await history("lich-su");
    expect(view.editions.map(({ number, by }) => [number, by])).toEqual([
      [2, "CUONG"],
      [1, "CUONG"],
    ]);
    expect(view.compared).toMatchObject({ from: 1, to: 2 });
    expect(view.compared?.changes.segments.map(({ segment }) => segment)).toEqual(["p1"]);
    const [lost, zh, vi] = view.working.filter((change) => change.kind === "words");
    expect(lost).toMatchObject({ by: "MINH", text: "输了", lost: true, now: false });
    expect(zh).toMatchObject({ by: "LAN", lang: "zh", now: true, lost: false });
    expect(vi?.stretches.filter(({ kind }) => kind === "removed").map(({ text }) => text.trim())).not.toEqual([]);
    expect(view.older).toBeNull();
    await expect(history("lich-su", { from: 1, to: 7 })).rejects.toThrowError("not_found");
    expect((await history("lich-su", { before: "nonsense" })).working).toHaveLength(view.working.length);

    for (let turn = 0; turn < 60; turn += 1) await work.save(lan, owner, "summary", { zh: `摘要${turn}。` });
    const first = await history("lich-su");
    expect(first.working).toHaveLength(50);
    const second = await history("lich-su", { before: first.older });
    expect(second.older).toBeNull();
    const cursors = [...first.working, ...second.working].map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(view.working.length + 60);
  });

  it("a structure comes back to work as a new edit, and waits for approval", async () => {
    const { articleId, owner } = await twice("cau-truc-cu");
    await work.db.write(async (tx) => {
      const article = await tx.articles.byId(articleId);
      if (article) await tx.articles.put({ ...article, revision: 2, tree: [{ id: "h1", kind: "heading", level: 2 }] });
    });
    const restore = (seen: number) => restoreStructure(work.ports, lan, { articleId, seen, from: { edition: 1 } });
    await expect(restore(1)).rejects.toThrowError("clash");
    expect(await restore(2)).toEqual({ revision: 3 });
    await expect(restore(3)).rejects.toThrowError("already_exists");
    const { units } = await readers().article(minh, "cau-truc-cu");
    // The words that the part had when it was taken out, and the very structure that readers see.
    expect(units.map(({ unit, state }) => [unit, state])).toEqual([STRUCTURE_UNIT, "title", "summary", "p1"].map((unit) => [unit, "published"]));
    expect(units.at(-1)?.words.zh.text).toBe("第二版。");
    expect(await work.db.read.articleEdit.findUnique({ where: { articleId_revision: { articleId, revision: 3 } } })).toMatchObject({ byId: "lan" });
    expect(await work.db.read.wordingEdit.count({ where: { owner, unit: STRUCTURE_UNIT, revision: 3, byId: "lan" } })).toBe(2);
  });

  it("a pair of strings goes back to what readers saw before, and to what the program brings along", async () => {
    const ports: Ports = { ...work.ports, baseStrings: () => BASE_STRINGS };
    const [namespace, key] = ["common", "nav.home"];
    const owner = ofStrings(namespace);
    const base = BASE_STRINGS[namespace]?.[key];
    async function publish(text: string): Promise<void> {
      const { units } = await readers().strings(lan, namespace);
      const unit = units.find((one) => one.unit === key);
      await saveWording(ports, lan, { owner, unit: key, lang: "zh", text, revision: unit?.words.zh.revision ?? 0, sourceHash: unit?.sourceHash ?? "" });
      const hash = (await readers().strings(minh, namespace)).units.find((one) => one.unit === key)?.hash ?? "";
      expect((await approveUnits(ports, minh, { owner, seen: { [key]: hash } })).refused).toEqual([]);
      await publishStrings(ports, cuong, { namespace, keys: [key] });
    }
    await publish("回到首页");
    await publish("返回首页");
    const seen = async () => (await readers().stringHistory(namespace, key)).editions.map(({ number, now }) => `${number}${now ? " now" : ""}`);
    expect(await seen()).toEqual(["2 now", "1", "0"]);
    const back = (to: number, by = cuong) => rollBackString(ports, by, { namespace, key, to, reason: "thử" });
    await expect(back(2)).rejects.toThrowError("already_exists");
    await expect(back(7)).rejects.toThrowError("not_found");
    await expect(back(1, minh)).rejects.toThrowError("not_allowed");
    await back(1);
    expect(await seen()).toEqual(["3 now", "2", "1 now", "0"]);
    await back(0);
    expect(await seen()).toEqual(["4 now", "3", "2", "1", "0 now"]);
    expect((await work.db.write((tx) => tx.strings.published(namespace))).map((override) => override.key)).toEqual([]);
    expect((await readers().stringHistory(namespace, key)).editions.at(-1)?.texts).toEqual(base);

    // A pair with other placeholders than the program fills today stays where it is.
    const other: Ports = { ...ports, baseStrings: () => ({ [namespace]: { [key]: { vi: "{{n}} trang", zh: "{{n}}页" } } }) };
    await expect(rollBackString(other, cuong, { namespace, key, to: 1, reason: "thử" })).rejects.toThrowError("placeholders_differ");
  });
});
