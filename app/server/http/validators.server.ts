import { createHash } from "node:crypto";

/**
 * An answer's entity tag, from its uncompressed bytes. Weak: brotli, gzip and plain bytes are one answer to a visitor,
 * and a page keeps its tag when better compressed bytes replace the first.
 */
export const weakTag = (body: Buffer): string => `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

/** Whether the asker holds the answer already (If-None-Match, compared weakly: RFC 9110, 13.1.2). */
export function isHeld(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === tag || ifNoneMatch.trim() === "*") return true;
  const opaque = (one: string) => one.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((one) => opaque(one) === opaque(tag));
}
