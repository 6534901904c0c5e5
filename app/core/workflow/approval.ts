import { hashOf } from "../hash.ts";
import { type ByLang, LANGS } from "../language/languages.ts";

/**
 * The unit that stands for an article's structure and what it is about: approved like its segments.
 * The sign keeps it apart from any segment's id.
 */
export const STRUCTURE_UNIT = "#structure";

export interface Approval {
  unit: string;
  /** Bound to the words of every language: any later edit makes it worthless, by itself. */
  pairHash: string;
  texts: ByLang<string>;
  by: string | null;
  at: Date;
  /** Why a publisher approved in spite of the rule of the second person; null: by the rule. */
  reason: string | null;
}

/** Hash of a unit's words in every language, and of its shape (kind, marks) in the tree. */
export const pairHash = (unit: string, shape: unknown, texts: ByLang<string>): string => hashOf({ unit, shape, texts });

export interface Edit {
  unit: string;
  lang: string;
  text: string;
  by: string | null;
  at: Date;
}

/** Who changed which words when, without the words. */
export type Authorship = Pick<Edit, "lang" | "by" | "at">;

/**
 * The members whose work a new approval of a unit would cover: everyone who changed its words after its last approval,
 * whoever finished the sentence. Words that are back to what was approved count for nobody.
 */
export function authorsSince(approval: Approval | null, edits: readonly Authorship[], texts: ByLang<string>): Set<string> {
  const changed: string[] = LANGS.filter((lang) => approval?.texts[lang] !== texts[lang]);
  // No word differs and yet approval is asked for: what changed is the unit's shape, which belongs to all languages.
  const concerned: readonly string[] = changed.length ? changed : LANGS;
  const newer = edits.filter((edit) => concerned.includes(edit.lang) && (!approval || edit.at >= approval.at));
  return new Set(newer.flatMap((edit) => (edit.by ? [edit.by] : [])));
}
