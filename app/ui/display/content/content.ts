import { type ArticleAbout, factsOf, type SegmentTexts } from "../../../core/articles/article.ts";
import { byUrgency, concernsGate, holdsAt } from "../../../core/articles/kinds.ts";
import { mediaPath, picturesIn } from "../../../core/articles/picture.ts";
import { type ArticleTree, faultsOf, segmentsOf } from "../../../core/articles/tree.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import type { Agency } from "../../../core/facts/dated.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { Gate } from "../../../core/facts/gate.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import type { Topic } from "../../../core/facts/topic.ts";
import { type ByLang, LANGS } from "../../../core/language/languages.ts";
import type { Romanisation } from "../../../core/language/romanisation.ts";
import type { Site } from "../../../core/people/site.ts";
import type { Readings } from "../../../core/search/readings.ts";
import type { TraditionalPairs } from "../../../core/search/traditional.ts";

/** An observation as JSON carries it: instants in ISO 8601. */
export type HeldObservation = Omit<Observation, "at" | "until" | "unknownAfter"> & { at: string; until: string | null; unknownAfter: string | null };

/** A current edition, both languages in one piece. */
export interface HeldArticle {
  slug: string;
  edition: number;
  tree: ArticleTree;
  about: ArticleAbout;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

/** A phrase card, both languages in one piece, facts filled in. */
export interface HeldPhrase {
  slug: string;
  topic: string;
  /** The sentence to show, when to show it, and how the other language's sentence sounds ("": not given). */
  texts: ByLang<{ sentence: string; when: string; aid: string }>;
  /** The sentence in Latin letters, where it is written otherwise. */
  romanised: ByLang<Romanisation | null>;
}

/** All that a kiosk of one site shows, plain JSON: enough to go on without a server. Instants in ISO 8601. */
export interface KioskContent {
  /** Which database it comes from: after a restore, revisions start anew. */
  generation: string;
  revision: number;
  generatedAt: string;
  /** The next instant at which something computed from it (a status, an overdue mark) reads differently; the kiosk computes for itself. */
  validUntil: string | null;
  stringsVersion: string;
  /** The address that people use; what a phone is led to begins with it. */
  origin: string;
  /** Where it stands: at a gate, or in a commune cluster. */
  site: Site;
  /** Key of the gate at which it stands; null: at none. */
  gate: string | null;
  /** All gates, in their order on the line. */
  gates: Gate[];
  /** The facts with opening hours that the gates refer to. */
  hours: Record<string, Fact>;
  observations: HeldObservation[];
  agencies: Agency[];
  topics: Topic[];
  /** The articles that concern the gate. */
  articles: HeldArticle[];
  /** The questions with their answers that concern it. */
  questions: HeldArticle[];
  /** Those that hold or will hold, of every gate, the most urgent first. */
  notices: DisplayNotice[];
  phrases: HeldPhrase[];
  /** How the Chinese in all of this is read: it is searched here, without a server. */
  readings: Readings;
  /** By which Traditional characters it may be looked for; absent from what an older server told. */
  traditional?: TraditionalPairs;
}

type Unchecked = Record<string, unknown>;

/**
 * Reads what came over the wire. Null unless it is whole: a kiosk goes on with what it holds rather than show half a pair
 * or stop in the middle of a page.
 * @param site key of the site the kiosk stands at
 */
export function readContent(value: unknown, site: string): KioskContent | null {
  try {
    const content = value as KioskContent;
    const whole =
      isRecord(value) &&
      [value.generation, value.generatedAt, value.stringsVersion, value.origin].every(isText) &&
      Number.isInteger(value.revision) &&
      isRecord(value.site) &&
      value.site.key === site &&
      isPair(value.site.name) &&
      isListOf(value.gates, isGate) &&
      (value.gate === null || (value.gate === site && content.gates.some((one) => one.key === site))) &&
      isMapOf(value.hours, isFact) &&
      isListOf(value.observations, isObservation) &&
      isListOf(value.agencies, isAgency) &&
      isListOf(value.topics, (topic) => isText(topic.key) && isText(topic.icon) && isPair(topic.name)) &&
      isListOf(value.articles, isArticle) &&
      isListOf(value.questions, isArticle) &&
      isListOf(value.notices, isNotice) &&
      isListOf(value.phrases, isPhrase) &&
      isRecord(value.readings);
    return whole ? content : null;
  } catch {
    return null; // a check ran into something that is not even shaped like a tree
  }
}

const isRecord = (value: unknown): value is Unchecked => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isInstant = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value));
const isInstantOrNull = (value: unknown): boolean => value === null || isInstant(value);
const isListOf = (value: unknown, isOne: (one: Unchecked) => boolean): boolean => Array.isArray(value) && value.every((one) => isRecord(one) && isOne(one));
const isMapOf = (value: unknown, isOne: (one: Unchecked) => boolean): boolean => isRecord(value) && isListOf(Object.values(value), isOne);
const isPair = (value: unknown): boolean => isRecord(value) && LANGS.every((lang) => isText(value[lang]));
const isFact = (fact: Unchecked): boolean => isText(fact.key) && isPair(fact.label) && isText(fact.agency) && isRecord(fact.value) && isText(fact.value.type);
const isAgency = (agency: Unchecked): boolean => isText(agency.key) && isListOf(agency.names, (entry) => isPair(entry.name));

