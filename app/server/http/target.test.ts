import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_TARGET, readTarget } from "./target.server.ts";

describe("an address", () => {
  it.each([
    ["/VI", "/vi"],
    ["/vi/", "/vi"],
    ["/zh-CN/gates", "/zh/gates"],
    ["/zh_Hans/articles/x?q=1&r=%20", "/zh/articles/x?q=1&r=%20"],
    ["/cn", "/zh"],
    ["/vn/Articles/Gio-Mo-Cua", "/vi/articles/gio-mo-cua"],
    ["//vi//gates", "/vi/gates"],
    ["/%76i/gates", "/vi/gates"],
    ["/vi/articles/gi%C6%A1%CC%80", "/vi/articles/gi%E1%BB%9D"],
    ["/workbench/", "/workbench"],
    ["//evil.example/", "/evil.example"],
    ["/workbench//articles?x=%2F", "/workbench/articles?x=%2F"],
    ["/vi/articles/\u00c3\u00a1", "/vi/articles/%C3%A1"],
    ["/VI?q=\u00e9\u0080\u009a", "/vi?q=%E9%80%9A"],
  ])("%s is sent to %s", (raw, to) => {
    expect(readTarget(raw)).toEqual({ kind: "redirect", to });
  });

  it.each([
    "/",
    "/vi",
    "/zh/articles/x",
    "/vi/search?q=100%25",
    "/assets/a-B_c.js",
    "/@vite/client",
    "/workbench/join/AbC_-9",
    "/a:b@c",
    "/a%3Ab",
    "/_root.data?_routes=root",
  ])("%s stays", (raw) => {
    expect(readTarget(raw)).toMatchObject({ kind: "page" });
  });

  it.each([
    "/%",
    "/vi/%zz",
    "/vi/%C3%28",
    "/vi/%FF",
    "/vi?q=%E4%BD",
    "/a\u00ff",
    "/%00",
    "/vi/%0d%0aSet-Cookie:x",
    "http://evil.example/",
    "*",
    "",
    "/vi/%2e%2e/%2e%2e/etc/passwd",
    `/${"a".repeat(3000)}`,
  ])("%s is refused", (raw) => {
    expect(readTarget(raw)).toMatchObject({ kind: "refused", code: "bad_request" });
  });

  it("with a query of ten thousand characters is refused in the page's language", () => {
    expect(readTarget(`/zh/search?q=${"a".repeat(10_000)}`)).toEqual({ kind: "refused", code: "query_too_long", lang: "zh" });
    expect(readTarget(`/vi/search?q=${"a".repeat(LONGEST_TARGET - 20)}`).kind).toBe("page");
  });

  it("is never redirected twice, nor to another site, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom("vi", "ZH-cn", "%2F", "%5C", "\\", "..", "%61", "", "@x", "é"), fc.string({ maxLength: 6 }).map(encodeURI)), {
          maxLength: 5,
        }),
        (parts) => {
          const target = readTarget(`/${parts.join("/")}`);
          if (target.kind !== "redirect") return;
          expect(target.to).toMatch(/^\/(?![/\\])/);
          expect(readTarget(target.to).kind).toBe("page");
        },
      ),
    );
  });
});
