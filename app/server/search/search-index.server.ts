import type Database from "better-sqlite3";
import { AppError } from "../../core/errors.ts";
import { LANGS, type Lang } from "../../core/language/languages.ts";
import type { Narrowing, SearchDocument, SearchQuery, SearchResult } from "../../core/search/document.ts";
import { facetsOf, gateTerm, isWithin, topicTerm } from "../../core/search/facets.ts";
import { indexRow } from "../../core/search/index-row.ts";
import { meantBy } from "../../core/search/meant.ts";
import { present } from "../../core/search/passage.ts";
import { narrowed, planQuery, type QueryPlan, readQuery, spelled } from "../../core/search/plan.ts";
import { closeness } from "../../core/search/rank.ts";
import { makeIndexFile, openSound, recordContent, settle } from "./index-file.server.ts";
import type { Asks, ContentState } from "./messages.server.ts";
import { Vocabulary } from "./vocabulary.server.ts";

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
/** Rows that are looked through for a better spelling. */
const LOOKED_THROUGH = 4;

interface RankedRow {
  entry: number;
  document: number;
  lang: Lang;
  rank: number;
}

interface Found {
  /** Best first. */
  pages: SearchDocument[];
  /** Whether there may be more than these. */
  cut: boolean;
  /** Whether any of them holds the whole query. */
  whole: boolean;
}

/**
 * The index of one instance: a file that can always be made again, one row for each page and language.
 * Its content's state is written in the transaction that writes its rows, so it never claims what it does not hold.
 */
export class SearchIndex {
  readonly #database: Database.Database;
  #content: ContentState | null;
  #vocabulary: Vocabulary;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();

  private constructor(database: Database.Database, content: ContentState | null) {
    this.#database = database;
    this.#content = content;
    this.#vocabulary = content ? Vocabulary.of(database) : Vocabulary.empty();
  }

  /** Opens the file if it is sound and of this database, perhaps behind it; else an empty one in its place (`held: null`), to be filled and sealed. */
  static open({ file, content, fresh }: Asks["open"]["take"]): { index: SearchIndex; held: ContentState | null } {
    const sound = fresh ? null : openSound(file, content);
    if (sound) return { index: new SearchIndex(sound.database, sound.held), held: sound.held };
    return { index: new SearchIndex(makeIndexFile(file), null), held: null };
  }

