/** As many pages as are asked for, made of the starter content's own words: their frequencies are those of the real corpus. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeEditionBody } from "../../app/core/articles/edition.ts";
import { articleDocument, gateDocument } from "../../app/core/search/make-document.ts";
import { factReader } from "../../app/server/readers/fact-reader.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";

const STARTER = new URL("../../prisma/starter/", import.meta.url).pathname;

/** The starter content as search gets it. */
export function starterPages() {
  const names = readdirSync(STARTER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const starter = readStarter(Object.fromEntries(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(STARTER, name), "utf8")])));
  const facts = Object.fromEntries(starter.facts.map((fact) => [fact.key, fact]));
  const articles = starter.articles.map(({ slug, sourceLang, tree, about, texts }) =>
    articleDocument(slug, makeEditionBody({ id: slug, slug, sourceLang, revision: 1, tree, about, withdrawnAt: null }, texts, facts), factReader),
  );
  return [...articles, ...starter.gates.map((gate) => gateDocument(gate, facts, factReader))];
}

/** About 300 words in each language, no paragraph twice. */
const PASSAGES = 8;

/** The same numbers in every run. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/**
 * Pages beside the real ones: each a title and some paragraphs that were shuffled together from the corpus, pair by pair, and a number of its own.
 * @param {number} count @param {ReturnType<typeof starterPages>} real
 */
export function* syntheticPages(count, real) {
  const roll = dice(20_261_123);
  const pick = (/** @type {any[]} */ list) => list[roll(list.length)];
  const articles = real.filter(({ kind }) => kind === "article");
  const passages = articles.flatMap(({ versions }) => versions.vi.passages.map((vi, index) => ({ vi: vi.text, zh: versions.zh.passages[index]?.text ?? "" })));
  const titles = articles.map(({ versions }) => ({ vi: versions.vi.title.split(" "), zh: [...versions.zh.title] }));
  for (let number = 0; number < count; number++) {
    const body = Array.from({ length: PASSAGES }, (_, index) => {
      const { vi, zh } = pick(passages);
      return { vi: `${vi} (${number}.${index})`, zh: `${zh}（${number}.${index}）` };
    });
    const [one, other] = [pick(titles), pick(titles)];
    const half = (/** @type {string[]} */ a, /** @type {string[]} */ b, /** @type {string} */ space) =>
      [...a.slice(0, Math.ceil(a.length / 2)), ...b.slice(Math.floor(b.length / 2))].join(space);
    const place = pick(articles);
    /** @param {"vi" | "zh"} lang @param {string} title */
    const version = (lang, title) => ({ title, passages: body.map((text, index) => ({ segment: index === 0 ? "summary" : `p${index}`, text: text[lang] })) });
    yield {
      id: `article:trang-${number}`,
      kind: /** @type {const} */ ("article"),
      slug: `trang-${number}`,
      topic: place.topic,
      gates: roll(4) === 0 ? ["huu-nghi"] : [],
      versions: { vi: version("vi", `${half(one.vi, other.vi, " ")} ${number}`), zh: version("zh", `${half(one.zh, other.zh, "")}${number}`) },
    };
  }
}
