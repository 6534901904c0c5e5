import type Database from "better-sqlite3";
import { tokens } from "../../core/search/normalise.ts";
import { LONGEST_BEGINNING } from "../../core/search/plan.ts";

/** Fewer rows than this are ranked in no time, whatever is asked. */
const SMALLEST = 5000;
/** A term in more than this share of the rows does not tell them apart. */
const COMMON_SHARE = 0.02;
/** So many words are known at most, the most frequent ones: what near spellings are looked for among. */
const MOST_WORDS = 30_000;
/** A folded word of letters: nothing else is misspelt by a letter. */
const WORD = /^[a-z]{2,20}$/;

/** What is known of an index's terms without asking it. */
export class Vocabulary {
  /** Terms that stand in so many rows that ranking by them costs much and says little, and beginnings ("关*") that do. Empty for a small index. */
  readonly common: ReadonlySet<string>;
  readonly #words: Map<string, number>;

  private constructor(common: ReadonlySet<string>, words: Map<string, number>) {
    this.common = common;
    this.#words = words;
  }

  static readonly empty = (): Vocabulary => new Vocabulary(new Set(), new Map());

  /** Reads every term of an index once: a second or two for 100,000 pages. */
  static of(database: Database.Database): Vocabulary {
    const rows = database.prepare<[], number>("SELECT count(*) FROM entry").pluck().get() ?? 0;
    const limit = rows < SMALLEST ? Number.POSITIVE_INFINITY : rows * COMMON_SHARE;
    const begun = new Map<string, number>();
    const common = new Set<string>();
    const words = new Map<string, number>();
    database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab (main, words, col)");
    const terms = database.prepare<[], { term: string; col: string; doc: number }>(
      "SELECT term, col, doc FROM temp.terms WHERE col IN ('title', 'body', 'pairs')",
    );
    for (const { term, col, doc } of terms.iterate()) {
      if (doc > limit) common.add(term);
      if (col === "pairs") {
        // Too many to be counted; but what a common pair begins with is common.
        if (doc > limit) for (let end = LONGEST_BEGINNING; end <= term.length; end++) common.add(`${term.slice(0, end)}*`);
        continue;
      }
      if (WORD.test(term)) words.set(term, Math.max(doc, words.get(term) ?? 0));
      if (words.size > MOST_WORDS * 2) keepMostFrequent(words);
      if (limit === Number.POSITIVE_INFINITY) continue;
      const characters = [...term].slice(0, LONGEST_BEGINNING);
      characters.forEach((_, index) => {
        const beginning = `${characters.slice(0, index + 1).join("")}*`;
        begun.set(beginning, (begun.get(beginning) ?? 0) + doc);
      });
    }
    for (const [beginning, count] of begun) if (count > limit) common.add(beginning);
    keepMostFrequent(words);
    return new Vocabulary(common, words);
  }

  /** Words of letters, folded, and in how many rows each stands. */
  get words(): ReadonlyMap<string, number> {
    return this.#words;
  }

  /** Takes up the words of a page that came since. */
  learn(text: string): void {
    for (const { folded } of tokens(text)) if (WORD.test(folded) && !this.#words.has(folded)) this.#words.set(folded, 1);
  }
}

function keepMostFrequent(words: Map<string, number>): void {
  if (words.size <= MOST_WORDS) return;
  const kept = [...words].sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
  words.clear();
  for (const [word, count] of kept) words.set(word, count);
}
