import { describe, expect, it } from "vitest";
import { ACTS, actOf, KEYS } from "./keys.ts";

const press = (code: string, more: Partial<KeyboardEvent> = {}) => ({
  code,
  key: "",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

const typing = { typing: true, singleKeys: true };
const elsewhere = { typing: false, singleKeys: true };

describe("the desk's keys", () => {
  it("mean one thing each", () => {
    expect(new Set(ACTS.map((act) => `${KEYS[act].modifier} ${KEYS[act].code}`)).size).toBe(ACTS.length);
  });

  it("are the same place on the keyboard, whatever it types there", () => {
    expect(actOf(press("KeyN", { altKey: true, key: "˜" }), typing)).toBe("nextUnfinished");
    expect(actOf(press("Enter", { metaKey: true, key: "Enter" }), typing)).toBe("save");
    expect(actOf(press("NumpadEnter", { ctrlKey: true, key: "Enter" }), typing)).toBe("save");
  });

  it("leave an input method alone while it puts characters together", () => {
    expect(actOf(press("Enter", { ctrlKey: true, isComposing: true }), typing)).toBeNull();
    expect(actOf(press("KeyN", { altKey: true, keyCode: 229 }), typing)).toBeNull();
  });

  it("leave plain typing, browsers' own keys and AltGr alone", () => {
    for (const letter of "DEFHSVBTZ") expect(actOf(press(`Key${letter}`, { altKey: true }), typing), letter).toBeNull();
    for (const code of ["KeyN", "KeyP", "KeyA", "KeyC", "Enter"]) expect(actOf(press(code), typing), code).toBeNull();
    expect(actOf(press("KeyA", { altKey: true, ctrlKey: true }), typing)).toBeNull();
    expect(actOf(press("KeyC", { ctrlKey: true }), typing)).toBeNull();
    for (const code of ["ArrowLeft", "ArrowRight"]) expect(actOf(press(code, { altKey: true }), elsewhere), code).toBeNull();
  });

  it("show their sheet for a question mark, but not where one is being typed", () => {
    expect(actOf(press("Slash", { key: "?", shiftKey: true }), elsewhere)).toBe("help");
    expect(actOf(press("Slash", { key: "？", shiftKey: true }), elsewhere)).toBe("help");
    expect(actOf(press("Slash", { key: "?", shiftKey: true }), typing)).toBeNull();
  });

  it("by themselves do nothing where they were turned off; with Alt they still do", () => {
    const off = { typing: false, singleKeys: false };
    for (const key of ["?", "？"]) expect(actOf(press("Slash", { key, shiftKey: true }), off), key).toBeNull();
    expect(actOf(press("Slash", { key: "/", altKey: true }), off)).toBe("help");
    expect(actOf(press("KeyN", { altKey: true }), off)).toBe("nextUnfinished");
  });
});
