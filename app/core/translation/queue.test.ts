import { describe, expect, it } from "vitest";
import type { DeskUnit } from "../workflow/desk.ts";
import type { UnitState } from "../workflow/state.ts";
import { EVERYTHING, filtered, neighbour, nextUnfinished, type Show, stateNow } from "./queue.ts";

const words = (text: string) => ({ text }) as DeskUnit["words"]["vi"];
const unit = (name: string, state: UnitState, more: Partial<DeskUnit> = {}): DeskUnit =>
  ({ unit: name, state, returned: null, words: { vi: words(`lời ${name}`), zh: words(`字${name}`) }, ...more }) as DeskUnit;

const BACK = { reason: "x", by: null, at: "" };
const UNITS = [unit("a", "published"), unit("b", "missing"), unit("c", "in_review"), unit("d", "stale"), unit("e", "in_review", { returned: BACK })];
const names = (show: Show, text = "") => filtered(UNITS, { show, text }, new Set(["c"])).map((one) => one.unit);

describe("what a desk shows", () => {
  it("is what the filter says", () => {
    expect(names("all")).toEqual(["a", "b", "c", "d", "e"]);
    expect(names("unfinished")).toEqual(["b", "d", "e"]);
    expect(names("stale")).toEqual(["d"]);
    expect(names("review")).toEqual(["c", "e"]);
    expect(names("returned")).toEqual(["e"]);
    expect(names("commented")).toEqual(["c"]);
  });

  it("holds the words looked for, in either language or as the unit's name, however typed", () => {
    expect(names("all", "LỜI C".normalize("NFD"))).toEqual(["c"]);
    expect(names("all", "字d")).toEqual(["d"]);
    expect(names("unfinished", "字a")).toEqual([]);
    expect(filtered(UNITS, EVERYTHING, new Set())).toHaveLength(5);
  });
});

describe("from row to row", () => {
  it("the next unfinished is the next down the list, round its end, never the same", () => {
    expect(nextUnfinished(UNITS, null, 1)).toBe("b");
    expect(nextUnfinished(UNITS, "b", 1)).toBe("d");
    expect(nextUnfinished(UNITS, "e", 1)).toBe("b");
    expect(nextUnfinished(UNITS, "b", -1)).toBe("e");
    expect(nextUnfinished(UNITS, null, -1)).toBe("e");
    expect(nextUnfinished([unit("b", "missing")], "b", 1)).toBeNull();
    expect(nextUnfinished([unit("a", "published")], null, 1)).toBeNull();
    expect(nextUnfinished([], null, 1)).toBeNull();
  });

  it("neighbours end at the ends", () => {
    expect([neighbour(UNITS, "b", 1), neighbour(UNITS, "a", -1), neighbour(UNITS, "e", 1), neighbour(UNITS, "gone", 1)]).toEqual(["c", "a", "e", "a"]);
    expect(neighbour([], "a", 1)).toBeNull();
  });
});

it("an article's state follows its units on the screen, and keeps what only the server knows", () => {
  const done = [unit("a", "approved"), unit("b", "published")];
  expect(stateNow([...done, unit("c", "stale")], "published")).toBe("translating");
  expect(stateNow([...done, unit("c", "missing")], "draft")).toBe("draft");
  expect(stateNow([...done, unit("c", "in_review")], "translating")).toBe("in_review");
  expect(stateNow(done, "translating")).toBe("approved");
  expect(stateNow([unit("a", "published")], "translating")).toBe("published");
  expect(stateNow(done, "scheduled")).toBe("scheduled");
  expect(stateNow([unit("c", "stale")], "withdrawn")).toBe("withdrawn");
});
