import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditionBody } from "../../app/core/articles/edition.ts";
import type { Fact } from "../../app/core/facts/fact.ts";
import { factHash } from "../../app/core/facts/fact-change.ts";
import { typedFact } from "../../app/core/facts/typed-fact.ts";
import { newId } from "../../app/server/ids.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { confirmFact, rejectFact } from "../../app/use-cases/decide-fact.ts";
import type { Ports, Tx } from "../../app/use-cases/ports.ts";
import { proposeFact, proposeVerifiedFact } from "../../app/use-cases/propose-fact.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases } from "./databases.ts";
import { feeNamed, gateWith } from "./sample-facts.ts";

const lan = memberWith("lan", "author", "translator");
const minh = memberWith("minh", "reviewer");
const cuong = memberWith("cuong", "publisher");
const an = memberWith("an", "translator");

function amountIn(body: EditionBody, key: string): number | null {
  const value = body.facts[key]?.value;
  return value?.type === "money" ? value.amount : null;
}

describe.each(databases())("facts on $provider", ({ fresh }) => {
  let work: AtWork;
  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, cuong, an]);
  });
  afterAll(() => work.close());

  const readers = () => workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never });
  const record = (fact: Fact) => work.db.write((tx) => tx.facts.put(fact));
  const stored = (key: string) => work.db.write(async (tx) => (await tx.facts.all())[key]);
  const propose = async (by: typeof lan, next: Fact, ports = work.ports) =>
    proposeFact(ports, by, { key: next.key, typed: typedFact(next), seen: factHash((await stored(next.key)) ?? null), reason: "Thông tư mới" });

  /** Pages that readers see, whose words refer to the fact. */
  async function pages(key: string, slugs: string[]) {
    const made = [];
    for (const slug of slugs) {
      const one = await work.article(lan, slug);
      await work.save(lan, one.owner, "p1", { vi: `Phí là {{fact:${key}}}.`, zh: `费用为{{fact:${key}}}。` });
      await work.approveAll(minh, one.owner);
      await publishArticle(work.ports, cuong, one);
      made.push(one);
    }
    return made;
  }

  it("a confirmed fee makes new editions of three pages in one step: words at work stay at work, and no reader sees a mixture", async () => {
    await record(feeNamed("fee", 1000));
    await record(feeNamed("other", 7));
    const [one, two, three] = (await pages("fee", ["phi-a", "phi-b", "phi-c"])) as [never, never, never] as { articleId: string; owner: never }[];
    const untouched = (await pages("other", ["phi-khac"]))[0];
    // Words that nobody has approved must not go out with the fee.
    await work.save(lan, one?.owner as never, "p1", { vi: "Chưa duyệt {{fact:fee}}." });

    const { changeId } = await propose(lan, feeNamed("fee", 2000));
    expect((await work.current(one?.articleId ?? ""))?.number).toBe(1);
    expect((await stored("fee"))?.value).toEqual({ type: "money", amount: 1000, currency: "VND" });
    const page = await readers().fact(minh, "fee", null);
    expect(page.touched.pages.map(({ slug }) => slug)).toEqual(["phi-a", "phi-b", "phi-c"]);
    expect(page.touched.pages[0]?.segments[0]?.words.zh).toContainEqual({ kind: "added", text: expect.stringContaining("2") });
    expect(page.atWork.map(({ slug }) => slug)).toEqual(["phi-a", "phi-b", "phi-c"]);

    const seen = new Set<string>();
    let reading = true;
    const reader = async () => {
      while (reading) {
        const rows = await work.db.snapshot((tx) =>
          Promise.all([one, two, three].map((page) => tx.edition.findUniqueOrThrow({ where: { currentOf: page?.articleId ?? "" }, select: { body: true } }))),
        );
        seen.add(rows.map(({ body }) => amountIn(body as unknown as EditionBody, "fee")).join(" "));
      }
    };
    const watching = [reader(), reader()];
    const before = (await work.db.read.content.findUniqueOrThrow({ where: { id: 1 } })).revision;
    const confirmed = await confirmFact(work.ports, minh, { changeId });
    await new Promise((resolve) => setTimeout(resolve, 30));
    reading = false;
    await Promise.all(watching);

    for (const mixture of seen) expect(["1000 1000 1000", "2000 2000 2000"]).toContain(mixture);
    expect(seen).toContain("2000 2000 2000");
    // Three pages and the gates.
    expect(confirmed).toMatchObject({ key: "fee", editions: 3, revision: before + 4 });
    for (const { articleId } of [one, two, three] as { articleId: string }[]) {
      const now = await work.current(articleId);
      expect(now).toMatchObject({ number: 2, publishedBy: "minh", note: { kind: "facts", facts: ["fee"] } });
      expect(now?.body.texts.vi.p1).toBe("Phí là {{fact:fee}}.");
    }
    expect((await work.current(untouched?.articleId ?? ""))?.number).toBe(1);
    const announced = await work.db.read.announcement.findMany({ where: { id: { gt: before } }, orderBy: { id: "asc" } });
    expect(announced.map(({ body }) => (body as { kind: string }).kind)).toEqual(["article", "article", "article", "place"]);
    expect(await work.db.read.auditEntry.count({ where: { object: "fact:fee", act: { in: ["fact.propose", "fact.confirm"] } } })).toBe(2);
  });

  it("nobody confirms a change of their own, nor without the role; nothing is decided twice", async () => {
    await record(feeNamed("own", 1));
    const { changeId } = await propose(minh, feeNamed("own", 2));
    await expect(confirmFact(work.ports, minh, { changeId })).rejects.toMatchObject({ code: "own_work" });
    await expect(confirmFact(work.ports, lan, { changeId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(propose(an, feeNamed("own", 3))).rejects.toMatchObject({ code: "not_allowed" });
    expect((await stored("own"))?.value).toMatchObject({ amount: 1 });
    await confirmFact(work.ports, cuong, { changeId });
    expect((await stored("own"))?.value).toMatchObject({ amount: 2 });
    await expect(confirmFact(work.ports, cuong, { changeId })).rejects.toMatchObject({ code: "already_exists" });
    await expect(confirmFact(work.ports, cuong, { changeId: "none" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is confirmed or refused only by who may approve words on every page that shows it: by topic and by site", async () => {
    const limited = (topics: string[] | null, sites: string[] | null) => ({
      ...memberWith("ha", "reviewer"),
      grants: [{ role: "reviewer" as const, langs: null, topics, sites }],
    });
    const [ofHours, ofBoth, ofGates] = [limited(["hours"], null), limited(["hours", "law"], null), limited(null, ["huu-nghi"])];
    await record(feeNamed("topical", 1));
    await pages("topical", ["theo-chu-de"]);
    const { changeId } = await propose(lan, feeNamed("topical", 2));
    const mayConfirm = async (who: typeof ofHours) => (await readers().fact(who, "topical", null)).mayConfirm;
    expect([await mayConfirm(ofHours), await mayConfirm(ofBoth), await mayConfirm(ofGates)]).toEqual([true, true, false]);
    const law = await work.article(lan, "theo-luat", "law");
    await work.save(lan, law.owner, "p1", { vi: "Phí là {{fact:topical}}.", zh: "费用为{{fact:topical}}。" });
    await work.approveAll(minh, law.owner);
    await publishArticle(work.ports, cuong, law);
    expect([await mayConfirm(ofHours), await mayConfirm(ofBoth), await mayConfirm(ofGates)]).toEqual([false, true, false]);
    for (const who of [ofHours, ofGates]) {
      await expect(confirmFact(work.ports, who, { changeId })).rejects.toMatchObject({ code: "not_allowed" });
      await expect(rejectFact(work.ports, who, { changeId, reason: "Không thuộc chủ đề" })).rejects.toMatchObject({ code: "not_allowed" });
    }
    expect((await stored("topical"))?.value).toMatchObject({ amount: 1 });
    expect(await confirmFact(work.ports, ofBoth, { changeId })).toMatchObject({ editions: 2 });

    // A gate shows its hours whatever the topic; what nobody sees yet belongs to none.
    await record(feeNamed("of-gate", 1));
    await work.db.write((tx) => tx.places.putGate(gateWith("huu-nghi", { passengers: "of-gate" })));
    const atGate = await propose(lan, feeNamed("of-gate", 2));
    await expect(confirmFact(work.ports, ofBoth, atGate)).rejects.toMatchObject({ code: "not_allowed" });
    await confirmFact(work.ports, ofGates, atGate);
    await record(feeNamed("unseen", 1));
    const unseen = await propose(lan, feeNamed("unseen", 2));
    for (const who of [ofBoth, ofGates]) await expect(confirmFact(work.ports, who, unseen)).rejects.toMatchObject({ code: "not_allowed" });
    await confirmFact(work.ports, minh, unseen);
  });

  it("of two changes of the same value, the second is refused with both once the first is confirmed", async () => {
    await record(feeNamed("twice", 1));
    const first = await propose(lan, feeNamed("twice", 2));
    const second = await propose(lan, feeNamed("twice", 3));
    await expect(propose(cuong, feeNamed("twice", 3))).rejects.toMatchObject({ code: "already_exists" });
    await confirmFact(work.ports, minh, first);
    await expect(confirmFact(work.ports, minh, second)).rejects.toMatchObject({
      code: "clash",
      details: { current: feeNamed("twice", 2), proposed: feeNamed("twice", 3) },
    });
    const stale = { key: "twice", typed: typedFact(feeNamed("twice", 4)), seen: factHash(feeNamed("twice", 1)), reason: "x" };
    await expect(proposeFact(work.ports, lan, stale)).rejects.toMatchObject({ code: "clash" });
    expect((await readers().fact(minh, "twice", null)).pending).toMatchObject([{ id: second.changeId, overtaken: true }]);
  });

  it("a rejection needs a reason, which its author reads; one's own may be taken back", async () => {
    await record(feeNamed("refused", 1));
    const { changeId } = await propose(lan, feeNamed("refused", 2));
    await expect(rejectFact(work.ports, minh, { changeId, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    await expect(rejectFact(work.ports, memberWith("binh", "author"), { changeId, reason: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    await rejectFact(work.ports, minh, { changeId, reason: "Chưa có văn bản." });
    expect((await readers().fact(lan, "refused", null)).decided[0]?.decided).toMatchObject({ confirmed: false, by: "MINH", reason: "Chưa có văn bản." });
    const own = await propose(lan, feeNamed("refused", 3));
    await rejectFact(work.ports, lan, { changeId: own.changeId, reason: "Gõ nhầm" });
    expect((await stored("refused"))?.value).toMatchObject({ amount: 1 });
  });

  it("verified again and unchanged is one act; confirmed, every page says since when, and the fact leaves the overdue ones", async () => {
    await record({ ...feeNamed("late", 5), mark: "verify", verifiedOn: "2026-08-01", verifyAgainBy: "2026-11-01" });
    const [page] = await pages("late", ["qua-han"]);
    const list = () => readers().facts(minh, { query: "", agency: "", standing: null });
    expect((await list()).rows[0]).toMatchObject({ fact: { key: "late" }, overdue: true });
    const seen = factHash((await stored("late")) ?? null);
    const { changeId } = await proposeVerifiedFact(work.ports, lan, { key: "late", seen });
    await confirmFact(work.ports, minh, { changeId });
    const fact = (await work.current(page?.articleId ?? ""))?.body.facts.late;
    expect(fact).toMatchObject({ mark: "confirmed", verifiedOn: "2026-11-23", verifyAgainBy: "2027-02-23", value: { amount: 5 } });
    expect((await list()).rows.every(({ overdue }) => !overdue)).toBe(true);
  });

  it("a new fact is one when it is confirmed, under a key made of its label", async () => {
    const typed = { ...typedFact(feeNamed("x", 9)), label: { vi: "Lệ phí mới", zh: "新规费" } };
    const { key, changeId } = await proposeFact(work.ports, lan, { key: null, typed, seen: "", reason: "Mới ban hành" });
    expect(key).toBe("le-phi-moi");
    expect((await readers().facts(lan, { query: "", agency: "", standing: null })).proposed.map((fact) => fact.key)).toContain("le-phi-moi");
    expect(await stored(key)).toBeUndefined();
    expect(await confirmFact(work.ports, minh, { changeId })).toMatchObject({ editions: 0 });
    expect(await stored(key)).toMatchObject({ value: { amount: 9 } });
  });

  it("a page published in between goes out with the new value too; what fails half-way leaves nothing", async () => {
    await record(feeNamed("between", 1));
    const [old] = await pages("between", ["truoc"]);
    const { changeId } = await propose(lan, feeNamed("between", 2));
    // Publishes another page after the editions were prepared, before they are shown.
    let made: { articleId: string } | undefined;
    let turns = 0;
    const write: Ports["write"] = async (act) => {
      turns += 1;
      if (turns === 4) [made] = await pages("between", ["chen-giua"]);
      return work.db.write(act as never);
    };
    expect(await confirmFact({ ...work.ports, write }, minh, { changeId })).toMatchObject({ editions: 2 });
    for (const page of [old, made]) expect(amountIn((await work.current(page?.articleId ?? ""))?.body as EditionBody, "between")).toBe(2);

    const again = await propose(lan, feeNamed("between", 3));
    const breaking: Ports["write"] = (act) =>
      work.db.write((tx) => act({ ...tx, announceAll: () => Promise.reject(new Error("the machine stops")) } as Tx as never));
    await expect(confirmFact({ ...work.ports, write: breaking }, minh, again)).rejects.toThrow("the machine stops");
    for (const page of [old, made]) expect(amountIn((await work.current(page?.articleId ?? ""))?.body as EditionBody, "between")).toBe(2);
    expect((await stored("between"))?.value).toMatchObject({ amount: 2 });
    expect(await confirmFact(work.ports, minh, again)).toMatchObject({ editions: 2 });
  });

  it("a thousand pages change in one transaction, within the limits of a write", async () => {
    await record(feeNamed("many", 1));
    const [model] = await pages("many", ["mau"]);
    const body = (await work.current(model?.articleId ?? ""))?.body as EditionBody;
    // As long as a long page.
    const texts = { vi: { ...body.texts.vi, p1: `${body.texts.vi.p1} ${"Xin lưu ý khi qua cửa khẩu. ".repeat(150)}` }, zh: body.texts.zh };
    const at = work.ports.now();
    for (let from = 0; from < 1000; from += 50)
      await work.db.write(async (tx) => {
        for (let index = from; index < from + 50; index += 1) {
          const [id, slug] = [newId(), `nhieu-${index}`];
          const article = { id, slug, sourceLang: "vi" as const, revision: 1, tree: body.tree, about: body.about, withdrawnAt: null };
          await tx.articles.insert(article, "lan", at);
          await tx.editions.publish({
            id: newId(),
            articleId: id,
            number: 1,
            slug,
            body: { ...body, texts },
            contentHash: "old",
            publishedAt: at,
            publishedBy: null,
            note: null,
          });
        }
      });
    const { changeId } = await propose(lan, feeNamed("many", 2));
    let longest = 0;
    const write: Ports["write"] = (act) =>
      work.db.write(async (tx) => {
        const used = process.cpuUsage();
        const result = await act(tx);
        const { user, system } = process.cpuUsage(used);
        longest = Math.max(longest, (user + system) / 1000);
        return result;
      });
    expect(await confirmFact({ ...work.ports, write }, minh, { changeId })).toMatchObject({ editions: 1001 });
    // A write may take 5 s; measured by work, because a shared machine may stop for seconds.
    expect(longest).toBeLessThan(2_500);
    const current = await work.db.read.edition.findMany({
      where: { currentOf: { not: null }, slug: { startsWith: "nhieu-" } },
      select: { body: true, number: true },
    });
    expect(current).toHaveLength(1000);
    expect(current.every((row) => row.number === 2 && amountIn(row.body as unknown as EditionBody, "many") === 2)).toBe(true);
    const { revision } = await work.db.read.content.findUniqueOrThrow({ where: { id: 1 } });
    expect(await work.db.read.announcement.count({ where: { id: { gt: revision - 1002 } } })).toBe(1002);
    const page = await readers().fact(minh, "many", null);
    expect(page.touched).toMatchObject({ total: 1001, pages: { length: 100 } });
  }, 120_000);
});
