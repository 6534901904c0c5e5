import type { ArticleNode } from "../../../core/articles/tree.ts";
import { HEAD_SEGMENTS, walk } from "../../../core/articles/tree.ts";
import { type ByLang, byLang, LANGS, type Lang } from "../../../core/language/languages.ts";
import type { Marked } from "../../../core/search/document.ts";
import { readQuery } from "../../../core/search/needles.ts";
import { fold } from "../../../core/search/normalise.ts";
import { excerpt } from "../../../core/search/passage.ts";
import { markStretches } from "../../../core/search/stretches.ts";
import { published } from "../../../core/strings/catalogue.ts";
import { ofArticle, ofStrings } from "../../../core/translation/wording.ts";
import type { Unit } from "../../../core/workflow/units.ts";
import { NAMESPACES } from "../../../i18n/options.ts";
import { BASE_STRINGS } from "../../../i18n/runtime.server.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { overrideOf } from "../../db/tx/strings.server.ts";
import type { Reading } from "../reading.server.ts";

/** A unit that says, or is called, what is sought. */
export interface FoundUnit {
  unit: string;
  kind: Unit["kind"];
  lang: Lang;
  words: Marked[];
}

/** An article or a namespace, and where in it; nothing: its own name says it. */
export interface FoundPair {
  kind: "article" | "strings";
  /** Slug or namespace. */
  name: string;
  titles: ByLang<string>;
  units: FoundUnit[];
}

export interface WorkSearchView {
  /** As it was typed. */
  query: string;
  articles: FoundPair[];
  strings: FoundPair[];
  facts: { key: string; label: ByLang<string> }[];
  /** More articles or strings say it than are shown. */
  more: boolean;
}

const MOST = 50;
const MOST_STRINGS = 30;
const MOST_NAMED = 10;
/** Segments that were taken out of their article keep their words: so many more are asked for as may be such. */
const ASKED = 3 * MOST;
/** So many words of a query are sought one by one. */
const PATTERNS = 6;

/** What is sought: folded, as a whole and word by word. */
interface Sought {
  typed: string;
  phrase: string;
  words: string[];
}

/**
 * Words at work, in either language, wherever in a text they stand; whole phrases first, titles first among them, then the newest.
 * Articles are found by their slugs too, units by their ids, facts by their names.
 * @throws AppError `query_too_long`
 */
export async function readWorkSearch({ db }: Reading, typed: string): Promise<WorkSearchView> {
  const query = readQuery(typed).trim();
  const words = fold(query).split(/\s+/).filter(Boolean).slice(0, PATTERNS);
  if (words.length === 0) return { query, articles: [], strings: [], facts: [], more: false };
  const sought: Sought = { typed: query, phrase: words.join(" "), words };
  return db.snapshot(async (tx) => {
    const found = await findSegments(tx, sought);
    const articles = await readArticles(tx, found, sought);
    const strings = await findStrings(tx, sought);
    return {
      query,
      articles: articles.pairs,
      strings: strings.pairs,
      facts: await findFacts(tx, sought),
      more: articles.more || strings.more,
    };
  });
}

interface Row {
  owner: string;
  unit: string;
  lang: string;
  text: string;
}

/** A pattern of LIKE for what may stand anywhere; of its own signs "!" takes the meaning. */
const anywhere = (words: string): string => `%${words.replace(/[!%_]/g, "!$&")}%`;

function findSegments(tx: ReadTx, { typed, phrase, words }: Sought): Promise<Row[]> {
  const [a, b, c, d, e, f] = [...words.map(anywhere), ...Array<string>(PATTERNS).fill("%")];
  return tx.$queryRaw<Row[]>`SELECT "owner", "unit", "lang", "text" FROM "Wording"
    WHERE "owner" LIKE 'article:%' AND ("unit" = ${typed} OR ("folded" LIKE ${a} ESCAPE '!' AND "folded" LIKE ${b} ESCAPE '!'
      AND "folded" LIKE ${c} ESCAPE '!' AND "folded" LIKE ${d} ESCAPE '!' AND "folded" LIKE ${e} ESCAPE '!' AND "folded" LIKE ${f} ESCAPE '!'))
    ORDER BY CASE WHEN "folded" LIKE ${anywhere(phrase)} ESCAPE '!' THEN 0 ELSE 1 END, CASE WHEN "unit" = 'title' THEN 0 ELSE 1 END,
      "editedAt" DESC, "owner", "unit", "lang" LIMIT ${ASKED}`;
}

