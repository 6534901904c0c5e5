import { expect, test } from "vitest";
import { cleanString } from "./clean-string.ts";

test("a string keeps the spaces by which the program joins it to others, however it was typed", () => {
  for (const typed of ["; ", ";", "  ; ", ";\n"]) expect(cleanString(typed, ", "), JSON.stringify(typed)).toBe("; ");
  expect(cleanString("và", " · ")).toBe(" và ");
});

test("a string that the program joins to nothing gets no spaces; an emptied one stays empty", () => {
  expect(cleanString(" 、 ", "，")).toBe("、");
  expect(cleanString("  ", ", ")).toBe("");
  expect(cleanString(" Tìm ", "")).toBe("Tìm");
});

test("what nobody types on purpose is refused in strings too", () => {
  expect(() => cleanString("a\u200Bb", ", ")).toThrow(expect.objectContaining({ code: "bad_text" }));
});