const isGate = (gate: Unchecked): boolean =>
  isText(gate.key) &&
  isRecord(gate.name) &&
  LANGS.some((lang) => isText((gate.name as Unchecked)[lang])) &&
  isRecord(gate.hours) &&
  isListOf(gate.kinds, (kind) => isText(kind.kind));

const isObservation = (seen: Unchecked): boolean =>
  isText(seen.gate) && isText(seen.state) && isInstant(seen.at) && [seen.until, seen.unknownAfter].every(isInstantOrNull);

const isArticle = (value: Unchecked): boolean => isAbout(value.about) && isText(value.slug) && isWhole(value);

const isAbout = (about: unknown): boolean => isRecord(about) && isText(about.topic) && isText(about.agency);

/** A tree with all of its words in every language, and the facts that they refer to. */
function isWhole(value: Unchecked): boolean {
  const { tree, texts, facts } = value as unknown as HeldArticle;
  if (!Array.isArray(tree) || faultsOf(tree).length > 0 || !isRecord(texts) || !isMapOf(facts, isFact)) return false;
  const segments = segmentsOf(tree);
  return LANGS.every((lang) => isRecord(texts[lang]) && segments.every((id) => isText(texts[lang][id]))) && factsOf(tree, texts).every((key) => key in facts);
}

const isNotice = (notice: Unchecked): boolean =>
  isText(notice.id) &&
  isText(notice.slug) &&
  isRecord(notice.terms) &&
  isText(notice.terms.level) &&
  isInstant(notice.terms.from) &&
  isInstantOrNull(notice.terms.until) &&
  Array.isArray(notice.gates) &&
  isWhole(notice);

const isPhrase = (phrase: Unchecked): boolean =>
  isText(phrase.slug) &&
  isText(phrase.topic) &&
  isRecord(phrase.romanised) &&
  isRecord(phrase.texts) &&
  LANGS.every((lang) => isText(((phrase.texts as Unchecked)[lang] as Unchecked).sentence));

/** The gate at which the kiosk stands; null: at none. */
export const ownGate = ({ gate, gates }: KioskContent): Gate | null => gates.find(({ key }) => key === gate) ?? null;

export const articleOf = (content: KioskContent, slug: string): HeldArticle | null => content.articles.find((article) => article.slug === slug) ?? null;
export const questionOf = (content: KioskContent, slug: string): HeldArticle | null => content.questions.find((question) => question.slug === slug) ?? null;
export const noticeOf = (content: KioskContent, slug: string): DisplayNotice | null => content.notices.find((notice) => notice.slug === slug) ?? null;
export const phraseOf = (content: KioskContent, slug: string): HeldPhrase | null => content.phrases.find((phrase) => phrase.slug === slug) ?? null;

export const articlesOf = (content: KioskContent, topic: string): HeldArticle[] => content.articles.filter((article) => article.about.topic === topic);

/** The topics that have something to read at this gate, in their order. */
export const topicsOf = (content: KioskContent): Topic[] => content.topics.filter((topic) => articlesOf(content, topic.key).length > 0);

/** What is grouped by topic, in the topics' order. */
export const byTopic = <T>(content: KioskContent, all: readonly T[], topicOf: (one: T) => string): { topic: Topic; held: T[] }[] =>
  content.topics.flatMap((topic) => {
    const held = all.filter((one) => topicOf(one) === topic.key);
    return held.length > 0 ? [{ topic, held }] : [];
  });

/** The notices that hold now, the most urgent first. */
export const noticesAt = (notices: readonly DisplayNotice[], now: Date): DisplayNotice[] =>
  notices.filter(({ terms }) => holdsAt(terms, now)).sort((a, b) => byUrgency(a.terms, b.terms));

/** The emergencies that hold now at a site: they take the whole screen. */
export const emergenciesAt = (notices: readonly DisplayNotice[], site: string, now: Date): DisplayNotice[] =>
  noticesAt(notices, now).filter(({ terms, gates }) => terms.level === "emergency" && concernsGate(gates, site));

/** Addresses of every file that the articles' pictures are shown from, each once. */
export const pictureFiles = (content: KioskContent): string[] => [
  ...new Set(
    content.articles.flatMap(({ tree }) => picturesIn(tree).flatMap(({ files }) => files.filter(({ type }) => type === "webp").map((file) => mediaPath(file)))),
  ),
];
