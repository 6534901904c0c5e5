/**
 * `npm run bench -- growth [pairs]`: what an article page asks of the database, and publishing until search shows it, with 100 pairs and
 * with 100,000. Both in this process and in turns, in processor time, so that only the number of pairs differs.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createServer } from "vite";

const [FEW, MANY] = [100, Number(process.argv[2] ?? 100_000)];
const LIMIT = 1.2;
const ROUNDS = 15;
const PAGES_A_ROUND = 20;
const PUBLISHED_A_ROUND = 2;
/** The article that is read and published. Its topic has no other: lists of it are the hardest to fill. */
const SLUG = "mang-tien-mat";
/** What its summary says besides, every other time; the source first. */
const ADDED = { vi: " Xin lưu ý.", zh: "请注意。" };
/** What the many are copies of, because it is the smallest; as articles of a topic of their own. */
const MODEL = { slug: "cau-quay-nao", topic: "help" };
/** Sorts after every id that was made by time: the copies are the newest pairs. */
const COPY = "f";

const vite = await createServer({
  root: new URL("../..", import.meta.url).pathname,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, ws: false, hmr: false, watch: null },
});
const folder = mkdtempSync(join(tmpdir(), "cau-noi-bench-growth-"));
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @param {string} name */
async function open(name) {
  const { openApp } = await vite.ssrLoadModule("/app/server/app.server.ts");
  const { readSettings } = await vite.ssrLoadModule("/app/server/settings.server.ts");
  return await openApp(readSettings({ DATA_DIR: join(folder, name) }), () => {});
}

/** Rows of the model again and again until there are so many current editions. @param {string} name @param {number} pairs */
function grow(name, pairs) {
  const database = new Database(join(folder, name, "cau-noi.db"));
  database.pragma("synchronous = OFF");
  const model = /** @type {string} */ (database.prepare("SELECT id FROM Article WHERE slug = ?").pluck().get(MODEL.slug));
  const there = /** @type {number} */ (database.prepare("SELECT count(*) FROM Edition WHERE currentOf IS NOT NULL").pluck().get());
  const revision = /** @type {number} */ (database.prepare("SELECT revision FROM Content").pluck().get());
  const copies = Math.max(0, pairs - there);
  const id = `'${COPY}' || printf('%08d', n)`;
  const asArticle = (/** @type {string} */ json) => `json_set(${json}, '$.kind', 'article', '$.topic', '${MODEL.topic}')`;
  /** Columns that a copy does not share with its model. @type {Record<string, { where: string, own: Record<string, string> }>} */
  const tables = {
    Article: { where: "id = @model", own: { id, slug: `'trang-' || n`, about: asArticle("about") } },
    Wording: { where: "owner = 'article:' || @model", own: { owner: `'article:' || ${id}` } },
    WordingEdit: { where: "owner = 'article:' || @model", own: { id: `${id} || id`, owner: `'article:' || ${id}` } },
    Approval: { where: "owner = 'article:' || @model", own: { id: `${id} || id`, owner: `'article:' || ${id}` } },
    Edition: {
      where: "currentOf = @model",
      own: {
        id,
        articleId: id,
        currentOf: id,
        slug: `'trang-' || n`,
        kind: "'article'",
        topicKey: `'${MODEL.topic}'`,
        body: `json_set(body, '$.about', json(${asArticle("json_extract(body, '$.about')")}))`,
      },
    },
    Announcement: {
      where: "id = @revision",
      own: { id: "@revision + n", body: `json_object('kind', 'article', 'articleId', ${id}, 'slug', 'trang-' || n, 'editionId', ${id})` },
    },
  };
  database.transaction(() => {
    for (const [table, { where, own }] of Object.entries(tables)) {
      const columns = /** @type {{ name: string }[]} */ (database.pragma(`table_info(${table})`)).map(({ name: column }) => column);
      const taken = columns.map((column) => own[column] ?? `"${column}"`).join(", ");
      database
        .prepare(
          `WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < @copies)
          INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(", ")}) SELECT ${taken} FROM number, ${table} WHERE ${where} AND @copies > 0`,
        )
        .run({ copies, ...(where.includes("@model") ? { model } : {}), ...(where.includes("@revision") ? { revision } : {}) });
    }
    database.prepare("UPDATE Content SET revision = revision + ?").run(copies);
  })();
  database.close();
  rmSync(join(folder, name, "search.db"), { force: true });
}

