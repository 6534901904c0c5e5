/**
 * An unexpected console.error fails the test in which it was written. A test that expects one takes it over:
 * `const error = vi.spyOn(console, "error").mockImplementation(() => {})`, and says what it must have been.
 */
import { afterEach, beforeEach, expect, vi } from "vitest";

let unexpected: unknown[][] = [];

beforeEach(() => {
  unexpected = [];
  vi.spyOn(console, "error").mockImplementation((...words) => {
    unexpected.push(words);
  });
});

afterEach(() => {
  expect(unexpected, "console.error was called").toEqual([]);
});
