import { expect, test } from "vitest";
import { readSent } from "./send-draft.ts";

test("a number is an answer, faults are told field by field, and a full day waits", () => {
  expect(readSent(201, null, { number: "QN-7K3M-9TXA-4WPD" })).toEqual({ number: "QN-7K3M-9TXA-4WPD" });
  expect(readSent(422, null, { faults: { text: "missing" } })).toEqual({ faults: { text: "missing" } });
  expect(readSent(429, "601", { error: {} })).toEqual({ tooMany: { minutes: 11 } });
  expect(readSent(429, null, null)).toEqual({ tooMany: { minutes: 1 } });
});

test("what is no answer of ours is nobody reached: nothing of what was written is given up", () => {
  for (const [status, body] of [
    [200, "<html>"],
    [201, {}],
    [422, {}],
    [503, { error: {} }],
    [404, null],
  ] as const)
    expect(readSent(status, null, body)).toEqual({ unreached: true });
});
