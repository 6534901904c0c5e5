import { expect, it } from "vitest";
import { whyNotGoingOut } from "./going-out.ts";

const base = { vi: "Còn {{count}} bài", zh: "还有{{count}}篇" };

it("a string goes out with the placeholders that the program fills, in both languages", () => {
  expect(whyNotGoingOut("left_other", { vi: "Còn lại {{count}} bài", zh: "尚余{{count}}篇" }, base, [])).toBeNull();
});

it("renamed alike in both languages, a placeholder is lost all the same", () => {
  expect(whyNotGoingOut("left_other", { vi: "Còn {{number}} bài", zh: "还有{{number}}篇" }, base, [])).toBe("placeholders_differ");
  expect(whyNotGoingOut("left_other", { vi: "Còn vài bài", zh: "还有几篇" }, base, [])).toBe("placeholders_differ");
});

it("a plural form that neither language has, or any other error, keeps it back", () => {
  expect(whyNotGoingOut("left_one", base, base, [])).toBe("checks_failed");
  expect(whyNotGoingOut("left_other", { ...base, zh: "還有{{count}}篇" }, base, [])).toBe("checks_failed");
});
