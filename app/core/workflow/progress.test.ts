import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { byLang } from "../language/languages.ts";
import { assignedOf, isDone, nearFrom, readDueOn } from "./assignment.ts";
import type { Progress } from "./desk.ts";
import { byRank, cursorOf, type PairFilter, type PairRow, passes, rankOf, readCursor, readFilter } from "./progress.ts";

const TODAY = "2026-11-23";
const counts = (given: Partial<Progress> = {}): Progress => ({ missing: 0, stale: 0, in_review: 0, approved: 0, published: 3, ...given });
const pair = (given: Partial<PairRow> = {}): PairRow => ({
  owner: "article:a",
  kind: "article",
  name: "a",
  titles: { vi: "A", zh: "甲" },
  topic: "cash",
  gates: ["huu-nghi"],
  team: null,
  sourceLang: "vi",
  state: "published",
  progress: byLang(() => counts()),
  returned: 0,
  unsigned: [],
  assigned: { vi: null, zh: null },
  ...given,
});
const given = (more: Partial<NonNullable<PairRow["assigned"]["zh"]>>) => ({ memberId: null, teamKey: null, dueOn: null, done: false, overdue: false, ...more });
const lan = { memberId: "lan", team: "letters", today: TODAY };
const narrowed = (filter: Partial<Record<keyof PairFilter, string>>): PairFilter => readFilter((name) => filter[name] ?? null);
const shows = (filter: Partial<Record<keyof PairFilter, string>>, row: PairRow): boolean => passes(row, narrowed(filter), lan);

describe("the table of pairs", () => {
  it("shows everything until it is narrowed, and an unknown word narrows nothing", () => {
    expect(shows({}, pair())).toBe(true);
    expect(shows({ state: "nonsense", lang: "fr", due: "yesterday", whose: "theirs", kind: "novel" }, pair())).toBe(true);
  });

  it("mine is what I was given; my team's is what it was given or looks after", () => {
    const mine = pair({ assigned: { vi: null, zh: given({ memberId: "lan" }) } });
    const teams = pair({ assigned: { vi: null, zh: given({ teamKey: "letters" }) } });
    expect([mine, teams, pair()].map((row) => shows({ whose: "mine" }, row))).toEqual([true, false, false]);
    expect([mine, teams, pair({ team: "letters" }), pair()].map((row) => shows({ whose: "team" }, row))).toEqual([false, true, true, false]);
    expect(passes(pair({ team: null }), narrowed({ whose: "team" }), { ...lan, team: null })).toBe(false);
  });

  it("a gate shows what names it and what concerns every gate, never interface strings", () => {
    expect(shows({ gate: "chi-ma" }, pair())).toBe(false);
    expect(shows({ gate: "huu-nghi" }, pair())).toBe(true);
    expect(shows({ gate: "chi-ma" }, pair({ gates: [] }))).toBe(true);
    expect(shows({ gate: "chi-ma" }, pair({ kind: "strings", gates: [] }))).toBe(false);
  });

  it("a state is what waits in the pair, or where the whole of it stands", () => {
    const stale = pair({ state: "translating", progress: { vi: counts(), zh: counts({ stale: 1 }) } });
    expect([shows({ state: "stale" }, stale), shows({ state: "stale" }, pair())]).toEqual([true, false]);
    expect([shows({ state: "translating" }, stale), shows({ state: "published" }, stale)]).toEqual([true, false]);
    expect([shows({ state: "returned" }, pair({ returned: 1 })), shows({ state: "returned" }, pair())]).toEqual([true, false]);
    expect([shows({ state: "unsigned" }, pair({ unsigned: ["customs"] })), shows({ state: "unsigned" }, pair())]).toEqual([true, false]);
  });

  it("a language asks only about what is translated into it", () => {
    const stale = pair({ progress: { vi: counts({ missing: 1 }), zh: counts() } });
    expect([shows({ lang: "zh" }, stale), shows({ lang: "vi" }, stale)]).toEqual([true, false]);
    expect(shows({ lang: "zh", state: "missing" }, stale)).toBe(false);
  });

  it("overdue is what is not done and whose day is over; the week begins today", () => {
    const due = (dueOn: string | null, done = false) => {
      const progress = byLang(() => counts(done ? {} : { missing: 1 }));
      const assignment = { owner: "article:a", lang: "zh", memberId: "lan", teamKey: null, dueOn, by: "minh", at: new Date(0) } as const;
      return pair({ progress, assigned: { vi: null, zh: assignedOf(assignment, progress, 0, TODAY) } });
    };
    const days = [due("2026-11-22"), due("2026-11-22", true), due(TODAY), due(nearFrom(TODAY)), due("2026-12-01"), due(null)];
    expect(days.map((row) => shows({ due: "overdue" }, row))).toEqual([true, false, false, false, false, false]);
    expect(days.map((row) => shows({ due: "week" }, row))).toEqual([false, false, true, true, false, false]);
    expect([...days, pair()].map((row) => shows({ due: "none" }, row))).toEqual([false, false, false, false, false, true, true]);
  });

  it("is in one order, in which a page can go on after any row", () => {
    const rows = [
      pair({ owner: "article:b", titles: { vi: "Ô", zh: "" } }),
      pair({ owner: "article:c", titles: { vi: "O", zh: "" }, progress: { vi: counts(), zh: counts({ missing: 9 }) } }),
      pair({ owner: "article:d", titles: { vi: "Đ", zh: "" } }),
      pair({ owner: "article:e", titles: { vi: "Z", zh: "" }, progress: { vi: counts(), zh: counts({ stale: 1 }) } }),
      pair({ owner: "article:a", titles: { vi: "Ô", zh: "" } }),
    ];
    const order = byRank(new Intl.Collator("vi"));
    const ranks = rows.map((row) => rankOf(row, row.titles.vi)).sort(order);
    expect(ranks.map(({ owner }) => owner.at(-1)).join("")).toBe("ecdab");
    for (const [index, rank] of ranks.entries()) {
      const after = readCursor(cursorOf(rank));
      expect(ranks.filter((one) => after && order(after, one) < 0)).toEqual(ranks.slice(index + 1));
    }
  });

  it("an address that is no place in the table begins at its beginning", () => {
    for (const bad of [null, "", "{", "[]", '["a",1]', "[1,2,3,4,5,6]", '[1,2,3,"4","t","o"]', "null", "7"]) expect(readCursor(bad)).toBeNull();
  });
});

describe("a day by which work is to be done", () => {
  it("is today or later; one that stood there may stay", () => {
    expect(readDueOn(" 2026-11-23 ", TODAY)).toBe(TODAY);
    expect(readDueOn("", TODAY)).toBeNull();
    expect(readDueOn("2026-11-01", TODAY, ["2026-11-01"])).toBe("2026-11-01");
    for (const bad of ["2026-11-22", "2026-02-30", "mai", "23/11/2026"])
      expect(() => readDueOn(bad, TODAY)).toThrow(new AppError("invalid", { field: "dueOn" }));
  });

  it("work is done when nothing of it waits for anybody but the publisher", () => {
    expect(isDone(counts({ approved: 2 }), 0)).toBe(true);
    expect(isDone(counts(), 1)).toBe(false);
    for (const state of ["stale", "missing", "in_review"] as const) expect(isDone(counts({ [state]: 1 }), 0)).toBe(false);
  });
});
