/** An article as long as one likes, written straight into a portal's SQLite database: thousands of saves would take minutes. */
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";

/** The project's own hash of a text. @param {string} text */
const textHash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 32);

/**
 * Sentences of the starter content, again and again, in both languages.
 * @param {string} dataDir of a portal with the starter content, which may be serving
 * @param {{ slug: string, segments: number, staleEvery?: number, missingEvery?: number }} wanted every so manyth source has changed since
 *   it was translated, every so manyth has no translation yet
 * @returns {{ owner: string }}
 */
export function makeLongArticle(dataDir, { slug, segments, staleEvery = 10, missingEvery = 25 }) {
  const database = new Database(join(dataDir, "cau-noi.db"));
  try {
    const pairs = /** @type {{ vi: string, zh: string }[]} */ (
      database
        .prepare(
          `SELECT vi.text AS vi, zh.text AS zh FROM Wording vi JOIN Wording zh ON zh.owner = vi.owner AND zh.unit = vi.unit AND zh.lang = 'zh'
           WHERE vi.lang = 'vi' AND vi.owner LIKE 'article:%' AND length(vi.text) > 40 ORDER BY vi.owner, vi.unit`,
        )
        .all()
    );
    const model = /** @type {Record<string, unknown>} */ (database.prepare("SELECT * FROM Article LIMIT 1").get());
    const id = `f${randomBytes(15).toString("hex")}`;
    const owner = `article:${id}`;
    const at = model.createdAt;
    const by = model.createdBy;
    const tree = Array.from({ length: segments }, (_, number) => ({ id: `p${number + 1}`, kind: "paragraph" }));
    const insert = {
      article: database.prepare(`INSERT INTO Article (id, slug, sourceLang, revision, tree, about, createdAt, createdBy) VALUES (?, ?, 'vi', 1, ?, ?, ?, ?)`),
      wording: database.prepare(
        `INSERT INTO Wording (owner, unit, lang, text, sourceHash, revision, editedBy, editedAt, folded) VALUES (?, ?, ?, ?, ?, 1, ?, ?, '')`,
      ),
      edit: database.prepare(`INSERT INTO WordingEdit (id, owner, unit, lang, text, sourceHash, revision, byId, at) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`),
    };
    const say = (/** @type {string} */ unit, /** @type {string} */ lang, /** @type {string} */ text, /** @type {string | null} */ sourceHash) => {
      insert.wording.run(owner, unit, lang, text, sourceHash, by, at);
      insert.edit.run(randomBytes(16).toString("hex"), owner, unit, lang, text, sourceHash, by, at);
    };
    database.transaction(() => {
      insert.article.run(id, slug, JSON.stringify(tree), model.about, at, by);
      for (const [number, unit] of ["title", "summary", ...tree.map((node) => node.id)].entries()) {
        const { vi, zh } = /** @type {{ vi: string, zh: string }} */ (pairs[number % pairs.length]);
        const stale = number % staleEvery === staleEvery - 1;
        const former = stale ? `${vi} Xin hỏi tại quầy.` : vi;
        if (stale) insert.edit.run(randomBytes(16).toString("hex"), owner, unit, "vi", former, null, by, at);
        say(unit, "vi", vi, null);
        if (number % missingEvery !== missingEvery - 1) say(unit, "zh", zh, textHash(former));
      }
    })();
    return { owner };
  } finally {
    database.close();
  }
}
