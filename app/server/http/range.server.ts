/** A range of bytes, both ends included. */
export interface Range {
  from: number;
  to: number;
}

/** The one range that is asked for; null: none, or what is not served in parts. "outside": there are no such bytes. */
export function rangeOf(header: string | undefined, bytes: number): Range | "outside" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const from = match[1] === "" ? Math.max(0, bytes - Number(match[2])) : Number(match[1]);
  const last = match[1] === "" || match[2] === "" ? bytes - 1 : Number(match[2]);
  if (from >= bytes) return "outside";
  // One that ends before it begins is none (RFC 9110).
  return last < from ? null : { from, to: Math.min(last, bytes - 1) };
}
