import { expect, it } from "vitest";
import { articlePath, twinPath, withAnchor } from "./paths.ts";

it.each([
  ["/vi", "", "/zh"],
  ["/vi/articles/mang-tien-mat", "", "/zh/articles/mang-tien-mat"],
  ["/vi/articles/mang-tien-mat/side-by-side", "", "/zh/articles/mang-tien-mat/side-by-side"],
  ["/vi/search", "?q=ti%E1%BB%81n", "/zh/search?q=ti%E1%BB%81n"],
  ["/vi/topics/vi", "?after=00ff", "/zh/topics/vi?after=00ff"],
])("switching language on %s%s stays at the same place", (path, query, twin) => {
  expect(twinPath(path, query, "zh")).toBe(twin);
});

it("a link from a search result opens the very paragraph", () => {
  expect(withAnchor(articlePath("vi", "mang-tien-mat"), "where-desk")).toBe("/vi/articles/mang-tien-mat#s-where-desk");
});
