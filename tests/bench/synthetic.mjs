/**
 * As many pages as are asked for, in the portal's own language and about other subjects: each sentence is one of the starter content's
 * whose telling words were exchanged for invented ones. Everyday words are as frequent as they really are, and invented words are made of
 * the syllables and characters that make up many words, so that the words of the real pages come about in dozens of others by chance;
 * but no synthetic page is about what a real one is about: each query has its right answer, which must not drown.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeEditionBody } from "../../app/core/articles/edition.ts";
import { byLang, language } from "../../app/core/language/languages.ts";
import { articleDocument, gateDocument } from "../../app/core/search/make-document.ts";
import { fold } from "../../app/core/search/normalise.ts";
import { factReader } from "../../app/server/readers/fact-reader.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";

/** @typedef {import("../../app/core/search/document.ts").SearchDocument} SearchDocument */
/** @typedef {import("../../app/core/language/languages.ts").Lang} Lang */

const STARTER = new URL("../../prisma/starter/", import.meta.url).pathname;

/** The starter content as it is written. */
export function readStarterContent() {
  const names = readdirSync(STARTER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return readStarter(Object.fromEntries(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(STARTER, name), "utf8")])));
}

/** The starter content as search gets it. @returns {SearchDocument[]} */
export function starterPages() {
  const starter = readStarterContent();
  const facts = Object.fromEntries(starter.facts.map((fact) => [fact.key, fact]));
  const articles = starter.articles.map(({ slug, sourceLang, tree, about, texts }) =>
    articleDocument(slug, makeEditionBody({ id: slug, slug, sourceLang, revision: 1, tree, about, withdrawnAt: null }, texts, facts), factReader),
  );
  return [...articles, ...starter.gates.map((gate) => gateDocument(gate, facts, factReader))];
}

/** The same numbers in every run. @param {number} seed */
export function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** So many sentences and titles are made; a page is put together of them. */
const SENTENCES = 20_000;
/** About 300 words in each language. */
const PASSAGES = 12;
/** A word that stands in this share of the real articles belongs to no subject. */
const EVERYDAY = 0.5;
/** One that stands in this share of their titles names none; a syllable or character that stands in this share of them makes up many words. */
const FREQUENT = 0.2;
/** Vietnamese writes most words as two; so are the invented ones of both languages. */
const LONGEST_WORD = 2;
const INVENTED = 20_000;
const SYLLABLE = /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/;

const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}[\p{N}.,/-]*/gu;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** A text's words and what stands between them, in turns. @param {string} text @param {Lang} lang @returns {{ word: string, isWord: boolean }[]} */
function pieces(text, lang) {
  if (language(lang).unspaced) return [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({ word: segment, isWord: isWordLike === true }));
  const found = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    found.push({ word: text.slice(end, match.index), isWord: false }, { word: match[0], isWord: true });
    end = match.index + match[0].length;
  }
  return [...found, { word: text.slice(end), isWord: false }];
}

/** A sentence with gaps (null) where telling words were. @param {string} text @param {Lang} lang @param {Set<string>} everyday */
function openUp(text, lang, everyday) {
  /** @type {(string | null)[]} */
  const parts = [];
  let length = 0;
  for (const { word, isWord } of pieces(text, lang)) {
    if (isWord && !everyday.has(word.toLowerCase()) && !/\p{N}/u.test(word)) {
      const joins = parts.at(-1) === " " && parts.at(-2) === null && length < LONGEST_WORD;
      if (joins) parts.pop();
      else parts.push(null);
      length = joins ? length + 1 : 1;
    } else if (word) parts.push(word);
  }
  return parts;
}

/** What stands in many of some texts. @param {string[][]} texts @param {number} share */
function frequent(texts, share) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of texts) for (const part of new Set(text)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= texts.length * share).map(([part]) => part);
}

/** @param {string} text @param {Lang} lang */
const wordsOf = (text, lang) => pieces(text, lang).flatMap(({ word, isWord }) => (isWord ? word.toLowerCase() : []));
/** What words are made of. @param {string} text @param {Lang} lang */
const syllablesOf = (text, lang) =>
  language(lang).unspaced ? (text.match(/\p{Script=Han}/gu) ?? []) : wordsOf(text, lang).filter((word) => SYLLABLE.test(fold(word)));

/**
 * Synthetic pages, one after another: 100,000 of them need not be held at once.
 * @param {number} count @param {SearchDocument[]} real @returns {Generator<SearchDocument>}
 */
export function* syntheticPages(count, real) {
  const roll = dice(20_261_123);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[roll(list.length)]);
  const articles = real.filter(({ kind }) => kind === "article");
  const makers = byLang((lang) => {
    const titles = articles.map(({ versions }) => versions[lang].title);
    const passages = articles.map(({ versions }) => versions[lang].passages.map(({ text }) => text));
    const whole = passages.map((texts) => texts.join("\n"));
    const inTitles = new Set(
      frequent(
        titles.map((title) => wordsOf(title, lang)),
        FREQUENT,
      ),
    );
    const inPassages = new Set(
      frequent(
        whole.map((text) => wordsOf(text, lang)),
        EVERYDAY,
      ),
    );
    const syllables = frequent(
      whole.map((text) => syllablesOf(text, lang)),
      FREQUENT,
    );
    const word = () => Array.from({ length: LONGEST_WORD }, () => pick(syllables)).join(language(lang).unspaced ? "" : " ");
    const words = Array.from({ length: INVENTED }, word);
    /** A number stays a number. @param {string} part */
    const otherNumber = (part) => part.replace(/\p{N}/gu, () => String(roll(10)));
    /** @param {(string | null)[][]} sources */
    const made = (sources) =>
      Array.from({ length: SENTENCES }, () =>
        pick(sources)
          .map((part) => (part === null ? pick(words) : otherNumber(part)))
          .join(""),
      );
    return {
      titles: made(titles.map((title) => openUp(title, lang, inTitles))),
      passages: made(passages.flat().map((text) => openUp(text, lang, inPassages))),
    };
  });
  for (let number = 0; number < count; number++) {
    const place = pick(articles);
    yield {
      id: `article:trang-${number}`,
      kind: "article",
      slug: `trang-${number}`,
      topic: place.topic,
      gates: roll(4) === 0 ? ["huu-nghi"] : [],
      versions: byLang((lang) => ({
        title: pick(makers[lang].titles),
        passages: Array.from({ length: PASSAGES }, (_, index) => ({ segment: index === 0 ? "summary" : `p${index}`, text: pick(makers[lang].passages) })),
      })),
    };
  }
}
