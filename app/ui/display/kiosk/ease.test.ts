import { expect, test } from "vitest";
import { applyEase, NO_EASE } from "./ease.ts";

const root = (dataset: Record<string, string>) => ({ dataset }) as unknown as HTMLElement;

test("what was made easier is laid over the page, and taken off without a trace", () => {
  const page = root({ theme: "own" });
  const takeOff = applyEase({ size: 2, look: "dark-more", low: true }, page);
  expect(page.dataset).toEqual({ theme: "own", size: "2", look: "dark-more", low: "" });
  takeOff();
  expect(page.dataset).toEqual({ theme: "own" });
  applyEase(NO_EASE, page);
  expect(page.dataset).toEqual({ theme: "own" });
});