/** Processor time of this process, its threads included, in milliseconds. @param {() => Promise<unknown>} work */
async function timed(work) {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** @param {any} app */
async function workbench(app) {
  const { loadUnits } = await vite.ssrLoadModule("/app/use-cases/load-units.ts");
  const { ofArticle, textHash } = await vite.ssrLoadModule("/app/core/translation/wording.ts");
  const { article, author, reviewer } = await app.db.write(async (/** @type {any} */ tx) => ({
    article: await tx.articles.bySlug(SLUG),
    author: await tx.members.byEmail("noi-dung-khoi-dau@cau-noi.invalid"),
    reviewer: await tx.members.byEmail("duyet-khoi-dau@cau-noi.invalid"),
  }));
  const owner = ofArticle(article.id);
  const summary = async () =>
    (await app.db.write((/** @type {any} */ tx) => loadUnits({}, tx, owner))).find((/** @type {any} */ one) => one.unit === "summary");
  const { texts } = await summary();
  let changes = 0;
  return {
    page: async () => {
      await app.readers.visitor.frame("vi");
      await app.readers.visitor.article("vi", SLUG);
    },
    /** Words that are new and approved, so that there is something to publish. */
    prepare: async () => {
      changes += 1;
      for (const [lang, more] of Object.entries(ADDED)) {
        const { revision } = (await summary()).wordings[lang];
        const sourceHash = textHash((await summary()).texts.vi);
        await app.useCases.saveWording(author, { owner, unit: "summary", lang, text: texts[lang] + (changes % 2 ? more : ""), revision, sourceHash });
      }
      const { refused } = await app.useCases.approveUnits(reviewer, { owner, seen: { summary: (await summary()).hash } });
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    },
    publish: async () => {
      const { revision } = await app.useCases.publishArticle(author, { articleId: article.id });
      if (revision === null) throw new Error("nothing was published");
      await app.outbox.catchUp();
      if (app.search.revision() !== revision) throw new Error("search does not know what was published");
    },
  };
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  await (await open("few")).close();
  cpSync(join(folder, "few"), join(folder, "many"), { recursive: true });
  const begun = performance.now();
  grow("few", FEW);
  grow("many", MANY);
  say(`${MANY} pairs written in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  const apps = [await open("few"), await open("many")];
  const opened = performance.now();
  for (const app of apps) await app.search.ready();
  say(`their index made in ${((performance.now() - opened) / 1000).toFixed(0)} s`);
  const sides = await Promise.all(apps.map(workbench));
  const times = { page: /** @type {number[][]} */ ([[], []]), publish: /** @type {number[][]} */ ([[], []]) };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [number, side] of sides.entries()) {
      const page = await timed(async () => {
        for (let count = 0; count < PAGES_A_ROUND; count += 1) await side.page();
      });
      let publish = 0;
      for (let count = 0; count < PUBLISHED_A_ROUND; count += 1) {
        await side.prepare();
        publish += await timed(side.publish);
      }
      if (round === 0) continue; // warms up
      times.page[number]?.push(page / PAGES_A_ROUND);
      times.publish[number]?.push(publish / PUBLISHED_A_ROUND);
    }
  }
  const results = Object.entries({ "article page": times.page, publishing: times.publish }).map(([what, [few = [], many = []]]) => {
    const ratio = median(many) / median(few);
    return { what, few: median(few), many: median(many), ratio, held: ratio <= LIMIT };
  });
  for (const { what, few, many, ratio, held } of results)
    say(`${held ? "✓" : "✗"} ${what}: ${few.toFixed(2)} ms with ${FEW} pairs, ${many.toFixed(2)} ms with ${MANY}: ${ratio.toFixed(2)} × (at most ${LIMIT})`);
  for (const app of apps) await app.close();
  process.exitCode = results.every(({ held }) => held) ? 0 : 1;
} finally {
  await vite.close();
  rmSync(folder, { recursive: true, force: true });
}
