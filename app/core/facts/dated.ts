import type { ByLang } from "../language/languages.ts";

/** Something that holds between two days (YYYY-MM-DD, Hanoi); null: without a beginning or an end. */
export interface Dated {
  from: string | null;
  until: string | null;
}

export interface DatedName extends Dated {
  name: ByLang<string>;
}

/** The entry that holds on a day: the newest of those that have begun and not ended. */
export function onDay<T extends Dated>(entries: readonly T[], day: string): T | null {
  const valid = entries.filter((entry) => (!entry.from || entry.from <= day) && (!entry.until || day < entry.until));
  return valid.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1))[0] ?? null;
}

/** An agency; it keeps its key when it is renamed or merged. */
export interface Agency {
  key: string;
  names: DatedName[];
  /** Null: not published. Never invented. */
  phone: string | null;
}
