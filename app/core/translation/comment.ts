import type { Owner } from "./wording.ts";

/** What was said about a unit. */
export interface Comment {
  id: string;
  owner: Owner;
  unit: string;
  text: string;
  /** Ids of the members who are named in it. */
  mentions: string[];
  by: string;
  at: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

/** The longest that can be said at once, in UTF-16 units. */
export const MAX_COMMENT = 2_000;

/** So much of it reaches an inbox. */
const NOTE = 120;

export interface Nameable {
  id: string;
  name: string;
}

/**
 * The members whom a text names by `@` and their whole name, each once. Of names that begin alike the longest counts: "@Lan Anh" is not
 * Lan. Everybody of one and the same name is meant: it is better that one too many reads it.
 */
export function mentionsIn(text: string, members: readonly Nameable[]): string[] {
  const found = new Set<string>();
  const lower = text.normalize("NFC").toLowerCase();
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    const rest = lower.slice(at + 1);
    const named = members.filter(({ name }) => name && rest.startsWith(name.normalize("NFC").toLowerCase()) && !continues(rest, name));
    const longest = Math.max(0, ...named.map(({ name }) => name.length));
    for (const { id, name } of named) if (name.length === longest) found.add(id);
  }
  return [...found];
}

/** Latin letters that go on after a name make it another's; Chinese is set without spaces. */
function continues(rest: string, name: string): boolean {
  const next = [...rest.slice(name.normalize("NFC").length)][0] ?? "";
  const last = [...name].at(-1) ?? "";
  return /[\p{L}\p{M}\p{N}]/u.test(next) && !/\p{Script=Han}/u.test(next) && !/\p{Script=Han}/u.test(last);
}

/** The first words of a comment, on one line. */
export function noteOf(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return [...line].length <= NOTE ? line : `${[...line].slice(0, NOTE - 1).join("")}…`;
}
