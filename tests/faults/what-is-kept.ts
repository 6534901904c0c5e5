import Sqlite from "better-sqlite3";
import pg from "pg";
import { expect } from "vitest";
import { type EditionBody, editionHash } from "../../app/core/articles/edition.ts";
import { sqliteFile } from "../../app/server/db/sqlite.server.ts";
import { numberOf } from "./pair-texts.ts";
import type { Said } from "./publisher.ts";

type Row = Record<string, unknown>;
/** Asks the database itself, past the portal's own code; all answers are of one moment. */
type Ask = (sql: string, ...values: (string | number)[]) => Promise<Row[]>;

interface EditionRow {
  id: string;
  articleId: string;
  number: number;
  contentHash: string;
  body: EditionBody;
  currentOf: string | null;
}

/** What was acknowledged, and what of it was looked at already: each round looks at what is new, the last one at everything. */
export class Kept {
  readonly #saved: Extract<Said, { say: "saved" }>[] = [];
  readonly #published: Extract<Said, { say: "published" }>[] = [];
  #looked = { saved: 0, published: 0 };
  editions = 0;

  heard(said: readonly Said[]): void {
    for (const one of said) {
      if (one.say === "saved") this.#saved.push(one);
      else if (one.say === "published") this.#published.push(one);
    }
  }

  get acknowledged(): { saves: number; publications: number } {
    return { saves: this.#saved.length, publications: this.#published.length };
  }

  async onSqlite(dataDir: string, everything = false): Promise<void> {
    const database = new Sqlite(sqliteFile(dataDir), { timeout: 5_000 });
    try {
      expect(database.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
      expect(database.pragma("foreign_key_check")).toEqual([]);
      database.exec("BEGIN");
      await this.#look(async (sql, ...values) => database.prepare(sql).all(...values) as Row[], everything);
      database.exec("COMMIT");
    } finally {
      database.close();
    }
  }

  async onPostgresql(url: string, everything = false): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      let place = 0;
      await this.#look(async (sql, ...values) => {
        place = 0;
        return (
          await client.query(
            sql.replace(/\?/g, () => `$${++place}`),
            values,
          )
        ).rows;
      }, everything);
    } finally {
      await client.end();
    }
  }

  async #look(ask: Ask, everything: boolean): Promise<void> {
    const from = everything ? { saved: 0, published: 0 } : this.#looked;
    this.#looked = { saved: this.#saved.length, published: this.#published.length };
    const editions = await editionsFrom(ask, everything ? 0 : this.editions);
    this.editions = await count(ask, `SELECT count(*) AS n FROM "Edition"`);
    await noHalfPair(editions);
    await everyNumberOnce(ask);
    await outboxWithoutGaps(ask);
    await wordsAsLastEdited(ask);
    for (const save of this.#saved.slice(from.saved)) await saveIsThere(ask, save);
    for (const publication of this.#published.slice(from.published)) await publicationIsThere(ask, publication);
  }
}

const count = async (ask: Ask, sql: string, ...values: (string | number)[]): Promise<number> => Number((await ask(sql, ...values))[0]?.n);
const plain = <T>(json: unknown): T => (typeof json === "string" ? JSON.parse(json) : json) as T;

async function editionsFrom(ask: Ask, known: number): Promise<EditionRow[]> {
  // Ids are sortable by their time; a few known ones are looked at again, because several are made at once.
  const rows = await ask(
    `SELECT "id", "articleId", "number", "contentHash", "body", "currentOf" FROM "Edition" ORDER BY "id" LIMIT 1000000 OFFSET ?`,
    Math.max(0, known - 20),
  );
  return rows.map((row) => ({ ...row, body: plain(row.body) }) as EditionRow);
}

