import { expect, test } from "vitest";
import { hashPin, isPin, isWellFormedPin } from "./pin.ts";

test("a PIN is told right from wrong by its hash alone", () => {
  const hash = hashPin("482915", "0123456789abcdef");
  expect(isPin("482915", hash)).toBe(true);
  expect(isPin("482916", hash)).toBe(false);
  expect(hash).not.toContain("482915");
  expect(hashPin("482915", "another-salt-0000")).not.toBe(hash);
});

test("a PIN has six digits or more, and nothing else", () => {
  expect(["482915", "123456789012"].every(isWellFormedPin)).toBe(true);
  expect(["48291", "48291a", "1234567890123", ""].some(isWellFormedPin)).toBe(false);
});
