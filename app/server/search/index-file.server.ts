import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { LANGS } from "../../core/language/languages.ts";
import { NAMES_WEIGHTS, WORDS_WEIGHTS } from "../../core/search/index-row.ts";
import { NORMALISER_VERSION } from "../../core/search/normalise.ts";
import type { ContentState } from "./messages.server.ts";

/** Raised when the tables below change. */
const LAYOUT = 4;
/** How much of the file is kept at hand: what queries ask again and again. */
const CACHE_KB = 64 * 1024;
/** Whatever changes the terms of a text: our rules, the languages, and Unicode's tables inside Node. */
const MADE_BY = [LAYOUT, NORMALISER_VERSION, LANGS.join("+"), process.versions.unicode].join("/");

/** A table of words and how much a hit in each of its columns counts. @param more FTS5 options */
const wordTable = (name: string, weights: Readonly<Record<string, number>>, more = ""): string => `
  CREATE VIRTUAL TABLE ${name} USING fts5 (${Object.keys(weights).join(", ")}, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"${more});
  INSERT INTO ${name} (${name}, rank) VALUES ('rank', 'bm25(${Object.values(weights).join(", ")})');`;

const TABLES = `
  CREATE TABLE content (one INTEGER PRIMARY KEY CHECK (one = 1), generation TEXT NOT NULL, revision INTEGER NOT NULL, made_by TEXT NOT NULL);
  CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, head TEXT NOT NULL, found_from INTEGER, found_until INTEGER);
  CREATE TABLE entry (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (number), lang TEXT NOT NULL, segments TEXT NOT NULL, words TEXT NOT NULL
  );
  CREATE TABLE vocabulary (kind TEXT NOT NULL, term TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, term)) WITHOUT ROWID;
  CREATE UNIQUE INDEX entry_document ON entry (document, lang);
  ${wordTable("words", WORDS_WEIGHTS)}
  ${wordTable("names", NAMES_WEIGHTS, ", prefix = '1 2'")}
`;

/** An empty index in the file's place. What is lost while it is filled is filled again: only `settle` waits for the disk. */
export function makeIndexFile(file: string): Database.Database {
  for (const part of ["", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
  const database = connect(file);
  database.pragma("synchronous = OFF");
  database.exec(TABLES);
  return database;
}

/** Ends the filling: from here on a commit is a commit. */
export function settle(database: Database.Database): void {
  database.exec("INSERT INTO words (words) VALUES ('optimize'); INSERT INTO names (names) VALUES ('optimize')");
  database.pragma("synchronous = NORMAL");
  database.pragma("wal_checkpoint(TRUNCATE)");
}

/**
 * The file's database and what it holds, if that is of the same database as this content and no newer, was made by these rules,
 * and is sound. Whatever is wrong with it, the answer is null.
 */
export function openSound(file: string, content: ContentState): { database: Database.Database; held: ContentState } | null {
  let database: Database.Database | null = null;
  try {
    database = connect(file);
    const found = database.prepare<[], { generation: string; revision: number; made_by: string }>("SELECT generation, revision, made_by FROM content").get();
    const usable = found?.generation === content.generationId && found.revision <= content.revision && found.made_by === MADE_BY;
    if (usable && database.pragma("quick_check(1)", { simple: true }) === "ok")
      return { database, held: { generationId: found.generation, revision: found.revision } };
  } catch {
    // Not a database, half a database, or one of another layout: all the same, it is made again.
  }
  database?.close();
  return null;
}

/** Writes down what the index holds: within the transaction that makes it so. */
export function recordContent(database: Database.Database, content: ContentState): void {
  database
    .prepare(
      "INSERT INTO content (one, generation, revision, made_by) VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET generation = excluded.generation, revision = excluded.revision, made_by = excluded.made_by",
    )
    .run(content.generationId, content.revision, MADE_BY);
}

function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: 5000 });
  // A lost last commit is noticed by its revision, so a commit need not wait for the disk.
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.pragma("trusted_schema = OFF");
  database.pragma(`cache_size = -${CACHE_KB}`);
  return database;
}