/** Every edition has all words in both languages, of one round, and hashes to what it says. */
async function noHalfPair(editions: EditionRow[]): Promise<void> {
  for (const { id, body, contentHash } of editions) {
    expect(numberOf(body.texts), `edition ${id} mixes rounds or lacks a language`).not.toBeNull();
    expect(editionHash(body), `edition ${id}`).toBe(contentHash);
  }
}

/** Numbers run without gaps; one edition an article is the current one, and it is the newest; each was announced and noted once. */
async function everyNumberOnce(ask: Ask): Promise<void> {
  const articles = await ask(
    `SELECT "articleId", count(*) AS n, max("number") AS last, count("currentOf") AS current, max(CASE WHEN "currentOf" IS NULL THEN 0 ELSE "number" END) AS shown FROM "Edition" GROUP BY "articleId"`,
  );
  for (const { n, last, current, shown } of articles) expect([Number(n), Number(shown), Number(current)]).toEqual([Number(last), Number(last), 1]);
  const editions = new Set((await ask(`SELECT "id" FROM "Edition"`)).map(({ id }) => id));
  const announced = (await ask(`SELECT "body" FROM "Announcement"`))
    .map(({ body }) => plain<{ kind: string; editionId?: string }>(body))
    .flatMap(({ kind, editionId }) => (kind === "article" && editionId ? [editionId] : []));
  expect(announced.length).toBe(editions.size);
  expect(announced.filter((id) => !editions.has(id))).toEqual([]);
  expect(await count(ask, `SELECT count(*) AS n FROM "AuditEntry" WHERE "act" = 'article.publish'`)).toBe(editions.size);
}

async function outboxWithoutGaps(ask: Ask): Promise<void> {
  const [content] = await ask(`SELECT "revision" FROM "Content"`);
  const [outbox] = await ask(`SELECT count(*) AS n, coalesce(min("id"), 1) AS first, coalesce(max("id"), 0) AS last FROM "Announcement"`);
  expect([Number(outbox?.n), Number(outbox?.first), Number(outbox?.last)]).toEqual([Number(content?.revision), 1, Number(content?.revision)]);
}

/** The words at work are those of their newest edit: a save is whole, or was not. */
async function wordsAsLastEdited(ask: Ask): Promise<void> {
  const torn = await ask(
    `SELECT w."owner", w."unit", w."lang" FROM "Wording" w WHERE NOT EXISTS (SELECT 1 FROM "WordingEdit" e WHERE e."owner" = w."owner" AND e."unit" = w."unit" AND e."lang" = w."lang" AND e."revision" = w."revision" AND e."text" = w."text")
     OR EXISTS (SELECT 1 FROM "WordingEdit" e WHERE e."owner" = w."owner" AND e."unit" = w."unit" AND e."lang" = w."lang" AND e."revision" > w."revision")`,
  );
  expect(torn).toEqual([]);
}

async function saveIsThere(ask: Ask, { owner, unit, lang, revision, text }: Extract<Said, { say: "saved" }>): Promise<void> {
  const rows = await ask(`SELECT "text" FROM "WordingEdit" WHERE "owner" = ? AND "unit" = ? AND "lang" = ? AND "revision" = ?`, owner, unit, lang, revision);
  expect(rows, `the acknowledged save of ${owner} ${unit} ${lang}, revision ${revision}`).toEqual([{ text }]);
}

async function publicationIsThere(ask: Ask, { articleId, number, n, revision }: Extract<Said, { say: "published" }>): Promise<void> {
  const [row] = await ask(`SELECT "id", "body" FROM "Edition" WHERE "articleId" = ? AND "number" = ?`, articleId, number);
  expect(row, `the acknowledged edition ${number} of ${articleId}`).toBeDefined();
  expect(numberOf(plain<EditionBody>(row?.body).texts)).toBe(n);
  const [announcement] = await ask(`SELECT "body" FROM "Announcement" WHERE "id" = ?`, revision);
  expect(plain<{ editionId: string }>(announcement?.body).editionId).toBe(row?.id);
}
