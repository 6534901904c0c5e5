import { expect, it } from "vitest";
import { onDay } from "./dated.ts";

const department = [
  { from: null, until: "2025-03-01", name: "information" },
  { from: "2025-03-01", until: null, name: "science" },
];

it("a renamed agency has the name of the day", () => {
  expect(onDay(department, "2025-02-28")?.name).toBe("information");
  expect(onDay(department, "2025-03-01")?.name).toBe("science");
  expect(onDay([{ from: "2026-01-01", until: null }], "2025-03-01")).toBeNull();
});

it("the newest of two that hold wins, and the list is left as it was", () => {
  const list = [
    { from: null, until: null, name: "old" },
    { from: "2024-05-27", until: null, name: "new" },
  ];
  expect(onDay(list, "2025-01-01")?.name).toBe("new");
  expect(list[0]?.name).toBe("old");
});
