import type Database from "better-sqlite3";

/** Fewer rows than this are ranked in no time, whatever is asked. */
const SMALLEST = 5000;
/** A term in more than this share of the rows does not tell them apart. */
const COMMON_SHARE = 0.02;
/** Of beginnings that are asked for as such ("关*", "h*", "th*"): how many characters they may have. */
const LONGEST_BEGINNING = 2;

/**
 * The terms of an index that stand in so many rows that ranking by them costs much and says little, and the beginnings of
 * terms ("关*") that do. Empty for a small index. Reads every term once: a second or two for 100,000 pages.
 */
export function commonTerms(database: Database.Database): Set<string> {
  const rows = database.prepare<[], number>("SELECT count(*) FROM entry").pluck().get() ?? 0;
  if (rows < SMALLEST) return new Set();
  const limit = rows * COMMON_SHARE;
  const begun = new Map<string, number>();
  const common = new Set<string>();
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab (main, words, row)");
  for (const { term, doc } of database.prepare<[], { term: string; doc: number }>("SELECT term, doc FROM temp.terms").iterate()) {
    if (doc > limit) common.add(term);
    const characters = [...term].slice(0, LONGEST_BEGINNING);
    characters.forEach((_, index) => {
      const beginning = `${characters.slice(0, index + 1).join("")}*`;
      begun.set(beginning, (begun.get(beginning) ?? 0) + doc);
    });
  }
  for (const [beginning, count] of begun) if (count > limit) common.add(beginning);
  return common;
}
