import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import { type Member, unlimited } from "../../app/core/people/roles.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { approveByOverride } from "../../app/use-cases/approve-by-override.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { returnUnits } from "../../app/use-cases/return-units.ts";
import { setTopicSignOff } from "../../app/use-cases/set-topic-sign-off.ts";
import { signOffArticle } from "../../app/use-cases/sign-off-article.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases } from "./databases.ts";

const lan = memberWith("lan", "translator", "author");
const minh = memberWith("minh", "reviewer");
const cuong = memberWith("cuong", "publisher");
const hai: Member = { ...memberWith("hai", "reviewer"), team: "customs-law" };
const chinese: Member = { ...memberWith("bich", "reviewer"), grants: [{ ...unlimited("reviewer"), langs: ["zh"] }] };
const vietnamese: Member = { ...memberWith("viet", "reviewer"), grants: [{ ...unlimited("reviewer"), langs: ["vi"] }] };
const elsewhere: Member = { ...memberWith("xa", "publisher"), grants: [{ ...unlimited("publisher"), topics: ["law"] }] };

describe.each(databases())("review on $provider", ({ fresh }) => {
  let work: AtWork;
  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, cuong, hai, chinese, vietnamese, elsewhere]);
    await work.db.write((tx) =>
      tx.teams.put({ key: "customs-law", kind: "legal-information", name: { vi: "Hải quan", zh: "海关" }, agency: "customs", sites: [] }),
    );
  });
  afterAll(() => work.close());

  const desk = (slug: string, member = minh) => workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never }).article(member, slug);
  const page = (slug: string, member = cuong) => workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never }).publish(member, slug);
  const audited = async (object: string) =>
    (await work.db.read.auditEntry.findMany({ where: { object }, orderBy: { id: "asc" } })).map(({ act, byId }) => `${act} ${byId}`);

  it("a unit that was sent back is with its writer again, who finds it in the inbox; the next edit ends it", async () => {
    const { articleId, owner } = await work.article(lan, "tra-lai");
    const seen = { p1: await work.hashOf(owner, "p1") };
    expect(await returnUnits(work.ports, minh, { owner, seen, reason: "  Thiếu giờ mở cửa.  " })).toEqual({ returned: ["p1"], refused: [] });

    const shown = await desk("tra-lai");
    expect(shown.state).toBe("translating");
    expect(shown.units.find(({ unit }) => unit === "p1")).toMatchObject({ state: "in_review", returned: { by: "MINH", reason: "Thiếu giờ mở cửa." } });
    expect(await work.db.read.inboxItem.findMany({ where: { memberId: "lan" } })).toMatchObject([
      { kind: "returned", owner, unit: "p1", note: "Thiếu giờ mở cửa.", byId: "minh", readAt: null },
    ]);

    // Not by the way, together with everything else.
    const all = await work.approveAll(minh, owner);
    expect(all.refused).toEqual([{ unit: "p1", code: "returned" }]);
    await expect(publishArticle(work.ports, cuong, { articleId })).rejects.toEqual(new AppError("not_ready", { missing: ["p1"] }));

    await work.save(lan, owner, "p1", { vi: "Mở từ bảy giờ.", zh: "七点开放。" });
    expect((await desk("tra-lai")).units.find(({ unit }) => unit === "p1")?.returned).toBeNull();
    expect((await work.approveAll(minh, owner)).refused).toEqual([]);
    expect((await publishArticle(work.ports, cuong, { articleId })).editionNumber).toBe(1);
  });

  it("a reviewer who finds nothing wrong after all approves a returned unit knowingly, by itself", async () => {
    const { owner } = await work.article(lan, "van-duyet");
    const seen = { p1: await work.hashOf(owner, "p1") };
    await returnUnits(work.ports, minh, { owner, seen, reason: "xem lại" });
    expect((await approveUnits(work.ports, minh, { owner, seen })).refused).toEqual([{ unit: "p1", code: "returned" }]);
    expect((await approveUnits(work.ports, minh, { owner, seen, evenReturned: true })).approved).toEqual(["p1"]);
    expect((await desk("van-duyet")).units.find(({ unit }) => unit === "p1")).toMatchObject({ state: "approved", returned: null });
    // What is approved and not public yet can be sent back again.
    expect((await returnUnits(work.ports, chinese, { owner, seen, reason: "sai số" })).returned).toEqual(["p1"]);
    expect((await desk("van-duyet")).units.find(({ unit }) => unit === "p1")).toMatchObject({ state: "in_review", approval: null });
  });

  it("only what was on screen is sent back, and nothing that readers see or that is unfinished", async () => {
    const { owner } = await work.article(lan, "khong-tra");
    await work.save(lan, owner, "p1", { vi: "Lời mới." });
    const seen = { p1: await work.hashOf(owner, "p1"), title: "other", none: "x" };
    const { returned, refused } = await returnUnits(work.ports, minh, { owner, seen, reason: "vì sao" });
    expect(returned).toEqual([]);
    expect(refused).toEqual([
      { unit: "p1", code: "not_ready" },
      { unit: "title", code: "clash" },
      { unit: "none", code: "not_found" },
    ]);
    await expect(returnUnits(work.ports, minh, { owner, seen, reason: " " })).rejects.toThrowError("invalid");
    await expect(returnUnits(work.ports, lan, { owner, seen, reason: "x" })).rejects.toThrowError("not_allowed");
  });

  it("a reviewer of one language judges what is translated into it, and nothing else", async () => {
    const { owner } = await work.article(lan, "theo-tieng");
    expect((await work.approveAll(vietnamese, owner)).refused.map(({ code }) => code)).toEqual(Array(4).fill("not_allowed"));
    expect((await work.approveAll(chinese, owner)).refused).toEqual([]);
  });

  it("a publisher approves the publisher's own work with a reason, which everybody sees; nobody else's rule is set aside", async () => {
    const { articleId, owner } = await work.article(lan, "tu-duyet");
    await work.approveAll(minh, owner);
    await work.save(cuong, owner, "p1", { vi: "Cấm vào.", zh: "禁止入内。" });
    const hash = await work.hashOf(owner, "p1");
    expect((await work.approveAll(cuong, owner)).refused).toEqual([{ unit: "p1", code: "own_work" }]);
    const override = (by: Member, seen: string, reason: string, unit = "p1") => approveByOverride(work.ports, by, { owner, unit, seen, reason });
    await expect(override(cuong, hash, " ")).rejects.toThrowError("invalid");
    await expect(override(cuong, "other", "gấp")).rejects.toThrowError("clash");
    await expect(override(minh, hash, "gấp")).rejects.toThrowError("not_allowed");
    await expect(override(elsewhere, hash, "gấp")).rejects.toThrowError("not_allowed");
    await expect(override(cuong, await work.hashOf(owner, "title"), "gấp", "title")).rejects.toThrowError("already_exists");
    await override(cuong, hash, "Lũ lên, không ai trực.");

    expect((await page("tu-duyet")).approvals.find(({ unit }) => unit === "p1")).toMatchObject({ by: "CUONG", reason: "Lũ lên, không ai trực." });
    expect(await audited(owner)).toContain("unit.override cuong");
    await publishArticle(work.ports, cuong, { articleId });
    expect((await work.current(articleId))?.note).toEqual({ kind: "override", reason: "Lũ lên, không ai trực." });
    // A later edition by the rule carries no such note.
    await work.save(lan, owner, "title", { vi: "Tên khác", zh: "别名" });
    await work.approveAll(minh, owner);
    await publishArticle(work.ports, cuong, { articleId });
    expect((await work.current(articleId))?.note).toBeNull();
  });

  it("a publisher of another topic publishes nothing here", async () => {
    const { articleId, owner } = await work.article(lan, "chu-de");
    await work.approveAll(minh, owner);
    await expect(publishArticle(work.ports, elsewhere, { articleId })).rejects.toThrowError("not_allowed");
    expect((await page("chu-de", elsewhere)).mayPublish).toBe(false);
  });

  it("publishes only what was on the publisher's screen", async () => {
    const { articleId, owner } = await work.article(lan, "dung-nhu-thay");
    await work.approveAll(minh, owner);
    const { contentHash } = await page("dung-nhu-thay");
    await work.save(lan, owner, "p1", { vi: "Khác.", zh: "不同。" });
    await work.approveAll(minh, owner);
    await expect(publishArticle(work.ports, cuong, { articleId, contentHash: contentHash ?? "" })).rejects.toEqual(new AppError("clash"));
    expect(await work.current(articleId)).toBeNull();
  });

  it("the publish page says exactly what readers will find different, and what is still open", async () => {
    const { articleId, owner } = await work.article(lan, "khac-gi");
    expect((await page("khac-gi")).open).toHaveLength(4);
    await work.approveAll(minh, owner);
    await publishArticle(work.ports, cuong, { articleId });
    expect((await page("khac-gi")).upToDate).toBe(true);
    await work.save(lan, owner, "p1", { vi: "Xin đến muộn." });
    const { changes, open, upToDate, contentHash } = await page("khac-gi");
    expect({ open, upToDate }).toEqual({ open: [{ kind: "unit", unit: "p1", state: "stale" }], upToDate: false });
    expect(contentHash).not.toBeNull();
    expect(changes.segments.map(({ segment, what }) => [segment, what])).toEqual([["p1", "changed"]]);
    expect(changes.segments[0]?.texts.vi.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "sớm" },
      { kind: "added", text: "muộn" },
    ]);
    expect(changes.segments[0]?.texts.zh.every(({ kind }) => kind === "same")).toBe(true);
    expect([changes.structure, changes.particulars, changes.facts]).toEqual([[], [], []]);
  });

  it("where a topic asks for it, nothing goes out before somebody of that agency, who wrote none of it, has signed off just this", async () => {
    await expect(setTopicSignOff(work.ports, minh, { topic: "law", agencies: ["customs"] })).rejects.toThrowError("not_allowed");
    await expect(setTopicSignOff(work.ports, cuong, { topic: "law", agencies: ["none"] })).rejects.toThrowError("invalid");
    await setTopicSignOff(work.ports, cuong, { topic: "law", agencies: ["customs"] });
    expect(await audited("topic:law")).toEqual(["topic.change cuong"]);

    const { articleId, owner } = await work.article(lan, "luat", "law");
    await work.approveAll(minh, owner);
    await expect(publishArticle(work.ports, cuong, { articleId })).rejects.toEqual(new AppError("not_ready", { missing: ["sign-off:customs"] }));
    expect((await page("luat")).article.state).toBe("in_review");

    const contentHash = await work.contentHash(articleId);
    const sign = (by: Member, hash = contentHash) => signOffArticle(work.ports, by, { articleId, contentHash: hash });
    await expect(sign(minh)).rejects.toThrowError("not_allowed");
    await expect(sign(hai, "other")).rejects.toThrowError("clash");
    await expect(sign({ ...lan, ...memberWith("lan", "reviewer"), team: "customs-law" })).rejects.toThrowError("own_work");
    expect((await page("luat", hai)).signOffs).toMatchObject([{ agency: "customs", own: true, refusal: null, at: null }]);
    expect(await sign(hai)).toEqual({ agency: "customs" });
    await expect(sign(hai)).rejects.toThrowError("already_exists");
    expect((await page("luat", hai)).signOffs).toMatchObject([{ by: "HAI", refusal: "already_exists" }]);

    // Any later edit ends it.
    await work.save(lan, owner, "p1", { vi: "Đổi một chữ.", zh: "改一个字。" });
    await work.approveAll(minh, owner);
    await expect(publishArticle(work.ports, cuong, { articleId })).rejects.toThrowError("not_ready");
    // Whoever wrote what is new can't sign it off, whoever finished it.
    await work.save({ ...hai, ...memberWith("hai", "translator") }, owner, "title", { zh: "法律" });
    await expect(sign(hai, await work.contentHash(articleId))).rejects.toThrowError("own_work");
    await work.save(lan, owner, "title", { zh: "文章" });
    await work.approveAll(minh, owner);
    await sign({ ...memberWith("khac", "reviewer"), team: "customs-law" }, await work.contentHash(articleId));
    expect((await publishArticle(work.ports, cuong, { articleId })).editionNumber).toBe(1);
    await setTopicSignOff(work.ports, cuong, { topic: "law", agencies: [] });
  });

  it("every act is in the audit trail, by whom it was", async () => {
    const { articleId, owner } = await work.article(lan, "so-ghi");
    await returnUnits(work.ports, minh, { owner, seen: { title: await work.hashOf(owner, "title") }, reason: "r" });
    await approveUnits(work.ports, minh, { owner, seen: { title: await work.hashOf(owner, "title") }, evenReturned: true });
    await work.approveAll(minh, owner);
    await publishArticle(work.ports, cuong, { articleId });
    expect((await audited(owner)).filter((line) => /^(?:unit|article\.publish)/.test(line))).toEqual([
      "unit.return minh",
      "unit.approve minh",
      "unit.approve minh",
      "article.publish cuong",
    ]);
    expect((await work.db.read.edition.findUnique({ where: { currentOf: articleId } }))?.note).toBeNull();
  });

  it("the structure is approved like the words", async () => {
    const { owner } = await work.article(lan, "cau-truc");
    const seen = { [STRUCTURE_UNIT]: await work.hashOf(owner, STRUCTURE_UNIT) };
    expect((await returnUnits(work.ports, minh, { owner, seen, reason: "thiếu bảng" })).returned).toEqual([STRUCTURE_UNIT]);
    expect((await approveUnits(work.ports, lan, { owner, seen }).catch(({ code }) => code)) as unknown).toBe("not_allowed");
  });
});
