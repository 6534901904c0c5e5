import { expect, it } from "vitest";
import { headlineParts } from "./headline.tsx";

it("a Chinese headline may break between words, and keeps marks with the word before, brackets with the words within", () => {
  expect(headlineParts("携带多少人民币须申报？", "zh")).toEqual(["携带", "多少", "人民币须", "申报？"]);
  const parts = headlineParts("到达时口岸已经关闭怎么办？", "zh");
  expect(parts).toContain("口岸");
  expect(parts.at(-1)).toMatch(/.？$/u);
  for (const part of headlineParts("经友谊口岸（须申报）出境，关于“桥梁”", "zh")) {
    expect(part).not.toMatch(/^[，。？、）”]/u);
    expect(part).not.toMatch(/[（“]$/u);
  }
});

it("nothing of a headline is lost, and where there are spaces they alone break it", () => {
  const text = "请勿携带电子烟，和加热烟草制品";
  expect(headlineParts(text, "zh").join("")).toBe(text);
  expect(headlineParts("Mang tiền mặt qua biên giới", "vi")).toEqual(["Mang tiền mặt qua biên giới"]);
});
