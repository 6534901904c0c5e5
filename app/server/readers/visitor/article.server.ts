import type { SegmentTexts } from "../../../core/articles/article.ts";
import type { EditionBody } from "../../../core/articles/edition.ts";
import { plainText } from "../../../core/articles/inline.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import { type Fact, isOverdue } from "../../../core/facts/fact.ts";
import { earliest, hanoiDay } from "../../../core/facts/gate-status.ts";
import { type ByLang, type Lang, others } from "../../../core/language/languages.ts";
import { type FoundTerms, findTerms } from "../../../core/translation/find-terms.ts";
import { formatFact, readingMinutes } from "../../../i18n/format.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { EDITION_HEAD, type EditionHead, editionHeadOf } from "../machines/edition-head.server.ts";
import type { Reading } from "../reading.server.ts";
import { type AgencyView, readAgencies } from "./agencies.server.ts";
import { overdueFrom } from "./days.server.ts";
import { type ListedArticle, listNewest, listOfTopic } from "./listed.server.ts";
import { missing } from "./missing.server.ts";
import { type Terms, type TermView, termViews } from "./terms.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface ArticleView {
  edition: EditionHead;
  slug: string;
  title: string;
  /** Its title in the other languages. */
  otherTitles: { lang: Lang; title: string }[];
  summary: string;
  tree: ArticleTree;
  texts: SegmentTexts;
  facts: Record<string, Fact>;
  agencies: Record<string, AgencyView>;
  topic: TopicView | null;
  agency: string | null;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  overdue: boolean;
  /** Reading time. */
  minutes: number;
  /** Today in Hanoi, YYYY-MM-DD. */
  today: string;
  related: ListedArticle[];
  /** The terms that it speaks of, in the order in which they are first read, and where that is. */
  terms: TermView[];
  termSpots: FoundTerms["spots"];
  validUntil: Date | null;
}

const RELATED = 5;

/**
 * An article as a page shows it: its current edition, in one language.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readArticle({ db, now }: Reading, readTerms: (tx: ReadTx) => Promise<Terms>, lang: Lang, slug: string): Promise<ArticleView> {
  return db.snapshot(async (tx) => {
    const { edition, tree, texts, facts, about } = await currentEdition(tx, lang, slug);
    const instant = now();
    const today = hanoiDay(instant);
    const { agencies, validUntil: renamed } = await readAgencies(tx, lang, instant);
    const topics = await readTopics(tx, lang);
    const related = await otherArticles(tx, lang, about.topic, slug);
    const again = [about, ...Object.values(facts)].map(({ verifyAgainBy }) => overdueFrom(verifyAgainBy, instant));
    const glossary = await readTerms(tx);
    const { keys, spots } = findTerms(glossary.in[lang], tree, texts[lang]);
    return {
      edition,
      slug,
      title: wordsOf(texts, facts, lang, "title"),
      otherTitles: others(lang).map((other) => ({ lang: other, title: wordsOf(texts, facts, other, "title") })),
      summary: wordsOf(texts, facts, lang, "summary"),
      tree,
      texts: texts[lang],
      facts,
      agencies,
      topic: topics.find(({ key }) => key === about.topic) ?? null,
      agency: agencies[about.agency]?.name ?? null,
      verifiedOn: about.verifiedOn,
      verifyAgainBy: about.verifyAgainBy,
      overdue: isOverdue(about, today),
      minutes: readingMinutes(Object.values(texts[lang]), lang),
      today,
      related,
      terms: termViews(glossary, keys, lang),
      termSpots: spots,
      validUntil: earliest([renamed, ...again]),
    };
  });
}

export interface SideBySideView extends Pick<ArticleView, "slug" | "title" | "tree" | "facts" | "today"> {
  texts: ByLang<SegmentTexts>;
  agencies: ByLang<Record<string, AgencyView>>;
  validUntil: Date | null;
}

/**
 * An article in every language at once.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readSideBySide({ db, now }: Reading, lang: Lang, slug: string): Promise<SideBySideView> {
  return db.snapshot(async (tx) => {
    const { tree, texts, facts } = await currentEdition(tx, lang, slug);
    const instant = now();
    const own = await readAgencies(tx, lang, instant);
    const agencies = { [lang]: own.agencies } as SideBySideView["agencies"];
    for (const other of others(lang)) agencies[other] = (await readAgencies(tx, other, instant)).agencies;
    const again = Object.values(facts).map(({ verifyAgainBy }) => overdueFrom(verifyAgainBy, instant));
    return {
      slug,
      title: wordsOf(texts, facts, lang, "title"),
      tree,
      texts,
      facts,
      agencies,
      today: hanoiDay(instant),
      validUntil: earliest([own.validUntil, ...again]),
    };
  });
}

async function currentEdition(tx: ReadTx, lang: Lang, slug: string): Promise<EditionBody & { edition: EditionHead }> {
  const row = await tx.edition.findFirst({ where: { slug, kind: "article", currentOf: { not: null } }, select: { body: true, ...EDITION_HEAD } });
  if (!row) throw await missing(tx, lang, "article", slug);
  return { ...(row.body as unknown as EditionBody), edition: editionHeadOf(row) };
}

/** Others of the same topic, then the newest of all, until there are enough. */
async function otherArticles(tx: ReadTx, lang: Lang, topic: string, slug: string): Promise<ListedArticle[]> {
  const ofTopic = (await listOfTopic(tx, lang, topic, RELATED + 1)).filter((one) => one.slug !== slug).slice(0, RELATED);
  if (ofTopic.length === RELATED) return ofTopic;
  const taken = new Set([slug, ...ofTopic.map((one) => one.slug)]);
  const newest = (await listNewest(tx, lang, RELATED + taken.size)).filter((one) => !taken.has(one.slug));
  return [...ofTopic, ...newest].slice(0, RELATED);
}

const wordsOf = (texts: ByLang<SegmentTexts>, facts: Record<string, Fact>, lang: Lang, segment: string): string =>
  plainText(texts[lang][segment] ?? "", (key) => (facts[key] ? formatFact(facts[key].value, lang) : ""));
