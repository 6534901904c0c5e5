import { describe, expect, it } from "vitest";
import type { Lang } from "../language/languages.ts";
import type { Progress } from "./desk.ts";
import { figuresByTeam, figuresOf } from "./figures.ts";

const counts = (given: Partial<Progress>): Progress => ({ missing: 0, stale: 0, in_review: 0, approved: 0, published: 0, ...given });
const pair = (sourceLang: Lang, given: Partial<Record<Lang, Partial<Progress>>>, team: string | null = null, returned = 0) => ({
  sourceLang,
  team,
  returned,
  progress: { vi: counts(given.vi ?? {}), zh: counts(given.zh ?? {}) },
});

const pairs = [
  pair("vi", { vi: { published: 9, missing: 9 }, zh: { published: 3, approved: 2, in_review: 4, stale: 1, missing: 5 } }, "letters", 2),
  pair("zh", { vi: { stale: 7 }, zh: { published: 7 } }),
];

describe("how far translations are", () => {
  it("what is neither stale nor missing is current, reviewed or not; the source's own words are not counted", () => {
    expect(figuresOf(pairs, null)).toEqual({ current: 9, stale: 8, missing: 5, inReview: 4, returned: 2 });
    expect(figuresOf(pairs, "zh")).toMatchObject({ current: 9, stale: 1, missing: 5 });
    expect(figuresOf(pairs, "vi")).toMatchObject({ current: 0, stale: 7, missing: 0 });
    expect(figuresOf([], null)).toEqual({ current: 0, stale: 0, missing: 0, inReview: 0, returned: 0 });
  });

  it("is told by team and language, where there is anything to translate; together they are the whole", () => {
    expect(figuresByTeam(pairs)).toEqual([
      { team: "", lang: "vi", current: 0, stale: 7, missing: 0 },
      { team: "letters", lang: "zh", current: 9, stale: 1, missing: 5 },
    ]);
  });
});
