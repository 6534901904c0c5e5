import { describe, expect, it } from "vitest";
import { assertAdministered } from "./administration.ts";
import { browserName } from "./browser-name.ts";
import { keyFrom } from "./key.ts";
import { assertFresh, inGroups, isConfirmed, readCode } from "./second-factor.ts";
import { siteOfGate } from "./site.ts";

describe("a session's browser", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", "Chrome · Windows"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0", "Edge · Windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15", "Safari · macOS"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Mobile Safari/604.1", "Chrome · iPhone"],
    ["Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36", "Samsung Internet · Android"],
    ["Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0", "WeChat · Android"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox · Linux"],
    ["curl/8.5.0", ""],
    ["", ""],
  ])("%s", (header, name) => expect(browserName(header)).toBe(name));
});

describe("the office of an administrator", () => {
  const change = { own: false, was: true, willBe: false, others: 1 };
  it("can be taken from another while somebody holds it still", () => expect(() => assertAdministered(change)).not.toThrow());
  it("is not laid down by one's own hand", () => expect(() => assertAdministered({ ...change, own: true })).toThrow("own_administration"));
  it("is never left empty", () => {
    for (const own of [true, false]) expect(() => assertAdministered({ ...change, own, others: 0 })).toThrow("last_administrator");
  });
  it("is no matter of who never held it, or keeps it", () => {
    expect(() => assertAdministered({ ...change, was: false, others: 0 })).not.toThrow();
    expect(() => assertAdministered({ ...change, willBe: true, others: 0 })).not.toThrow();
  });
});

describe("a second factor", () => {
  it("takes a code as people and keyboards write it", () => {
    expect(["123456", " 123 456 ", "123-456", "１２３４５６"].map(readCode)).toEqual(Array(4).fill("123456"));
    for (const none of ["", "12345", "1234567", "12345a", "<script>"]) expect(() => readCode(none)).toThrow("wrong_code");
  });

  it("takes each period once, and none before it", () => {
    expect(assertFresh(7, 6)).toBe(7);
    expect(assertFresh(7, null)).toBe(7);
    for (const used of [7, 8]) expect(() => assertFresh(7, used)).toThrow("wrong_code");
    expect(() => assertFresh(null, null)).toThrow("wrong_code");
  });

  it("counts from its first code on, and shows its key in groups", () => {
    expect([isConfirmed(null), isConfirmed({ kept: "A", period: null }), isConfirmed({ kept: "A", period: 1 })]).toEqual([false, false, true]);
    expect(inGroups("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
  });
});

describe("keys and names of sites", () => {
  it("a key comes from the name, without accents; a number follows where it is taken", () => {
    expect(keyFrom("Cụm thông tin xã Đồng Đăng", [])).toBe("cum-thong-tin-xa-dong-dang");
    expect(keyFrom("Đội 1", ["doi-1", "doi-1-2"])).toBe("doi-1-3");
    expect(keyFrom("x".repeat(100), []).length).toBeLessThanOrEqual(40);
    expect(() => keyFrom("信息组", [])).toThrow("invalid");
  });

  it("a gate without a confirmed name in a language goes by the other", () => {
    expect(siteOfGate({ key: "chi-ma", position: 4, name: { vi: "Chi Ma", zh: null } }).name).toEqual({ vi: "Chi Ma", zh: "Chi Ma" });
  });
});
