import { type ArticleAbout, factsOf, type SegmentTexts } from "../../../core/articles/article.ts";
import { type ArticleTree, faultsOf, segmentsOf } from "../../../core/articles/tree.ts";
import type { Agency } from "../../../core/facts/dated.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import type { Gate } from "../../../core/facts/gate.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import type { Topic } from "../../../core/facts/topic.ts";
import { type ByLang, LANGS } from "../../../core/language/languages.ts";

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

/** All that a kiosk of one gate shows, plain JSON: enough to go on without a server. Instants in ISO 8601. */
export interface KioskContent {
  /** Which database it comes from: after a restore, revisions start anew. */
  generation: string;
  revision: number;
  generatedAt: string;
  /** The next instant at which something computed from it (a status, an overdue mark) reads differently; the kiosk computes for itself. */
  validUntil: string | null;
  stringsVersion: string;
  /** Key of the gate at which the kiosk stands. */
  gate: string;
  /** All gates, in their order on the line. */
  gates: Gate[];
  /** The facts with opening hours that the gates refer to. */
  hours: Record<string, Fact>;
  observations: HeldObservation[];
  agencies: Agency[];
  topics: Topic[];
  /** The articles that concern the gate. */
  articles: HeldArticle[];
}

type Unchecked = Record<string, unknown>;

/**
 * Reads what came over the wire. Null unless it is whole: a kiosk goes on with what it holds rather than show half a pair
 * or stop in the middle of a page.
 * @param gate key of the gate the kiosk stands at
 */
export function readContent(value: unknown, gate: string): KioskContent | null {
  try {
    const content = value as KioskContent;
    const whole =
      isRecord(value) &&
      [value.generation, value.generatedAt, value.stringsVersion].every(isText) &&
      Number.isInteger(value.revision) &&
      value.gate === gate &&
      isListOf(value.gates, isGate) &&
      content.gates.some((one) => one.key === gate) &&
      isMapOf(value.hours, isFact) &&
      isListOf(value.observations, isObservation) &&
      isListOf(value.agencies, isAgency) &&
      isListOf(value.topics, (topic) => isText(topic.key) && isText(topic.icon) && isPair(topic.name)) &&
      isListOf(value.articles, isArticle);
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

function isArticle(value: Unchecked): boolean {
  const { tree, texts, facts } = value as unknown as HeldArticle;
  if (!isText(value.slug) || !isRecord(value.about) || !isText(value.about.topic) || !isText(value.about.agency)) return false;
  if (!Array.isArray(tree) || faultsOf(tree).length > 0 || !isRecord(texts) || !isMapOf(facts, isFact)) return false;
  const segments = segmentsOf(tree);
  return LANGS.every((lang) => isRecord(texts[lang]) && segments.every((id) => isText(texts[lang][id]))) && factsOf(tree, texts).every((key) => key in facts);
}

/** The gate at which the kiosk stands. */
export function ownGate(content: KioskContent): Gate {
  const gate = content.gates.find((one) => one.key === content.gate);
  if (!gate) throw new Error(`no gate ${content.gate} in its own content`);
  return gate;
}

export const articleOf = (content: KioskContent, slug: string): HeldArticle | null => content.articles.find((article) => article.slug === slug) ?? null;

export const articlesOf = (content: KioskContent, topic: string): HeldArticle[] => content.articles.filter((article) => article.about.topic === topic);

/** The topics that have something to read at this gate, in their order. */
export const topicsOf = (content: KioskContent): Topic[] => content.topics.filter((topic) => articlesOf(content, topic.key).length > 0);