  /** Puts documents into an index that is not sealed yet; each replaces the one with its id. */
  fill(documents: readonly SearchDocument[]): void {
    this.#database.transaction(() => {
      for (const document of documents) this.#put(document);
    })();
  }

  seal(content: ContentState): void {
    settle(this.#database);
    this.#write(content, () => {});
    this.#vocabulary = Vocabulary.of(this.#database);
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
    for (const { versions } of changed)
      for (const lang of LANGS)
        for (const text of [versions[lang].title, ...versions[lang].passages.map((passage) => passage.text)]) this.#vocabulary.learn(text);
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
    const hits = pages.slice(0, Math.min(MOST_HITS, Math.max(1, Math.trunc(limit) || 1))).map((page) => present(page, plan.needles, lang));
    return { hits, total: pages.length, cut, facets, meant: all.whole ? null : this.#meant(query, at), revision };
  }

  close(): void {
    this.#database.close();
  }

  #plan(query: string): QueryPlan | null {
    return planQuery(query, (term) => this.#vocabulary.common.has(term));
  }

  /** Of few pages those that are within; of many, those that the index finds there. */
  #narrow(all: Found, plan: QueryPlan, query: string, at: number, narrowing: Narrowing): Found {
    if (!narrowing.topic && !narrowing.gate) return all;
    return all.cut ? this.#find(plan, query, at, narrowing) : { ...all, pages: all.pages.filter((page) => isWithin(page, narrowing)) };
  }

  #find(plan: QueryPlan, query: string, at: number, narrowing: Narrowing): Found {
    const { rows, whole, cut } = this.#rowsOf(plan, at, narrowing);
    const best = new Map<number, { page: SearchDocument; score: number; whole: boolean }>();
    for (const row of rows) {
      const held = best.get(row.document);
      if (best.size >= RECHECKED_PAGES && !held) continue;
      const page = held?.page ?? this.#page(row);
      const isWhole = whole.has(row.document);
      // The engine's rank is the better the further below zero.
      const score = -row.rank * closeness(page, row.lang, plan.needles, query) * (isWhole ? WHOLE : 1);
      if (score > (held?.score ?? -1)) best.set(row.document, { page, score, whole: isWhole });
    }
    const sorted = [...best.values()].sort((a, b) => b.score - a.score || (a.page.id < b.page.id ? -1 : 1));
    const top = sorted[0]?.score ?? 0;
    const worth = sorted.filter((hit) => hit.whole || hit.score >= top * WORTH_SHOWING);
    return { pages: worth.slice(0, MOST_HITS).map(({ page }) => page), cut: cut || best.size >= RECHECKED_PAGES, whole: whole.size > 0 };
  }

  /** The rows to look at more closely, the best first; the pages that hold the whole query; and whether there may be more. */
  #rowsOf(plan: QueryPlan, at: number, { topic, gate }: Narrowing): { rows: RankedRow[]; whole: Set<number>; cut: boolean } {
    const places = [...(topic ? [topicTerm(topic)] : []), ...(gate ? [gateTerm(gate)] : [])];
    const ranked = (table: "names" | "words", expression: string) => this.#ranked(table, narrowed(expression, places), at);
    const pages = (rows: RankedRow[]) => new Set(rows.map((row) => row.document));
    const named = ranked("names", plan.named);
    if (named.length >= PLENTY_ROWS) return { rows: named, whole: pages(named), cut: true };
    if (plan.common) {
      const all = [...named, ...this.#unranked(narrowed(plan.strict, places), at)];
      const any = all.length > 0 ? all : this.#unranked(narrowed(plan.loose, places), at);
      return { rows: any, whole: pages(all), cut: any.length >= RANKED_ROWS };
    }
    const strict = ranked("words", plan.strict);
    const whole = pages(strict);
    if (strict.length >= ENOUGH_ROWS) return { rows: strict, whole, cut: strict.length >= RANKED_ROWS };
    const loose = ranked("words", plan.loose);
    // A loose rank counts other words than a strict one: each is compared with its like, and what was found whole is never lost.
    const lacking = strict.filter((row) => !loose.some((other) => other.entry === row.entry));
    const rows = [...lacking, ...loose];
    const found = rows.length === 0 && plan.scattered ? ranked("words", plan.scattered) : rows;
    return { rows: found, whole, cut: found.length >= RANKED_ROWS };
  }

  /** A better spelling of a query that no page holds whole. */
  #meant(query: string, at: number): string | null {
    return meantBy(query, {
      vocabulary: this.#vocabulary.words,
      holding: (text) => {
        const plan = this.#plan(text);
        if (!plan) return [];
        const named = this.#ranked("names", plan.named, at, LOOKED_THROUGH);
        return (named.length > 0 ? named : this.#unranked(plan.strict, at, LOOKED_THROUGH)).map((row) => this.#page(row));
      },
      sounding: (pinyin) => this.#ranked("words", spelled(pinyin), at, LOOKED_THROUGH).map((row) => this.#page(row)),
    });
  }

  #page({ document }: RankedRow): SearchDocument {
    const row = this.#statement<{ body: string }>("SELECT body FROM document WHERE number = ?").get(document);
    return JSON.parse(row?.body ?? "") as SearchDocument;
  }

  #ranked(table: "names" | "words", expression: string, at: number, limit = RANKED_ROWS): RankedRow[] {
    return this.#rows(`SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`, expression, at, limit);
  }

  /** Newest pages first, all as good: for words that stand nearly everywhere. */
  #unranked(expression: string, at: number, limit = RANKED_ROWS): RankedRow[] {
    return this.#rows("SELECT rowid, 0 AS rank FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", expression, at, limit);
  }

  #rows(found: string, expression: string, at: number, limit: number): RankedRow[] {
    return this.#statement<RankedRow>(`
        SELECT entry.number AS entry, document.number AS document, entry.lang, found.rank
        FROM (${found}) AS found
        JOIN entry ON entry.number = found.rowid JOIN document ON document.number = entry.document
        WHERE coalesce(document.found_from <= ?, TRUE) AND coalesce(document.found_until > ?, TRUE)
        ORDER BY found.rank`).all(expression, limit, at, at);
  }

  #statement<Row>(sql: string): Database.Statement<unknown[], Row> {
    const kept = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, kept);
    return kept as Database.Statement<unknown[], Row>;
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

  #put(document: SearchDocument): void {
    this.#drop(document.id);
    const instant = (at: string | null | undefined) => (at ? Date.parse(at) : null);
    const page = this.#statement("INSERT INTO document (id, body, found_from, found_until) VALUES (?, ?, ?, ?)").run(
      document.id,
      JSON.stringify(document),
      instant(document.from),
      instant(document.until),
    );
    for (const lang of LANGS) {
      const entry = this.#statement("INSERT INTO entry (document, lang) VALUES (?, ?)").run(page.lastInsertRowid, lang);
      const row = indexRow(document, lang);
      const number = entry.lastInsertRowid;
      this.#statement("INSERT INTO words (rowid, title, body, exact, alt, place) VALUES (?, ?, ?, ?, ?, ?)").run(
        number,
        row.title,
        row.body,
        row.exact,
        row.alt,
        row.place,
      );
      this.#statement("INSERT INTO names (rowid, title, exact, alt, place) VALUES (?, ?, ?, ?, ?)").run(number, row.title, row.exactTitle, row.alt, row.place);
    }
  }

  #drop(id: string): void {
    const held = this.#statement<{ number: number }>("SELECT number FROM document WHERE id = ?").get(id);
    if (!held) return;
    for (const table of ["words", "names"])
      this.#statement(`DELETE FROM ${table} WHERE rowid IN (SELECT number FROM entry WHERE document = ?)`).run(held.number);
    this.#statement("DELETE FROM entry WHERE document = ?").run(held.number);
    this.#statement("DELETE FROM document WHERE number = ?").run(held.number);
  }
}
