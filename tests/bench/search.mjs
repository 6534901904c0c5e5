/**
 * `npm run bench -- search [pages]`: the project's query list on the real corpus and among 100,000 synthetic pairs, and its times there,
 * in the index itself: what the thread adds is a message.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileText } from "../../app/core/search/index-row.ts";
import { SearchIndex } from "../../app/server/search/search-index.server.ts";
import { starterPages, syntheticPages } from "./synthetic.mjs";

const PAGES = Number(process.argv[2] ?? 100_000);
const P95_LIMIT_MS = 25;
const ROUNDS = 3;
/** Pages in one transaction. */
const CHUNK = 2_000;
/** The notices of the starter content hold then. */
const AT = Date.parse("2026-11-23T12:00:00+07:00");
const CONTENT = { generationId: "bench", revision: 1 };

/** @type {{ q: string, kind: string, lang: "vi" | "zh", expect: string | string[] }[]} */
const queries = JSON.parse(readFileSync(new URL("../search/queries.json", import.meta.url), "utf8"));

/** @param {number[]} times @param {number} share */
const quantile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), "cau-noi-bench-search-"));
const real = starterPages();

/** Synthetic pages share their sentences: the real normaliser reads each once. */
const filed = new Map();
/** @type {typeof fileText} */
function fileOnce(text, isName) {
  const found = filed.get(text) ?? fileText(text, isName);
  filed.set(text, found);
  return found;
}

/** @param {string} name @param {Iterable<ReturnType<typeof starterPages>[number]>} pages */
function indexOf(name, ...pages) {
  const begun = performance.now();
  const { index } = SearchIndex.open({ file: join(folder, name), content: CONTENT, fresh: true });
  let chunk = [];
  for (const source of pages) {
    for (const page of source) {
      chunk.push(page);
      if (chunk.length < CHUNK) continue;
      index.fill(chunk, fileOnce);
      chunk = [];
    }
  }
  index.fill(chunk, fileOnce);
  index.seal(CONTENT);
  filed.clear();
  return { index, seconds: (performance.now() - begun) / 1000 };
}

/** Where the page that is meant stands among the first ten; -1: it does not. @param {SearchIndex} index @param {(typeof queries)[number]} query */
const place = (index, { q, lang, expect }) => index.query({ text: q, lang, limit: 10 }, AT).hits.findIndex(({ id }) => [expect].flat().includes(id));

/** @param {string} corpus @param {SearchIndex} index @returns {boolean} whether all are found */
function tellPlaces(corpus, index) {
  const found = queries.map((query) => place(index, query));
  const count = (/** @type {(place: number) => boolean} */ is) => found.filter(is).length;
  say(`${corpus}: ${count((at) => at >= 0)} of ${queries.length} queries in the top ten, ${count((at) => at === 0)} first`);
  for (const [number, at] of found.entries()) if (at < 0) say(`  not found: ${queries[number]?.q}`);
  return found.every((at) => at >= 0);
}

/** Processor time of one query in milliseconds: what it takes on a machine that has nothing else to do, whatever this one does besides. */
const timed = (/** @type {() => unknown} */ work) => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
};

/** @param {SearchIndex} index */
function tellTimes(index) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const withoutPassages = [];
  /** @type {Map<string, number>} */
  const slowest = new Map();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { q, lang } of queries) {
      const took = timed(() => index.query({ text: q, lang, limit: 20 }, AT));
      const bare = timed(() => index.query({ text: q, lang, limit: 1 }, AT));
      if (round === 0) continue; // warms up
      times.push(took);
      withoutPassages.push(bare);
      slowest.set(q, Math.min(slowest.get(q) ?? Number.POSITIVE_INFINITY, took));
    }
  }
  const sum = (/** @type {number[]} */ list) => list.reduce((all, one) => all + one, 0);
  const p95 = quantile(times, 0.95);
  say(`  p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms of processor time`);
  say(`  of it the passages that are shown: ${((1 - sum(withoutPassages) / sum(times)) * 100).toFixed(0)} %`);
  for (const [q, took] of [...slowest].sort((a, b) => b[1] - a[1]).slice(0, 8)) say(`    ${took.toFixed(1)} ms  ${q}`);
  return p95;
}

try {
  const small = indexOf("real.db", real).index;
  const foundAlone = tellPlaces(`The real corpus, ${real.length} pages`, small);
  tellTimes(small);
  small.close();

  const { index, seconds } = indexOf("large.db", syntheticPages(PAGES, real), real);
  say(`${PAGES} synthetic pairs beside it: made in ${seconds.toFixed(0)} s, ${(statSync(join(folder, "large.db")).size / 2 ** 20).toFixed(0)} MB`);
  const foundAmong = tellPlaces(`Among ${PAGES} pairs`, index);
  const p95 = tellTimes(index);
  const reopened = performance.now();
  index.close();
  const again = SearchIndex.open({ file: join(folder, "large.db"), content: CONTENT, fresh: false });
  say(`  opened again in ${((performance.now() - reopened) / 1000).toFixed(1)} s, ${again.held ? "kept" : "NOT kept"}`);
  again.index.close();
  const results = [
    { name: "every query brings up its page in the top ten of the real corpus", held: foundAlone },
    { name: `every query brings up its page in the top ten among ${PAGES} pairs`, held: foundAmong },
    { name: `p95 ${p95.toFixed(1)} ms among ${PAGES} pairs (at most ${P95_LIMIT_MS})`, held: p95 <= P95_LIMIT_MS },
  ];
  for (const { name, held } of results) say(`${held ? "✓" : "✗"} ${name}`);
  process.exitCode = results.every(({ held }) => held) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
