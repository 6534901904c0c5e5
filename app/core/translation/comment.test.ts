import { describe, expect, it } from "vitest";
import { mentionsIn, noteOf } from "./comment.ts";

const MEMBERS = [
  { id: "1", name: "Lan" },
  { id: "2", name: "Lan Anh" },
  { id: "3", name: "李明" },
  { id: "4", name: "Nông Thị Lan" },
  { id: "5", name: "李明" },
];

describe("who is named in a comment", () => {
  it("is whoever's whole name follows an @, in any case and either form of its accents", () => {
    expect(mentionsIn("Nhờ @nông thị lan xem.", MEMBERS)).toEqual(["4"]);
    expect(mentionsIn("Nhờ @Nông Thị Lan, @Lan".normalize("NFD"), MEMBERS)).toEqual(["4", "1"]);
    expect(mentionsIn("Nông Thị Lan, lan@example.vn", MEMBERS)).toEqual([]);
    expect(mentionsIn("", MEMBERS)).toEqual([]);
  });
  it("is the longest of names that begin alike, and not a part of another's", () => {
    expect(mentionsIn("@Lan Anh", MEMBERS)).toEqual(["2"]);
    expect(mentionsIn("@Lan anhem", MEMBERS)).toEqual(["1"]);
    expect(mentionsIn("@Lanh", MEMBERS)).toEqual([]);
  });
  it("needs no space after Chinese names, and means everybody of the name", () => {
    expect(mentionsIn("请@李明看一下", MEMBERS)).toEqual(["3", "5"]);
  });
});

it("an inbox gets the first words, on one line", () => {
  expect(noteOf(" Xem\n lại ")).toBe("Xem lại");
  expect([...noteOf("字".repeat(500))]).toHaveLength(120);
  expect(noteOf("字".repeat(500)).endsWith("…")).toBe(true);
});
