import { describe, expect, it } from "vitest";
import { nextPage } from "./next-page.ts";

describe("where sign-in leads to", () => {
  it("is the page that was asked for", () => {
    expect(nextPage("/workbench/strings/common?q=a&state=stale")).toBe("/workbench/strings/common?q=a&state=stale");
  });

  it.each([
    "https://example.org/workbench",
    "//example.org/workbench",
    "/\\example.org/workbench",
    "javascript:alert(1)",
    "/vi",
    "/workbench/../vi",
    "",
    null,
    7,
  ])("is never another place: %s", (wanted) => expect(nextPage(wanted)).toBe("/workbench"));
});