/** The articles of what was found, in its order, and those of such a slug; without what they no longer hold. */
async function readArticles(tx: ReadTx, found: readonly Row[], { typed, phrase, words }: Sought): Promise<{ pairs: FoundPair[]; more: boolean }> {
  const slug = words.join("-");
  const named = /^[a-z0-9-]{3,}$/.test(slug)
    ? await tx.article.findMany({ where: { slug: { contains: slug } }, orderBy: { slug: "asc" }, take: MOST_NAMED, select: { id: true } })
    : [];
  const owners = [...new Set([...found.map(({ owner }) => owner), ...named.map(({ id }) => ofArticle(id))])];
  const ids = owners.map((owner) => owner.slice("article:".length));
  const articles = new Map((await tx.article.findMany({ where: { id: { in: ids } } })).map((row) => [ofArticle(row.id) as string, articleOf(row)]));
  const titles = await tx.wording.findMany({ where: { owner: { in: owners }, unit: "title" }, select: { owner: true, lang: true, text: true } });
  const pairs = new Map<string, FoundPair>();
  let shown = 0;
  let more = false;
  for (const owner of owners) {
    const article = articles.get(owner);
    if (!article) continue;
    const kinds = kindsOf([...walk(article.tree)]);
    const units = found.flatMap(({ unit, lang, text, ...row }): FoundUnit[] => {
      const kind = row.owner === owner ? kinds.get(unit) : undefined;
      return kind ? [{ unit, kind, lang: lang as Lang, words: shownWords(text, { typed, phrase, words }) }] : [];
    });
    const isNamed = named.some(({ id }) => id === article.id);
    const kept = units.slice(0, MOST - shown);
    more ||= kept.length < units.length;
    shown += kept.length;
    if (kept.length === 0 && !isNamed) continue;
    const own = byLang((lang) => titles.find((row) => row.owner === owner && row.lang === lang)?.text ?? "");
    pairs.set(owner, { kind: "article", name: article.slug, titles: own, units: kept });
  }
  return { pairs: [...pairs.values()], more: more || found.length === ASKED };
}

const kindsOf = (nodes: readonly ArticleNode[]): Map<string, Unit["kind"]> =>
  new Map<string, Unit["kind"]>([
    ...HEAD_SEGMENTS.map((unit): [string, Unit["kind"]] => [unit, unit as "title"]),
    ...nodes.map(({ id, kind }): [string, Unit["kind"]] => [id, kind]),
  ]);

/** Interface strings as they are at work: what was saved, else what readers see. */
async function findStrings(tx: ReadTx, { typed, phrase, words }: Sought): Promise<{ pairs: FoundPair[]; more: boolean }> {
  const overrides = (await tx.publishedString.findMany()).map(overrideOf);
  const saved = await tx.wording.findMany({ where: { owner: { startsWith: "strings:" } }, select: { owner: true, unit: true, lang: true, text: true } });
  const savedTexts = new Map(saved.map(({ owner, unit, lang, text }) => [`${owner} ${unit} ${lang}`, text]));
  const pairs: FoundPair[] = [];
  let left = MOST_STRINGS;
  let more = false;
  for (const namespace of NAMESPACES) {
    const live = published(
      BASE_STRINGS[namespace] ?? {},
      overrides.filter((override) => override.namespace === namespace),
    );
    const units = Object.entries(live).flatMap(([unit, texts]) =>
      LANGS.flatMap((lang): FoundUnit[] => {
        const text = savedTexts.get(`${ofStrings(namespace)} ${unit} ${lang}`) ?? texts[lang];
        const folded = fold(text);
        const says = unit === typed || words.every((word) => folded.includes(word));
        return says ? [{ unit, kind: "string", lang, words: shownWords(text, { typed, phrase, words }) }] : [];
      }),
    );
    more ||= units.length > left;
    if (units.length && left) pairs.push({ kind: "strings", name: namespace, titles: byLang(() => ""), units: units.slice(0, left) });
    left = Math.max(0, left - units.length);
  }
  return { pairs, more };
}

async function findFacts(tx: ReadTx, { typed, words }: Sought): Promise<WorkSearchView["facts"]> {
  const facts = (await tx.fact.findMany({ orderBy: { key: "asc" } })).map(factOf);
  const says = (text: string): boolean => words.every((word) => fold(text).includes(word));
  return facts
    .filter(({ key, label }) => key === typed || LANGS.some((lang) => says(label[lang])))
    .slice(0, MOST_NAMED)
    .map(({ key, label }) => ({ key, label }));
}

/** The whole phrase is marked where it stands, else its words. */
function shownWords(text: string, { phrase, words }: Sought): Marked[] {
  const whole = markStretches(text, [phrase]);
  return excerpt(whole.some(({ hit }) => hit) ? whole : markStretches(text, words));
}
