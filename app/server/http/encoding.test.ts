import { expect, it } from "vitest";
import { acceptedEncoding, isCompressible } from "./encoding.server.ts";
import { isHeld, weakTag } from "./validators.server.ts";

it.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["BR;q=1.0", "br"],
  ["deflate", "identity"],
])("Accept-Encoding %s gets %s", (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

it("pictures and crumbs are not compressed", () => {
  expect([
    isCompressible("text/html; charset=utf-8", 2000),
    isCompressible("application/ld+json", 2000),
    isCompressible("image/webp", 2000),
    isCompressible("text/html", 100),
  ]).toEqual([true, true, false, false]);
});

it("a tag is recognised weakly, in a list, and as a star", () => {
  const tag = weakTag(Buffer.from("x"));
  expect([tag, tag.slice(2), `"other", ${tag}`, "*"].map((header) => isHeld(header, tag))).toEqual([true, true, true, true]);
  expect([undefined, '"other"', 'W/"x"'].map((header) => isHeld(header, tag))).toEqual([false, false, false]);
});
