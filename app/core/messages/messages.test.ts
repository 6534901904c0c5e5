import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft, LONGEST_CONTACT, LONGEST_TEXT } from "./draft.ts";
import { expiryOf, stateOf } from "./message.ts";
import { numberFrom, readNumber } from "./number.ts";
import { addressOf, placeOfTopic, readPlace } from "./place.ts";

const draft = { text: "Mang bao nhiêu tiền mặt?", contact: "", consent: true, trap: "" };

describe("what somebody fills in", () => {
  it("is kept in one form, without what nobody can see", () => {
    const { text, contact, faults } = checkDraft({ ...draft, text: " \uFEFFCa\u0302\u0300u\r\nNối\u200B\u0000 \uD800", contact: " a@b.vn " });
    expect({ text, contact, faults }).toEqual({ text: "Cầu\nNối", contact: "a@b.vn", faults: {} });
    expect(checkDraft({ ...draft, contact: " \u200B" }).contact).toBeNull();
  });

  it("is told everything that is wrong with it at once, field by field", () => {
    expect(checkDraft({ text: " \n", contact: "a\nb", consent: false, trap: "http://" }).faults).toEqual({
      text: "missing",
      contact: "many_lines",
      consent: "missing",
      trap: "filled",
    });
  });

  it("may be as long as promised in either script, and no longer", () => {
    for (const character of ["ắ", "关", "𠮷", "x"]) {
      expect(checkDraft({ ...draft, text: character.repeat(LONGEST_TEXT), contact: character.repeat(LONGEST_CONTACT) }).faults).toEqual({});
      expect(checkDraft({ ...draft, text: character.repeat(LONGEST_TEXT + 1) }).faults).toEqual({ text: "too_long" });
      expect(checkDraft({ ...draft, contact: character.repeat(LONGEST_CONTACT + 1) }).faults).toEqual({ contact: "too_long" });
    }
  });
});

describe("a message's number", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 15, maxLength: 64 });

  it("is read again however it was typed: small, full-width, without its dashes or beginning", () => {
    fc.assert(
      fc.property(digits, (random) => {
        const number = numberFrom(random);
        expect(number).toMatch(/^QN(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
        const wide = number.replaceAll(/[0-9A-Z]/g, (symbol) => String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0));
        for (const typed of [number, number.toLowerCase(), number.replaceAll("-", " "), ` ${number.slice(3)} `, wide, number.replaceAll("-", "–")])
          expect(readNumber(typed)).toBe(number);
      }),
    );
  });

  it("takes letters that look like digits for digits", () => {
    expect(readNumber("QN-OOO0-lI11-abcd")).toBe("QN-0000-1111-ABCD");
  });

  it("holds all of its sixty bits", () => {
    expect(numberFrom("000000000000001")).toBe("QN-0000-0000-0001");
    expect(numberFrom("fffffffffffffff")).toBe("QN-ZZZZ-ZZZZ-ZZZZ");
    expect(numberFrom("800000000000000")).toBe("QN-G000-0000-0000");
  });

  it.each(["", "QN", "QN-7K3M-9TXA", "QN-7K3M-9TXA-4WPDX", "QN-7K3M-9TXA-4WP!", "XX-7K3M-9TXA-4WPD", "QN-UUUU-UUUU-UUUU"])("%j is none", (typed) => {
    expect(readNumber(typed)).toBeNull();
  });
});

describe("the place that a message speaks of", () => {
  it("is a page of the portal and a segment in it, without what was searched for", () => {
    expect(readPlace("/vi/articles/mang-tien-mat", "s-where")).toEqual({ path: "/vi/articles/mang-tien-mat", segment: "where" });
    expect(readPlace("/zh", "")).toEqual({ path: "/zh", segment: null });
    expect(readPlace("/zh/search?q=my%20illness", "")).toEqual({ path: "/zh/search", segment: null });
  });

  it.each(["https://example.org/vi", "//example.org", "/vi//example.org", "/en/gates", "/vi/../workbench", "javascript:alert(1)", "/workbench", "", "/vi/<b>"])(
    "%j is none",
    (path) => expect(readPlace(path, "")).toBeNull(),
  );

  it("leaves out a segment that cannot be one", () => {
    for (const segment of ["", "s-", "a b", '"><script>', "x".repeat(65)]) expect(readPlace("/vi/gates", segment)?.segment).toBeNull();
  });

  it("of a question with a topic is the topic's page", () => {
    expect(placeOfTopic("zh", "papers")).toEqual({ path: "/zh/topics/papers", segment: null });
    expect([placeOfTopic("vi", ""), placeOfTopic("vi", "?x"), placeOfTopic("vi", "../..")]).toEqual([null, null, null]);
  });

  it("has an address that opens it", () => {
    expect(addressOf({ path: "/vi/articles/a", segment: "b" })).toBe("/vi/articles/a#s-b");
    expect(addressOf({ path: "/vi/articles/a", segment: null })).toBe("/vi/articles/a");
  });
});

it("a message waits until it is answered or marked, and is kept for ninety days", () => {
  const at = new Date("2026-11-23T01:00:00Z");
  expect(stateOf({ reply: null, repliedAt: null })).toBe("waiting");
  expect(stateOf({ reply: null, repliedAt: at })).toBe("settled");
  expect(stateOf({ reply: { vi: "a", zh: "b" }, repliedAt: at })).toBe("answered");
  expect(expiryOf(at)).toEqual(new Date("2027-02-21T01:00:00Z"));
});
