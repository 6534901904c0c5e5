import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorCode } from "../../app/core/errors.ts";
import { AppError } from "../../app/core/errors.ts";
import type { Grant, Member } from "../../app/core/people/roles.ts";
import type { Owner } from "../../app/core/translation/wording.ts";
import type { DeskUnit } from "../../app/core/workflow/desk.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { approveByOverride } from "../../app/use-cases/approve-by-override.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { waiveCheck } from "../../app/use-cases/waive-check.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases } from "./databases.ts";

const limited = (id: string, grant: Partial<Grant> & Pick<Grant, "role">): Member => ({
  ...memberWith(id, grant.role),
  grants: [{ langs: null, topics: null, sites: null, ...grant }],
});

const lan = memberWith("lan", "author", "translator");
const minh = memberWith("minh", "reviewer", "publisher");
const hoa = limited("hoa", { role: "translator", langs: ["vi"] });
const tuan = limited("tuan", { role: "reviewer", topics: ["law"] });

const RIGHT = { vi: "Mang trên 15 triệu đồng thì phải khai báo.", zh: "携带超过1500万越南盾的，须申报。" };
const WRONG = "携带超过150万越南盾的，须申报。";
const UNFINISHED = "携带超过1500万越南盾的，须申报";

describe.each(databases())("checks on $provider", ({ fresh }) => {
  let work: AtWork;
  let owner: Owner;
  let slug = "";
  let number = 0;

  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, hoa, tuan]);
  });
  afterAll(() => work.close());

  const code = async (attempt: Promise<unknown>): Promise<ErrorCode | null> =>
    attempt.then(
      () => null,
      (error) => (error instanceof AppError ? error.code : Promise.reject(error)),
    );

  /** A new article whose paragraph says this, with nothing approved. */
  async function withParagraph(words: { vi: string; zh: string }): Promise<void> {
    number += 1;
    slug = `bai-${"abcdefghijklmnop"[number]}`;
    ({ owner } = await work.article(lan, slug));
    await work.save(lan, owner, "p1", words);
  }
  const paragraph = async (member: Member): Promise<DeskUnit> => {
    const { units } = await workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never }).article(member, slug);
    return units.find(({ unit }) => unit === "p1") as DeskUnit;
  };
  async function approve(member: Member): Promise<ErrorCode | null> {
    const { refused } = await approveUnits(work.ports, member, { owner, seen: { p1: await work.hashOf(owner, "p1") } });
    return refused[0]?.code ?? null;
  }
  const waive = async (
    member: Member,
    more: { reason?: string; seen?: string; check?: "end-marks" | "numbers" | "widths" } = {},
  ): Promise<ErrorCode | null> => {
    const seen = await work.hashOf(owner, "p1");
    return code(waiveCheck(work.ports, member, { owner, unit: "p1", check: "end-marks", seen, reason: "Là tiêu đề của một mục.", ...more }));
  };

  it("a good pair is approved without a word", async () => {
    await withParagraph(RIGHT);
    expect(await paragraph(minh)).toMatchObject({ issues: [], waived: [], refusal: null });
    expect(await approve(minh)).toBeNull();
  });

  it("an error blocks approval, on the desk and in the transaction; mended, it goes through", async () => {
    await withParagraph({ ...RIGHT, zh: WRONG });
    expect(await paragraph(minh)).toMatchObject({ refusal: "checks_failed", issues: [{ check: "numbers", severity: "error", lang: "zh" }] });
    expect(await approve(minh)).toBe("checks_failed");
    expect(await waive(minh, { check: "numbers" })).toBe("checks_failed");
    await work.save(lan, owner, "p1", { zh: RIGHT.zh });
    expect(await approve(minh)).toBeNull();
  });

  it("an error blocks a publisher's override too", async () => {
    await withParagraph({ ...RIGHT, zh: WRONG });
    await work.save(minh, owner, "p1", { zh: "携带超过15万越南盾的，须申报。" });
    const seen = await work.hashOf(owner, "p1");
    expect(await code(approveByOverride(work.ports, minh, { owner, unit: "p1", seen, reason: "Chỉ có một người trực." }))).toBe("checks_failed");
  });

  it("a warning waits for somebody's confirmation, with a reason that everybody reads", async () => {
    await withParagraph({ ...RIGHT, zh: UNFINISHED });
    expect(await paragraph(minh)).toMatchObject({ refusal: "warnings_open", issues: [{ check: "end-marks", severity: "warning" }] });
    expect(await approve(minh)).toBe("warnings_open");
    expect(await waive(lan, { reason: "  " })).toBe("invalid");
    expect(await waive(lan)).toBeNull();
    expect(await waive(minh)).toBeNull();
    const seen = await paragraph(minh);
    expect(seen).toMatchObject({ refusal: null, waived: [{ check: "end-marks", reason: "Là tiêu đề của một mục.", by: "LAN" }] });
    expect(await approve(minh)).toBeNull();
    expect(await work.db.read.waiver.count({ where: { owner } })).toBe(1);
    const audit = await work.db.read.auditEntry.findMany({ where: { object: owner, act: "check.waive" } });
    expect(audit.map(({ byId }) => byId)).toEqual(["lan"]);
  });

  it("a confirmation is worth nothing after any edit", async () => {
    await withParagraph({ ...RIGHT, zh: UNFINISHED });
    expect(await waive(lan)).toBeNull();
    await work.save(lan, owner, "p1", { zh: UNFINISHED.replace("须申报", "应申报") });
    expect(await paragraph(minh)).toMatchObject({ refusal: "warnings_open", waived: [] });
    expect(await approve(minh)).toBe("warnings_open");
  });

  it("an open warning blocks an override until it is confirmed", async () => {
    await withParagraph({ ...RIGHT, zh: UNFINISHED });
    await work.save(minh, owner, "p1", { zh: UNFINISHED.replace("须申报", "应申报") });
    const override = async () =>
      code(approveByOverride(work.ports, minh, { owner, unit: "p1", seen: await work.hashOf(owner, "p1"), reason: "Chỉ có một người trực." }));
    expect(await override()).toBe("warnings_open");
    expect(await waive(minh)).toBeNull();
    expect(await override()).toBeNull();
  });

  it("only what is warned of can be confirmed, for the words that were on screen, by who may write or review them", async () => {
    await withParagraph({ ...RIGHT, zh: UNFINISHED });
    expect(await waive(lan, { check: "widths" })).toBe("not_found");
    expect(await waive(lan, { seen: "other words" })).toBe("clash");
    expect(await waive(hoa)).toBe("not_allowed");
    expect(await waive(tuan)).toBe("not_allowed");
    expect(await waive(memberWith("ai", "operator"))).toBe("not_allowed");
    expect(await work.db.read.waiver.count({ where: { owner } })).toBe(0);
  });

  it("the glossary of the database is the one that counts", async () => {
    const term = {
      key: "khai-bao",
      words: { vi: "khai báo", zh: "申报" },
      variants: { vi: [], zh: [] },
      pinyin: "shēnbào",
      note: null,
      mark: "confirmed" as const,
    };
    await work.db.write((tx) => tx.terms.put({ ...term, check: "error" }));
    await withParagraph({ ...RIGHT, zh: "携带超过1500万越南盾的，须告知。" });
    expect(await paragraph(minh)).toMatchObject({ refusal: "checks_failed", issues: [{ check: "glossary", details: { term: "khai báo", expected: "申报" } }] });
    expect(await approve(minh)).toBe("checks_failed");
  });
});
