import type Database from "better-sqlite3";
import { AppError } from "../../core/errors.ts";
import { LANGS, type Lang } from "../../core/language/languages.ts";
import type { Narrowing, SearchDocument, SearchQuery, SearchResult } from "../../core/search/document.ts";
import { narrowed, spelled } from "../../core/search/expressions.ts";
import { facetsOf, gateTerm, isWithin, topicTerm } from "../../core/search/facets.ts";
import { fileText, indexRow, NAMES_WEIGHTS, WORDS_WEIGHTS } from "../../core/search/index-row.ts";
import { meantBy } from "../../core/search/meant.ts";
import { readQuery } from "../../core/search/needles.ts";
import { present } from "../../core/search/passage.ts";
import { planQuery, type QueryPlan } from "../../core/search/plan.ts";
import { closeness } from "../../core/search/rank.ts";
import { Documents, type Head } from "./documents.server.ts";
import { makeIndexFile, openSound, recordContent, settle } from "./index-file.server.ts";
import type { Asks, ContentState } from "./messages.server.ts";
import { openStatements, type Statements } from "./statements.server.ts";
import { Vocabulary } from "./vocabulary.server.ts";

/** Rows taken from a ranking, two languages a page, and pages of them that are looked at more closely. */
const RANKED_ROWS = 100;
const RECHECKED_PAGES = 50;
const MOST_HITS = 50;
/** More rows than these are not ranked: it would cost much and say little. */
const MOST_RANKED = 2000;
/** With fewer pages that hold the whole query, those that hold a part of it are looked for too. */
const ENOUGH_PAGES = 10;
/** How much more a page counts that holds the whole query; and the share of the best score below which one that does not is left out. */
const WHOLE = 2;
const WORTH_SHOWING = 0.15;
/** Rows that are looked through for a better spelling. */
const LOOKED_THROUGH = 4;

const TABLES = ["names", "words"] as const;
type Table = (typeof TABLES)[number];
const WEIGHTS = { names: NAMES_WEIGHTS, words: WORDS_WEIGHTS };

const INSERT = byTable((table) => {
  const columns = Object.keys(WEIGHTS[table]);
  return `INSERT INTO ${table} (rowid, ${columns.join(", ")}) VALUES (@entry, ${columns.map((column) => `@${column}`).join(", ")})`;
});
const BEST = byTable((table) => `SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`);
/** All as good. */
const NEWEST = byTable((table) => `SELECT rowid, 0 AS rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`);

function byTable(sql: (table: Table) => string): Record<Table, string> {
  return { names: sql("names"), words: sql("words") };
}

interface Row {
  entry: number;
  document: number;
  lang: Lang;
  /** The engine's: the better the further below zero. */
  rank: number;
}

/** Rows, the best first; where there are too many to be ranked, the newest of them. */
interface Found {
  rows: Row[];
  many: boolean;
}

interface Sorted {
  /** Best first. */
  pages: Head[];
  /** Whether there may be more than these. */
  cut: boolean;
  /** Whether any of them holds the whole query. */
  whole: boolean;
}

/** Each row once, the best first: what was found in several ways counts for each. */
function summed(rows: readonly Row[]): Row[] {
  const sums = new Map<number, Row>();
  for (const row of rows) sums.set(row.entry, { ...row, rank: row.rank + (sums.get(row.entry)?.rank ?? 0) });
  return [...sums.values()].sort((a, b) => a.rank - b.rank);
}

/**
 * The index of one instance: a file that can always be made again, one row for each page and language.
 * Its content's state is written in the transaction that writes its rows, so it never claims what it does not hold.
 */
export class SearchIndex {
  readonly #database: Database.Database;
  #content: ContentState | null;
  #vocabulary: Vocabulary;
  readonly #statement: Statements;
  readonly #documents: Documents;

  private constructor(database: Database.Database, content: ContentState | null) {
    this.#database = database;
    this.#statement = openStatements(database);
    this.#documents = new Documents(this.#statement);
    this.#content = content;
    this.#vocabulary = content ? Vocabulary.of(database) : Vocabulary.empty();
  }

