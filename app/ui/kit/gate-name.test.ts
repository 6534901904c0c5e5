import { expect, it } from "vitest";
import { gateNames, gateTitle } from "./gate-name.ts";

const COC_NAM = { key: "coc-nam", name: { vi: "Cốc Nam", zh: "谷南" }, nameMark: { vi: "confirmed", zh: "verify" } } as const;
const NA_HINH = { key: "na-hinh", name: { vi: "Na Hình", zh: null }, nameMark: { vi: "confirmed", zh: "verify" } } as const;

it("a gate's own-language name stands first, and what is not confirmed is marked", () => {
  expect(gateNames(COC_NAM, "zh")).toEqual([
    { lang: "zh", text: "谷南", unsure: true },
    { lang: "vi", text: "Cốc Nam", unsure: false },
  ]);
});

it("a Chinese reader sees the Vietnamese name where no Chinese one is confirmed, never an invented one", () => {
  expect(gateNames(NA_HINH, "zh")).toEqual([{ lang: "vi", text: "Na Hình", unsure: false }]);
  expect(gateTitle(NA_HINH, "zh")).toBe("Na Hình");
});
