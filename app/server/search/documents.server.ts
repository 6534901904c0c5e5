import { type ByLang, byLang, type Lang } from "../../core/language/languages.ts";
import type { SearchDocument } from "../../core/search/document.ts";
import type { Statements } from "./statements.server.ts";

/** What is asked of every page that was found; its words are read of those alone that are shown. */
export interface Head extends Pick<SearchDocument, "id" | "kind" | "slug" | "topic" | "gates"> {
  number: number;
  titles: ByLang<string>;
}

/** Between the passages of a version; within one, it is a space like any other. */
const EDGE = "\n";

/** The documents, as hits are shown from them: a row for each page, and an entry for each of its languages. */
export class Documents {
  readonly #statement: Statements;

  constructor(statement: Statements) {
    this.#statement = statement;
  }

  /** @returns the number of each language's entry */
  put({ id, kind, slug, topic, gates, from, until, versions }: SearchDocument): ByLang<number | bigint> {
    const head = { id, kind, slug, topic, gates, titles: byLang((lang) => versions[lang].title) };
    const instant = (at: string | null | undefined) => (at ? Date.parse(at) : null);
    const insert = this.#statement("INSERT INTO document (id, head, found_from, found_until) VALUES (?, ?, ?, ?)");
    const page = insert.run(id, JSON.stringify(head), instant(from), instant(until));
    return byLang((lang) => {
      const { passages } = versions[lang];
      const segments = passages.map(({ segment }) => segment).join(EDGE);
      const words = passages.map(({ text }) => text.replaceAll(EDGE, " ")).join(EDGE);
      const entry = this.#statement("INSERT INTO entry (document, lang, segments, words) VALUES (?, ?, ?, ?)");
      return entry.run(page.lastInsertRowid, lang, segments, words).lastInsertRowid;
    });
  }

  /** @returns the numbers of the entries that are gone */
  drop(id: string): number[] {
    const number = this.#statement<{ number: number }>("SELECT number FROM document WHERE id = ?").get(id)?.number;
    if (number === undefined) return [];
    const entries = this.#statement<{ number: number }>("DELETE FROM entry WHERE document = ? RETURNING number").all(number);
    this.#statement("DELETE FROM document WHERE number = ?").run(number);
    return entries.map((entry) => entry.number);
  }

  head(number: number): Head {
    const row = this.#statement<{ head: string }>("SELECT head FROM document WHERE number = ?").get(number);
    return { number, ...JSON.parse(row?.head ?? "") };
  }

  /** All that a page says in a language. */
  words({ number }: Head, lang: Lang): string {
    return this.#entry(number, lang).words;
  }

  whole({ number, titles, ...head }: Head): SearchDocument {
    const versions = byLang((lang) => {
      const { segments, words } = this.#entry(number, lang);
      const texts = words.split(EDGE);
      return { title: titles[lang], passages: segments === "" ? [] : segments.split(EDGE).map((segment, at) => ({ segment, text: texts[at] ?? "" })) };
    });
    return { ...head, versions };
  }

  #entry(document: number, lang: Lang): { segments: string; words: string } {
    const entry = this.#statement<{ segments: string; words: string }>("SELECT segments, words FROM entry WHERE document = ? AND lang = ?");
    return entry.get(document, lang) ?? { segments: "", words: "" };
  }
}
