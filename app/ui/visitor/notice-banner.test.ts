import { describe, expect, it } from "vitest";
import type { NoticeLevel } from "../../core/articles/kinds.ts";
import { type PlacedNotice, shownOn } from "./notice-banner.tsx";

const notice = (slug: string, level: NoticeLevel, gates: string[] = []): PlacedNotice => ({
  slug,
  title: slug,
  summary: slug,
  gates,
  terms: { level, from: "2026-11-20T02:00:00.000Z", until: null },
});
const slugs = (notices: PlacedNotice[]) => notices.map(({ slug }) => slug);

const ALL = [notice("flood", "emergency", ["chi-ma"]), notice("queue", "priority", ["huu-nghi"]), notice("holiday", "priority")];

describe("the banner above a page", () => {
  it("shows an emergency on every page, wherever it is", () => {
    expect(slugs(shownOn(ALL, { priority: false }))).toEqual(["flood"]);
    expect(slugs(shownOn(ALL, { priority: true, gate: "coc-nam" }))).toContain("flood");
  });

  it("does not repeat a notice on its own page", () => {
    expect(shownOn(ALL, { priority: false, slug: "flood" })).toEqual([]);
  });

  it("shows every priority notice on the home page and the board", () => {
    expect(slugs(shownOn(ALL, { priority: true }))).toEqual(["flood", "queue", "holiday"]);
  });

  it("shows a gate's page what concerns that gate or all of them", () => {
    expect(slugs(shownOn(ALL, { priority: true, gate: "huu-nghi" }))).toEqual(["flood", "queue", "holiday"]);
    expect(slugs(shownOn(ALL, { priority: true, gate: "chi-ma" }))).toEqual(["flood", "holiday"]);
  });
});
