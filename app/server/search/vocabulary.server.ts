import type Database from "better-sqlite3";
import { tokens } from "../../core/search/normalise.ts";
import { type Frequencies, LONGEST_BEGINNING } from "../../core/search/plan.ts";

/** Fewer rows than this are ranked in no time, whatever is asked. */
const SMALLEST = 5000;
/** A term in more than this share of the rows does not tell them apart. */
const COMMON_SHARE = 0.02;
/** So many rows, counted for each word, are more than can be put together for one beginning while somebody waits. */
const VAST_SHARE = 0.25;
/** When this share of the rows is new, what was counted is out of date. */
const MUCH = 0.1;
/** So many words are known at most, the most frequent ones: what near spellings are looked for among. */
const MOST_WORDS = 30_000;
/** A folded word of letters: nothing else is misspelt by a letter. */
const WORD = /^[a-z]{2,20}$/;

/** What is known of an index's terms without asking it; of a small index no term is common. */
export class Vocabulary implements Frequencies {
  readonly isCommon: Frequencies["isCommon"];
  readonly isVast: Frequencies["isVast"];
  readonly #words: Map<string, number>;

  private constructor(kept: readonly Kept[]) {
    const of = (kind: Kept["kind"]) => new Map(kept.flatMap((one) => (one.kind === kind ? [[one.term, one.count]] : [])));
    const [common, vast] = [of("common"), of("vast")];
    this.isCommon = (term) => common.has(term);
    this.isVast = (beginning) => vast.has(beginning);
    this.#words = of("word");
  }

  static readonly empty = (): Vocabulary => new Vocabulary([]);

  /** What was counted when the index was made, since counting a large one takes seconds; counted anew where much came since. */
  static of(database: Database.Database): Vocabulary {
    const kept = database.prepare<[], Kept>("SELECT kind, term, count FROM vocabulary").all();
    const rows = rowsIn(database);
    const then = kept.find(({ kind }) => kind === "rows")?.count ?? 0;
    return rows >= SMALLEST && Math.abs(rows - then) <= then * MUCH ? new Vocabulary(kept) : Vocabulary.count(database);
  }

  /** Counts the terms of an index, and keeps in it what is worth knowing. */
  static count(database: Database.Database): Vocabulary {
    const kept = counted(database);
    const insert = database.prepare<[string, string, number]>("INSERT OR REPLACE INTO vocabulary (kind, term, count) VALUES (?, ?, ?)");
    database.transaction(() => {
      database.exec("DELETE FROM vocabulary");
      for (const { kind, term, count } of kept) insert.run(kind, term, count);
    })();
    return new Vocabulary(kept);
  }

  /** Words of letters, folded, and in how many rows each stands. */
  get words(): ReadonlyMap<string, number> {
    return this.#words;
  }

  /** Takes up the words of a page that came since, here and in the index. */
  learn(database: Database.Database, text: string): void {
    const insert = database.prepare<[string]>("INSERT OR IGNORE INTO vocabulary (kind, term, count) VALUES ('word', ?, 1)");
    for (const { folded } of tokens(text)) {
      if (!WORD.test(folded) || this.#words.has(folded)) continue;
      this.#words.set(folded, 1);
      insert.run(folded);
    }
  }
}

const rowsIn = (database: Database.Database): number => database.prepare<[], number>("SELECT count(*) FROM entry").pluck().get() ?? 0;

/** A term that is common, a beginning that is vast, a word that is written right; or how many rows there were. */
interface Kept {
  kind: "common" | "vast" | "word" | "rows";
  term: string;
  count: number;
}

/** Reads every term once: a second for 10,000 pages. */
function counted(database: Database.Database): Kept[] {
  const rows = rowsIn(database);
  const isLarge = rows >= SMALLEST;
  const begun = new Map<string, number>();
  const common = new Map<string, number>();
  const words = new Map<string, number>();
  for (const { term, doc, isPair } of termsOf(database)) {
    const isCommon = isLarge && doc > rows * COMMON_SHARE;
    if (isCommon) common.set(term, doc);
    // Pairs are too many for all their beginnings to be counted; those of the common ones are what matters.
    if (isLarge && (isCommon || !isPair)) countBeginnings(begun, term, doc, isPair ? term.length : LONGEST_BEGINNING);
    if (!isPair && WORD.test(term)) words.set(term, doc);
    if (words.size > MOST_WORDS * 2) keepMostFrequent(words);
  }
  keepMostFrequent(words);
  for (const [beginning, count] of begun) if (count > rows * COMMON_SHARE) common.set(beginning, count);
  const vast = [...begun].filter(([, count]) => count > rows * VAST_SHARE);
  const as = (kind: Kept["kind"], terms: Iterable<[string, number]>): Kept[] => [...terms].map(([term, count]) => ({ kind, term, count }));
  return [...as("common", common), ...as("vast", vast), ...as("word", words), ...as("rows", [["", rows]])];
}

function countBeginnings(begun: Map<string, number>, term: string, count: number, longest: number): void {
  for (let end = 1; end <= Math.min(longest, term.length); end++) {
    const beginning = `${term.slice(0, end)}*`;
    begun.set(beginning, (begun.get(beginning) ?? 0) + count);
  }
}

interface Term {
  term: string;
  /** In how many rows it stands. */
  doc: number;
  isPair: boolean;
}

/** The words of pages and of names, and the pairs of pages. */
function* termsOf(database: Database.Database): Generator<Term> {
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_terms USING fts5vocab (main, words, col)");
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_terms USING fts5vocab (main, names, col)");
  const terms = database.prepare<[], { term: string; doc: number; col: string }>(`
    SELECT term, doc, col FROM temp.name_terms WHERE col = 'title' UNION ALL SELECT term, doc, col FROM temp.word_terms WHERE col IN ('body', 'pairs')`);
  for (const { term, doc, col } of terms.iterate()) yield { term, doc, isPair: col === "pairs" };
}

function keepMostFrequent(words: Map<string, number>): void {
  if (words.size <= MOST_WORDS) return;
  const kept = [...words].sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS);
  words.clear();
  for (const [word, count] of kept) words.set(word, count);
}
