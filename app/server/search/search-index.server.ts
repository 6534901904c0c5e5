import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { AppError } from "../../core/errors.ts";
import { LANGS, type Lang } from "../../core/language/languages.ts";
import type { SearchDocument, SearchQuery, SearchResult } from "../../core/search/document.ts";
import { COLUMN_WEIGHTS, indexRow } from "../../core/search/index-row.ts";
import { NORMALISER_VERSION } from "../../core/search/normalise.ts";
import { present } from "../../core/search/passage.ts";
import { planQuery, type QueryPlan, readQuery } from "../../core/search/plan.ts";
import { closeness } from "../../core/search/rank.ts";
import { commonTerms } from "./common-terms.server.ts";
import type { Asks, ContentState } from "./messages.server.ts";

/** Raised when the tables below change. */
const LAYOUT = 1;
/** Whatever changes the terms of a text: our rules, the languages, and Unicode's tables inside Node. */
const MADE_BY = [LAYOUT, NORMALISER_VERSION, LANGS.join("+"), process.versions.unicode].join("/");

/** Rows taken from the ranking by words, two languages a page, and pages of them that are looked at more closely. */
const RANKED_ROWS = 100;
const RECHECKED_PAGES = 50;
const MOST_HITS = 50;
/** With as many rows whose names hold the whole query, no other is looked for. */
const PLENTY_ROWS = 50;
/** With fewer rows that hold the whole query, pages that hold a part of it are looked for too. */
const ENOUGH_ROWS = 10;
/** How much more a page counts that holds the whole query; and the share of the best score below which one that does not is left out. */
const WHOLE = 1.5;
const WORTH_SHOWING = 0.15;

const TABLES = `
  CREATE TABLE content (one INTEGER PRIMARY KEY CHECK (one = 1), generation TEXT NOT NULL, revision INTEGER NOT NULL, made_by TEXT NOT NULL);
  CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
  CREATE TABLE entry (number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (number), lang TEXT NOT NULL);
  CREATE INDEX entry_document ON entry (document);
  CREATE VIRTUAL TABLE words USING fts5 (title, body, exact, alt, content = '', contentless_delete = 1, prefix = '1 2', tokenize = "unicode61 remove_diacritics 0");
  INSERT INTO words (words, rank) VALUES ('rank', 'bm25(${Object.values(COLUMN_WEIGHTS).join(", ")})');
  CREATE VIRTUAL TABLE names USING fts5 (title, exact, alt, content = '', contentless_delete = 1, prefix = '1 2', tokenize = "unicode61 remove_diacritics 0");
  INSERT INTO names (names, rank) VALUES ('rank', 'bm25(${COLUMN_WEIGHTS.title}, ${COLUMN_WEIGHTS.exact}, ${COLUMN_WEIGHTS.alt})');
`;

interface RankedRow {
  entry: number;
  document: number;
  id: string;
  body: string;
  lang: Lang;
  rank: number;
}

/**
 * The index of one instance: a file that can always be made again, one row for each page and language.
 * Its content's state is written in the transaction that writes its rows, so it never claims what it does not hold.
 */
export class SearchIndex {
  readonly #database: Database.Database;
  #content: ContentState | null;
  /** Terms that stand nearly everywhere, as they were counted when the index was opened or sealed. */
  #common: ReadonlySet<string>;

  private constructor(database: Database.Database, content: ContentState | null) {
    this.#database = database;
    this.#content = content;
    this.#common = content ? commonTerms(database) : new Set();
  }

  /** Opens the file if it holds exactly this content and is sound; else an empty one in its place (`kept: false`), to be filled and sealed. */
  static open({ file, content, fresh }: Asks["open"]["take"]): { index: SearchIndex; kept: boolean } {
    const found = fresh ? null : openSound(file, content);
    if (found) return { index: new SearchIndex(found, content), kept: true };
    for (const part of ["", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
    const database = connect(file);
    // What is lost while filling is filled again: only `seal` waits for the disk.
    database.pragma("synchronous = OFF");
    database.exec(TABLES);
    return { index: new SearchIndex(database, null), kept: false };
  }

  /** Puts documents into an index that is not sealed yet; each replaces the one with its id. */
  fill(documents: readonly SearchDocument[]): void {
    this.#database.transaction(() => {
      for (const document of documents) this.#put(document);
    })();
  }

  seal(content: ContentState): void {
    this.#database.exec("INSERT INTO words (words) VALUES ('optimize'); INSERT INTO names (names) VALUES ('optimize')");
    this.#database.pragma("synchronous = NORMAL");
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    this.#write(content, () => {});
    this.#common = commonTerms(this.#database);
  }

