import { expect, test } from "vitest";
import { countedMiss } from "./misses.ts";

test("spellings of one wish are counted as one", () => {
  for (const query of ["Đổi  bằng lái!", "doi bang lai", "ĐỔI BẰNG LÁI".normalize("NFD")]) expect(countedMiss(query)).toBe("doi bang lai");
  expect([countedMiss("駕照"), countedMiss("驾照？")]).toEqual(["驾照", "驾照"]);
});

test.each([
  ["a telephone number", "0912 345 678"],
  ["a passport number", "C1234567"],
  ["an address for mail", "ten@example.vn"],
  ["full-width digits", "１２３４５６７"],
  ["a letter", "a"],
  ["no word", "?!"],
  ["a story", "tôi đi xe máy từ nhà ra cửa khẩu thì gặp một người bảo phải quay về nhà lấy giấy"],
])("%s is not counted", (_, query) => {
  expect(countedMiss(query)).toBeNull();
});

test("what a law or an emergency is called by its number is counted", () => {
  expect(countedMiss("nghị định 999/2016")).toBe("nghi dinh 999 2016");
  expect(countedMiss("gọi 1022")).toBe("goi 1022");
});
