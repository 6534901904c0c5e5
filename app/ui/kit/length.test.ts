import { expect, it } from "vitest";
import { lengthWords } from "./length.ts";

it.each([
  [1, "0:01"],
  [59.6, "1:00"],
  [725, "12:05"],
  [3_723, "1:02:03"],
])("%d seconds are shown as %s", (seconds, words) => expect(lengthWords(seconds)).toBe(words));