  /** Brings the index up to a revision. A revision that it holds already changes nothing. */
  apply({ content, changed, removed }: Asks["apply"]["take"]): Asks["apply"]["give"] {
    const held = this.#sealed();
    if (held.generationId !== content.generationId) return "stranger";
    if (content.revision <= held.revision) return "known";
    this.#write(content, () => {
      for (const id of removed) this.#drop(id);
      for (const document of changed) this.#put(document);
    });
    return "applied";
  }

  /** @throws AppError `query_too_long`; `busy` while the index is being filled */
  query({ text, lang, limit }: SearchQuery): SearchResult {
    const { revision } = this.#sealed();
    const query = readQuery(text);
    const plan = planQuery(query, (term) => this.#common.has(term));
    if (!plan) return { hits: [], revision };
    const { rows, whole } = this.#find(plan);
    const best = new Map<string, { document: SearchDocument; score: number; whole: boolean }>();
    for (const row of rows) {
      if (best.size >= RECHECKED_PAGES && !best.has(row.id)) continue;
      const document = JSON.parse(row.body) as SearchDocument;
      const isWhole = whole.has(row.document);
      // The engine's rank is the better the further below zero.
      const score = -row.rank * closeness(document.versions[row.lang], plan.needles, query) * (isWhole ? WHOLE : 1);
      if (score > (best.get(row.id)?.score ?? -1)) best.set(row.id, { document, score, whole: isWhole });
    }
    const sorted = [...best.values()].sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
    const top = sorted[0]?.score ?? 0;
    const chosen = sorted.filter((hit) => hit.whole || hit.score >= top * WORTH_SHOWING).slice(0, Math.min(MOST_HITS, Math.max(1, Math.trunc(limit) || 1)));
    return { hits: chosen.map(({ document }) => present(document, plan.needles, lang)), revision };
  }

  close(): void {
    this.#database.close();
  }

  /** The rows to look at more closely, the best first, and the pages that hold the whole query. */
  #find(plan: QueryPlan): { rows: RankedRow[]; whole: Set<number> } {
    const pages = (rows: RankedRow[]) => new Set(rows.map((row) => row.document));
    const named = this.#ranked("names", plan.named);
    if (named.length >= PLENTY_ROWS) return { rows: named, whole: pages(named) };
    if (plan.common) {
      const any = [...named, ...this.#unranked(plan.strict)];
      return { rows: any, whole: pages(any) };
    }
    const strict = this.#ranked("words", plan.strict);
    const whole = pages(strict);
    if (strict.length >= ENOUGH_ROWS) return { rows: strict, whole };
    const loose = this.#ranked("words", plan.loose);
    // A loose rank counts other words than a strict one: each is compared with its like, and what was found whole is never lost.
    const lacking = strict.filter((row) => !loose.some((other) => other.entry === row.entry));
    const rows = [...lacking, ...loose];
    return rows.length === 0 && plan.scattered ? { rows: this.#ranked("words", plan.scattered), whole } : { rows, whole };
  }

  #ranked(table: "names" | "words", expression: string): RankedRow[] {
    return this.#rows(`SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`, expression);
  }

  /** Newest pages first, all as good: for words that stand nearly everywhere. */
  #unranked(expression: string): RankedRow[] {
    return this.#rows("SELECT rowid, 0 AS rank FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", expression);
  }

  #rows(found: string, expression: string): RankedRow[] {
    return this.#database
      .prepare<[string, number], RankedRow>(`
        SELECT entry.number AS entry, document.number AS document, document.id, document.body, entry.lang, found.rank
        FROM (${found}) AS found
        JOIN entry ON entry.number = found.rowid JOIN document ON document.number = entry.document
        ORDER BY found.rank`)
      .all(expression, RANKED_ROWS);
  }

  #sealed(): ContentState {
    if (!this.#content) throw new AppError("busy");
    return this.#content;
  }

  /** The change and the state that it leads to, in one transaction. */
  #write(content: ContentState, change: () => void): void {
    this.#database.transaction(() => {
      change();
      this.#database
        .prepare(
          "INSERT INTO content (one, generation, revision, made_by) VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET generation = excluded.generation, revision = excluded.revision, made_by = excluded.made_by",
        )
        .run(content.generationId, content.revision, MADE_BY);
    })();
    this.#content = content;
  }

  #put(document: SearchDocument): void {
    this.#drop(document.id);
    const page = this.#database.prepare("INSERT INTO document (id, body) VALUES (?, ?)").run(document.id, JSON.stringify(document));
    for (const lang of LANGS) {
      const entry = this.#database.prepare("INSERT INTO entry (document, lang) VALUES (?, ?)").run(page.lastInsertRowid, lang);
      const row = indexRow(document.versions[lang]);
      const number = entry.lastInsertRowid;
      this.#database.prepare("INSERT INTO words (rowid, title, body, exact, alt) VALUES (?, ?, ?, ?, ?)").run(number, row.title, row.body, row.exact, row.alt);
      this.#database.prepare("INSERT INTO names (rowid, title, exact, alt) VALUES (?, ?, ?, ?)").run(number, row.title, row.exactTitle, row.alt);
    }
  }

  #drop(id: string): void {
    const held = this.#database.prepare<[string], { number: number }>("SELECT number FROM document WHERE id = ?").get(id);
    if (!held) return;
    for (const table of ["words", "names"])
      this.#database.prepare(`DELETE FROM ${table} WHERE rowid IN (SELECT number FROM entry WHERE document = ?)`).run(held.number);
    this.#database.prepare("DELETE FROM entry WHERE document = ?").run(held.number);
    this.#database.prepare("DELETE FROM document WHERE number = ?").run(held.number);
  }
}

function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: 5000 });
  // A lost last commit is noticed by its revision, so a commit need not wait for the disk.
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.pragma("trusted_schema = OFF");
  return database;
}

/** The file's database if it holds exactly this content, made by these rules, and is sound. Whatever is wrong with it, the answer is null. */
function openSound(file: string, content: ContentState): Database.Database | null {
  let database: Database.Database | null = null;
  try {
    database = connect(file);
    const held = database.prepare<[], { generation: string; revision: number; made_by: string }>("SELECT generation, revision, made_by FROM content").get();
    const same = held?.generation === content.generationId && held.revision === content.revision && held.made_by === MADE_BY;
    if (same && database.pragma("quick_check(1)", { simple: true }) === "ok") return database;
  } catch {
    // Not a database, half a database, or one of another layout: all the same, it is made again.
  }
  database?.close();
  return null;
}
