import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import type { Grant, Member } from "../../app/core/people/roles.ts";
import { type Owner, ofArticle, ofStrings } from "../../app/core/translation/wording.ts";
import { readCursor, readFilter } from "../../app/core/workflow/progress.ts";
import { progressMemory } from "../../app/server/readers/workbench/home-progress.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { type AssignWork, assignWork } from "../../app/use-cases/assign-work.ts";
import { commentOnUnit } from "../../app/use-cases/comment-on-unit.ts";
import { readInbox } from "../../app/use-cases/read-inbox.ts";
import { returnUnits } from "../../app/use-cases/return-units.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases } from "./databases.ts";

const limited = (member: Member, limits: Partial<Grant>): Member => ({ ...member, grants: member.grants.map((grant) => ({ ...grant, ...limits })) });

const lan = { ...memberWith("lan", "author", "translator"), name: "Nông Thị Lan" };
const minh = memberWith("minh", "reviewer");
const hoa = limited({ ...memberWith("hoa", "translator"), team: "letters" }, { langs: ["zh"] });
const binh = limited(memberWith("binh", "reviewer"), { topics: ["law"] });
const gone = memberWith("gone", "translator");

/** One story, told in order. */
describe.each(databases())("work that is given, on $provider", ({ fresh }) => {
  let work: AtWork;
  let readers: ReturnType<typeof workbenchReaders>;
  let owner: Owner;
  let other: Owner;

  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, hoa, binh, gone]);
    work.ports.baseStrings = () => ({ common: { "nav.home": { vi: "Trang chủ", zh: "首页" } } });
    readers = workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never });
    await work.db.write(async (tx) => {
      await tx.members.setDisabled("gone", new Date(0));
      await tx.teams.put({ key: "letters", kind: "editorial", name: { vi: "Nhóm biên tập", zh: "编辑组" }, agency: "customs", sites: [] });
    });
    owner = (await work.article(lan, "gio")).owner;
    other = (await work.article(lan, "tien")).owner;
  });
  afterAll(() => work.close());

  const give = (by: Member, given: Partial<AssignWork>) =>
    assignWork(work.ports, by, { targets: [{ owner, lang: "zh" }], assignee: { kind: "member", id: "hoa" }, dueOn: "2026-11-30", ...given });
  const row = async (member: Member, of: Owner) => {
    const { rows } = await readers.home(member, { filter: readFilter(() => null), after: null });
    return rows.find((one) => one.owner === of);
  };
  const shown = async (member: Member, filter: Record<string, string>) => {
    const { rows } = await readers.home(member, { filter: readFilter((name) => filter[name] ?? null), after: null });
    return rows.map(({ name }) => name);
  };

  it("a reviewer gives a language of an article to a member, who finds it in the inbox and on the home page", async () => {
    expect(await give(minh, {})).toEqual({ assigned: [{ owner, lang: "zh" }], refused: [] });
    expect((await row(hoa, owner))?.assigned).toEqual({ vi: null, zh: { memberId: "hoa", teamKey: null, dueOn: "2026-11-30", done: false, overdue: false } });
    expect(await shown(hoa, { whose: "mine" })).toEqual(["gio"]);
    const inbox = await readers.inbox(hoa);
    expect(inbox.unread).toMatchObject([{ kind: "assigned", subject: { kind: "article", name: "gio" }, unit: null, by: "MINH" }]);
    expect(inbox.due).toMatchObject([{ subject: { name: "gio" }, lang: "zh", dueOn: "2026-11-30", overdue: false, team: false }]);
    expect(await readers.unread(hoa)).toBe(1);
    const traces = await work.db.read.auditEntry.findMany({ where: { act: "article.assign", object: owner } });
    expect(traces.map(({ byId, before, after }) => ({ byId, before, after }))).toEqual([
      { byId: "minh", before: { lang: "zh" }, after: { lang: "zh", member: "hoa", team: null, dueOn: "2026-11-30" } },
    ]);
  });

  it("giving the same again tells nobody and leaves no trace", async () => {
    await give(minh, {});
    expect(await readers.unread(hoa)).toBe(1);
    expect(await work.db.read.auditEntry.count({ where: { act: "article.assign" } })).toBe(1);
  });

  it("only who reviews it gives it, and only to who may write it; the rest is given all the same", async () => {
    await expect(give(lan, {})).rejects.toEqual(new AppError("not_allowed", { action: "words.approve" }));
    expect(await give(binh, {})).toEqual({ assigned: [], refused: [{ owner, lang: "zh", code: "not_allowed" }] });
    const both = [
      { owner: other, lang: "vi" as const },
      { owner: other, lang: "zh" as const },
      { owner: ofArticle("none"), lang: "zh" as const },
    ];
    expect(await give(minh, { targets: both, dueOn: "" })).toEqual({
      assigned: [{ owner: other, lang: "zh" }],
      refused: [
        { owner: other, lang: "vi", code: "invalid" },
        { owner: ofArticle("none"), lang: "zh", code: "not_found" },
      ],
    });
    expect(await shown(hoa, { due: "none", whose: "mine" })).toEqual(["tien"]);
  });

  it("what a form can't mean is refused whole: no pair, who is gone, no such team, a day that is over", async () => {
    const refused = (given: Partial<AssignWork>, field: string) => expect(give(minh, given)).rejects.toEqual(new AppError("invalid", { field }));
    await refused({ targets: [] }, "targets");
    await refused({ assignee: { kind: "member", id: "gone" } }, "assignee");
    await refused({ assignee: { kind: "team", key: "none" } }, "assignee");
    await refused({ dueOn: "2026-11-22" }, "dueOn");
    expect((await row(minh, owner))?.assigned.zh).toMatchObject({ memberId: "hoa", dueOn: "2026-11-30" });
  });

  it("a team gets it: every member is told, and it is the team's; then nobody has it", async () => {
    await give(minh, { targets: [{ owner: other, lang: "zh" }], assignee: { kind: "team", key: "letters" }, dueOn: "2026-11-24" });
    expect(await shown(hoa, { whose: "team" })).toEqual(["tien"]);
    expect(await shown(hoa, { whose: "mine" })).toEqual(["gio"]);
    expect((await readers.inbox(hoa)).due).toMatchObject([{ subject: { name: "tien" }, team: true }, { subject: { name: "gio" } }]);
    expect(await readers.unread(hoa)).toBe(3);
    await give(minh, { targets: [{ owner: other, lang: "zh" }], assignee: null });
    expect((await row(minh, other))?.assigned.zh).toBeNull();
    expect(await readers.unread(hoa)).toBe(3);
  });

  it("interface strings are given like articles", async () => {
    expect(await give(minh, { targets: [{ owner: ofStrings("common"), lang: "zh" }] })).toMatchObject({ refused: [] });
    expect(await shown(hoa, { whose: "mine", kind: "strings" })).toEqual(["common"]);
  });

  it("is overdue when its day is over, and done when nothing of the language waits", async () => {
    work.itIs("2026-12-01T01:00:00Z");
    expect((await row(hoa, owner))?.assigned.zh).toMatchObject({ overdue: true, done: false });
    expect((await readers.inbox(hoa)).due).toMatchObject([{ subject: { name: "gio" }, overdue: true }]);
    expect(await shown(hoa, { due: "overdue" })).toEqual(["gio"]);
    await work.approveAll(minh, owner);
    expect((await row(hoa, owner))?.assigned.zh).toMatchObject({ overdue: false, done: true });
    expect((await readers.inbox(hoa)).due).toEqual([]);
  });

  it("every write shows at once: an edit, a return, in the memory of this process and in a new one's", async () => {
    const read = (memory: ReturnType<typeof progressMemory>) => work.db.snapshot((tx) => memory.read(tx, null));
    const [old, of] = [progressMemory(), (pairs: Awaited<ReturnType<typeof read>>) => pairs.find((pair) => pair.owner === owner)];
    expect(of(await read(old))?.progress.zh).toMatchObject({ approved: 4, stale: 0 });
    await returnUnits(work.ports, minh, { owner, seen: { summary: await work.hashOf(owner, "summary") }, reason: "Thiếu ý." });
    expect(of(await read(old))).toMatchObject({ returned: 1, state: "translating" });
    await work.save(lan, owner, "p1", { vi: "Xin đến muộn." });
    expect(of(await read(old))?.progress.zh).toMatchObject({ stale: 1, in_review: 1 });
    await work.db.write((tx) => tx.articles.withdraw(owner.slice("article:".length), { vi: "Thôi.", zh: "停。" }, new Date(0)));
    expect(of(await read(old))?.state).toBe("withdrawn");
    const byOwner = (pairs: Awaited<ReturnType<typeof read>>) => [...pairs].sort((a, b) => (a.owner < b.owner ? -1 : 1));
    expect(byOwner(await read(old))).toEqual(byOwner(await read(progressMemory())));
  });

  it("the inbox leads to the very paragraph, and is read by its owner alone", async () => {
    await commentOnUnit(work.ports, minh, { owner, unit: "p1", text: "@Nông Thị Lan xem lại câu này." });
    const { unread } = await readers.inbox(lan);
    expect(unread.map(({ kind, unit }) => [kind, unit])).toEqual([
      ["mentioned", "p1"],
      ["returned", "summary"],
    ]);
    const first = unread[0]?.id ?? "";
    await readInbox(work.ports, hoa, [first]);
    expect(await readers.unread(lan)).toBe(2);
    await readInbox(work.ports, lan, [first]);
    const after = await readers.inbox(lan);
    expect([after.unread.length, after.read.map(({ id }) => id)]).toEqual([1, [first]]);
    await readInbox(work.ports, lan, null);
    expect(await readers.unread(lan)).toBe(0);
  });

  it("a report that two versions differ reaches who may write on its topic, at the paragraph, until somebody has dealt with it", async () => {
    const sent = { id: "m1", number: "1", kind: "difference" as const, lang: "zh" as const, text: "两种文字的时间不一样。", contact: "0912", reply: null };
    const message = { ...sent, place: { path: "/zh/articles/gio", segment: "p1" }, createdAt: work.ports.now(), repliedAt: null, repliedBy: null };
    await work.db.write((tx) => tx.messages.insert({ ...message, expiresAt: new Date("2027-01-01") }));
    const { reports } = await readers.inbox(lan);
    expect(reports).toMatchObject([{ subject: { name: "gio" }, unit: "p1", note: "两种文字的时间不一样。", lang: "zh", answers: false }]);
    expect(JSON.stringify(reports)).not.toContain("0912");
    // Who writes about another topic is not told.
    expect((await readers.inbox(binh)).reports).toEqual([]);
    await work.db.write((tx) => tx.messages.answer("m1", null, "minh", work.ports.now()));
    expect((await readers.inbox(lan)).reports).toEqual([]);
  });

  it("the form offers who may write what is chosen, and what the member may give", async () => {
    await work.db.write(async (tx) => {
      for (const { id } of [lan, hoa]) await tx.members.setPassword(id, "x");
    });
    const view = await readers.assign(minh, [owner, "article:none"]);
    expect(view).toMatchObject({ langs: ["vi", "zh"], candidates: ["hoa", "lan"] });
    expect(view.pairs.map((pair) => pair.owner)).toEqual([owner]);
    expect(await readers.assign(binh, [owner])).toMatchObject({ pairs: [], candidates: [] });
    expect((await row(binh, owner))?.mayAssign).toBe(false);
    expect((await row(minh, owner))?.mayAssign).toBe(true);
  });
});

describe.each(databases())("a table of many pairs, on $provider", ({ fresh }) => {
  it("goes on page by page, each pair once, whatever is done meanwhile to what was shown", async () => {
    const work = await openAtWork(fresh, [lan, minh]);
    try {
      const readers = workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never });
      for (let number = 0; number < 60; number += 1) await work.article(lan, `bai-${number}`);
      const articles = readFilter((name) => (name === "kind" ? "article" : null));
      const page = (after: string | null) => readers.home(lan, { filter: articles, after: readCursor(after) });
      const first = await page(null);
      expect([first.rows.length, first.total]).toEqual([50, 60]);
      // The first row of all falls behind: nobody sees it twice, and nobody misses another for it.
      await work.approveAll(minh, first.rows[0]?.owner as Owner);
      const second = await page(first.next);
      const seen = [...first.rows, ...second.rows].map(({ owner }) => owner);
      expect(new Set(seen).size).toBe(60);
      expect(second.next).toBeNull();
    } finally {
      await work.close();
    }
  });
});