  /** Opens the file if it is sound and of this database, perhaps behind it; else an empty one in its place (`held: null`), to be filled and sealed. */
  static open({ file, content, fresh }: Asks["open"]["take"]): { index: SearchIndex; held: ContentState | null } {
    const sound = fresh ? null : openSound(file, content);
    if (sound) return { index: new SearchIndex(sound.database, sound.held), held: sound.held };
    return { index: new SearchIndex(makeIndexFile(file), null), held: null };
  }

  /** Puts documents into an index that is not sealed yet; each replaces the one with its id. `file`: what is filed of a text. */
  fill(documents: readonly SearchDocument[], file = fileText): void {
    this.#database.transaction(() => {
      for (const document of documents) this.#put(document, file);
    })();
  }

  seal(content: ContentState): void {
    settle(this.#database);
    this.#vocabulary = Vocabulary.count(this.#database);
    this.#write(content, () => {});
  }

  /** Brings the index up to a revision. A revision that it holds already changes nothing. */
  apply({ content, changed, removed }: Asks["apply"]["take"]): Asks["apply"]["give"] {
    const held = this.#sealed();
    if (held.generationId !== content.generationId) return "stranger";
    if (content.revision <= held.revision) return "known";
    this.#write(content, () => {
      for (const id of removed) this.#drop(id);
      for (const document of changed) {
        this.#put(document);
        for (const lang of LANGS)
          this.#vocabulary.learn(this.#database, [document.versions[lang].title, ...document.versions[lang].passages.map(({ text }) => text)].join("\n"));
      }
    });
    return "applied";
  }

  /**
   * @param at the instant that pages must be found at, in milliseconds
   * @throws AppError `query_too_long`; `busy` while the index is being filled
   */
  query({ text, lang, limit, topic, gate }: SearchQuery, at = Date.now()): SearchResult {
    const { revision } = this.#sealed();
    const query = readQuery(text);
    const plan = this.#plan(query);
    if (!plan) return { hits: [], total: 0, cut: false, facets: { topics: [], gates: [] }, meant: null, revision };
    const all = this.#find(plan, query, at, {});
    const narrowing = { topic, gate };
    const { pages, cut } = this.#narrow(all, plan, query, at, narrowing);
    const facets = facetsOf(all.cut ? [...all.pages, ...pages] : all.pages, narrowing, !all.cut);
    const hits = pages
      .slice(0, Math.min(MOST_HITS, Math.max(1, Math.trunc(limit) || 1)))
      .map((page) => present(this.#documents.whole(page), plan.needles, lang));
    return { hits, total: pages.length, cut, facets, meant: all.whole || plan.common ? null : this.#meant(query, at), revision };
  }

  close(): void {
    this.#database.close();
  }

  #plan(query: string): QueryPlan | null {
    return planQuery(query, this.#vocabulary);
  }

  /** Of few pages those that are within; of many, those that the index finds there. */
  #narrow(all: Sorted, plan: QueryPlan, query: string, at: number, narrowing: Narrowing): Sorted {
    if (!narrowing.topic && !narrowing.gate) return all;
    return all.cut ? this.#find(plan, query, at, narrowing) : { ...all, pages: all.pages.filter((page) => isWithin(page, narrowing)) };
  }

  #find(plan: QueryPlan, query: string, at: number, narrowing: Narrowing): Sorted {
    const { rows, whole, cut } = this.#rowsOf(plan, at, narrowing);
    const best = new Map<number, { page: Head; score: number; whole: boolean }>();
    for (const row of rows) {
      const held = best.get(row.document);
      if (best.size >= RECHECKED_PAGES && !held) continue;
      const page = held?.page ?? this.#documents.head(row.document);
      const isWhole = whole.has(row.document);
      const seen = { kind: page.kind, title: page.titles[row.lang], written: () => this.#documents.words(page, row.lang) };
      const score = -row.rank * closeness(seen, plan.needles, query) * (isWhole ? WHOLE : 1);
      if (score > (held?.score ?? -1)) best.set(row.document, { page, score, whole: isWhole });
    }
    const sorted = [...best.values()].sort((a, b) => b.score - a.score || (a.page.id < b.page.id ? -1 : 1));
    const top = sorted[0]?.score ?? 0;
    const worth = sorted.filter((hit) => hit.whole || hit.score >= top * WORTH_SHOWING);
    return { pages: worth.slice(0, MOST_HITS).map(({ page }) => page), cut: cut || best.size >= RECHECKED_PAGES, whole: whole.size > 0 };
  }

  /** The rows to look at more closely, the best first; the pages that hold the whole query; and whether there may be more. */
  #rowsOf(plan: QueryPlan, at: number, { topic, gate }: Narrowing): { rows: Row[]; whole: Set<number>; cut: boolean } {
    const places = [...(topic ? [topicTerm(topic)] : []), ...(gate ? [gateTerm(gate)] : [])];
    const best = (table: Table, expression: string) => this.#best(table, narrowed(expression, places), at);
    const { rows, many } = best("words", plan.strict);
    const pages = () => new Set(rows.map((row) => row.document));
    rows.push(...best("names", plan.named).rows);
    if (many) rows.push(...best("words", plan.about).rows);
    if (plan.spelled && pages().size < ENOUGH_PAGES) rows.push(...best("words", plan.spelled).rows);
    const whole = pages();
    if (whole.size < ENOUGH_PAGES) rows.push(...best("names", plan.inName).rows);
    if (plan.loose && plan.looseNamed && whole.size < ENOUGH_PAGES) {
      const loose = best("words", plan.loose);
      rows.push(...loose.rows, ...(loose.many ? best("names", plan.looseNamed).rows : []));
    }
    if (plan.scattered && rows.length === 0) rows.push(...best("words", plan.scattered).rows);
    return { rows: summed(rows), whole, cut: many || pages().size >= RECHECKED_PAGES };
  }

  /** A better spelling of a query that no page holds whole. */
  #meant(query: string, at: number): string | null {
    return meantBy(query, {
      vocabulary: this.#vocabulary.words,
      holding: (text) => {
        const plan = this.#plan(text);
        if (!plan) return [];
        const named = this.#best("names", plan.named, at).rows;
        const held = named.length > 0 ? named : this.#rows(NEWEST.words, plan.strict, at, LOOKED_THROUGH);
        return this.#pages(held);
      },
      sounding: (pinyin) => this.#pages(this.#best("words", spelled(pinyin), at).rows),
    });
  }

  #pages(rows: Row[]): SearchDocument[] {
    return rows.slice(0, LOOKED_THROUGH).map((row) => this.#documents.whole(this.#documents.head(row.document)));
  }

  #best(table: Table, expression: string, at: number): Found {
    const probe = this.#statement<{ count: number }>(`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`);
    const count = probe.get(expression, MOST_RANKED + 1)?.count ?? 0;
    if (count === 0) return { rows: [], many: false };
    const many = count > MOST_RANKED;
    return { rows: this.#rows((many ? NEWEST : BEST)[table], expression, at, RANKED_ROWS), many };
  }

  #rows(found: string, expression: string, at: number, limit: number): Row[] {
    return this.#statement<Row>(`
        SELECT entry.number AS entry, document.number AS document, entry.lang, found.rank
        FROM (${found}) AS found
        JOIN entry ON entry.number = found.rowid JOIN document ON document.number = entry.document
        WHERE coalesce(document.found_from <= ?, TRUE) AND coalesce(document.found_until > ?, TRUE)
        ORDER BY found.rank`).all(expression, limit, at, at);
  }

  #sealed(): ContentState {
    if (!this.#content) throw new AppError("busy");
    return this.#content;
  }

  /** The change and the state that it leads to, in one transaction. */
  #write(content: ContentState, change: () => void): void {
    this.#database.transaction(() => {
      change();
      recordContent(this.#database, content);
    })();
    this.#content = content;
  }

  #put(document: SearchDocument, file = fileText): void {
    this.#drop(document.id);
    const entries = this.#documents.put(document);
    for (const lang of LANGS) {
      const row = indexRow(document, lang, file);
      this.#statement(INSERT.words).run({ entry: entries[lang], ...row });
      this.#statement(INSERT.names).run({ entry: entries[lang], ...row.name });
    }
  }

  #drop(id: string): void {
    for (const entry of this.#documents.drop(id)) for (const table of TABLES) this.#statement(`DELETE FROM ${table} WHERE rowid = ?`).run(entry);
  }
}
