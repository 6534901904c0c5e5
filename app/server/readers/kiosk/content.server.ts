import type { ArticleAbout, SegmentTexts } from "../../../core/articles/article.ts";
import type { EditionBody } from "../../../core/articles/edition.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { AppError } from "../../../core/errors.ts";
import type { Agency } from "../../../core/facts/dated.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { FLOWS, type Gate } from "../../../core/facts/gate.ts";
import { flowStatusesAt } from "../../../core/facts/gate-directions.ts";
import { earliest, type Observation } from "../../../core/facts/gate-status.ts";
import type { Topic } from "../../../core/facts/topic.ts";
import type { ByLang } from "../../../core/language/languages.ts";
import type { Site } from "../../../core/people/site.ts";
import type { Readings } from "../../../core/search/readings.ts";
import type { TraditionalPairs } from "../../../core/search/traditional.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { agencyOf, gateOf, topicOf } from "../../db/tx/places.server.ts";
import { allSites } from "../../db/tx/sites.server.ts";
import type { Reading } from "../reading.server.ts";
import { nextTurn, overdueFrom } from "../visitor/days.server.ts";
import { readCounting } from "../visitor/stations.server.ts";
import { type HeldPhraseView, noticesHeld, phrasesHeld, turnsOf } from "./kinds.server.ts";
import { chineseIn } from "./readings.server.ts";

/** An observation as JSON carries it: instants in ISO 8601. */
type ObservationView = Omit<Observation, "at" | "until" | "unknownAfter"> & { at: string; until: string | null; unknownAfter: string | null };

/** A current edition, every language in one piece. */
interface KioskArticleView {
  slug: string;
  edition: number;
  tree: ArticleTree;
  about: ArticleAbout;
  texts: ByLang<SegmentTexts>;
  facts: Record<string, Fact>;
}

/** All that a kiosk of one site shows, from one state of the database. Plain JSON: the same as page data and over the wire. */
export interface KioskView {
  /** Which database it comes from. */
  generation: string;
  revision: number;
  /** Instants in ISO 8601. */
  generatedAt: string;
  /** The next instant at which something computed from it reads differently. */
  validUntil: string | null;
  stringsVersion: string;
  /** The address that people use; what a phone is led to begins with it. */
  origin: string;
  site: Site;
  /** Key of the gate at which it stands; null: at none. */
  gate: string | null;
  gates: Gate[];
  /** Facts with opening hours, by key. */
  hours: Record<string, Fact>;
  observations: ObservationView[];
  agencies: Agency[];
  topics: Topic[];
  articles: KioskArticleView[];
  questions: KioskArticleView[];
  /** Those that hold or will hold, of every gate, the most urgent first. */
  notices: DisplayNotice[];
  phrases: HeldPhraseView[];
  /** How the Chinese in all of this is read: the kiosk searches for itself. */
  readings: Readings;
  /** By which Traditional characters it may be looked for. */
  traditional: TraditionalPairs;
}

/** How many of the newest editions are looked at: a kiosk is for a person who stands, and holds everything in memory. */
const LOOKED_AT = 200;

/**
 * Reads the content of the kiosk at a site.
 * @param key the site's: a gate's, or a commune cluster's
 * @throws AppError `not_found`
 */
export async function readKiosk({ db, now, strings }: Reading, origin: string, key: string): Promise<KioskView> {
  const instant = now();
  return db.snapshot(async (tx) => {
    const site = (await allSites(tx)).find((one) => one.key === key);
    if (!site) throw new AppError("not_found");
    const gate = site.kind === "gate" ? key : null;
    const gates = (await tx.gate.findMany({ orderBy: { position: "asc" } })).map(gateOf);
    const { generationId, revision } = await tx.content.findUniqueOrThrow({ where: { id: 1 } });
    const hours = await hoursOf(tx, gates);
    const observations = [];
    for (const one of gates) observations.push(...(await readCounting(tx, one.key, instant)));
    const agencies = (await tx.agency.findMany({ orderBy: { key: "asc" } })).map(agencyOf);
    const topics = (await tx.topic.findMany({ orderBy: { position: "asc" } })).map(topicOf);
    const articles = await heldAt(tx, "article", gate);
    const questions = await heldAt(tx, "question", gate);
    const notices = await noticesHeld(tx, key, instant);
    const phrases = await phrasesHeld(tx);
    return {
      generation: generationId,
      revision,
      generatedAt: instant.toISOString(),
      validUntil: turnOf({ gates, hours, observations, agencies, articles: [...articles, ...questions], notices }, instant)?.toISOString() ?? null,
      stringsVersion: strings.bundle("display").version,
      origin,
      site,
      gate,
      gates,
      hours,
      observations: observations.map(toView),
      agencies,
      topics,
      articles,
      questions,
      notices,
      phrases,
      ...chineseIn({ gates, articles: [...articles, ...questions, ...notices], phrases }),
    };
  });
}

async function hoursOf(tx: ReadTx, gates: Gate[]): Promise<Record<string, Fact>> {
  const keys = gates.flatMap((gate) => Object.values(gate.hours));
  const rows = keys.length ? await tx.fact.findMany({ where: { key: { in: keys } }, orderBy: { key: "asc" } }) : [];
  return Object.fromEntries(rows.map((row) => [row.key, factOf(row)]));
}

/**
 * Current editions that concern the gate: those that name it, then those that concern every gate; newest first in each. Where there is no
 * gate, those that concern every gate, then all others.
 */
async function heldAt(tx: ReadTx, kind: "article" | "question", gate: string | null): Promise<KioskArticleView[]> {
  const rows = await tx.edition.findMany({
    where: { kind, currentOf: { not: null } },
    orderBy: { currentOf: "desc" },
    take: LOOKED_AT,
    select: { slug: true, number: true, body: true },
  });
  const articles = rows.map(({ slug, number, body }) => ({ slug, edition: number, ...(body as unknown as EditionBody) }));
  const general = articles.filter(({ about }) => about.gates.length === 0);
  if (gate === null) return [...general, ...articles.filter(({ about }) => about.gates.length > 0)];
  return [...articles.filter(({ about }) => about.gates.includes(gate)), ...general];
}

const toView = (seen: Observation): ObservationView => ({
  ...seen,
  at: seen.at.toISOString(),
  until: seen.until?.toISOString() ?? null,
  unknownAfter: seen.unknownAfter?.toISOString() ?? null,
});

interface Turning {
  gates: Gate[];
  hours: Record<string, Fact>;
  observations: Observation[];
  agencies: Agency[];
  articles: KioskArticleView[];
  notices: DisplayNotice[];
}

/** The next instant at which a status, a kind, an agency's name, a notice or an overdue mark changes without anybody's doing. */
function turnOf({ gates, hours, observations, agencies, articles, notices }: Turning, now: Date): Date | null {
  const statuses = gates.flatMap((gate) =>
    FLOWS.flatMap((flow) => {
      const value = hours[gate.hours[flow] ?? ""]?.value;
      const seen = observations.filter((one) => one.gate === gate.key);
      return flowStatusesAt(flow, value?.type === "hours" ? value : null, seen, now).map(({ status }) => status.validUntil);
    }),
  );
  const marks = articles.flatMap(({ about, facts }) => [about, ...Object.values(facts)]).map(({ verifyAgainBy }) => overdueFrom(verifyAgainBy, now));
  return earliest([
    ...statuses,
    ...marks,
    ...turnsOf(notices, now),
    ...gates.map(({ kinds }) => nextTurn(kinds, now)),
    ...agencies.map(({ names }) => nextTurn(names, now)),
  ]);
}
