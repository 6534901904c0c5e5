import { AppError } from "../../../core/errors.ts";
import { isOverdue } from "../../../core/facts/fact.ts";
import { earliest, hanoiDay } from "../../../core/facts/gate-status.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { type AgencyView, readAgencies } from "./agencies.server.ts";
import { overdueFrom } from "./days.server.ts";
import { type ListedArticle, listNewest, listOfGate } from "./listed.server.ts";
import { readStations, type StationView } from "./stations.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface BoardView {
  stations: StationView[];
  /** The content revision that was read. */
  revision: number;
  /** The instant for which the statuses were computed. */
  asOf: Date;
  validUntil: Date | null;
}

/** Every gate with what holds there now. */
export async function readBoard({ db, now }: Reading): Promise<BoardView> {
  const asOf = now();
  return { asOf, ...(await db.snapshot((tx) => readStations(tx, asOf))) };
}

export interface HomeView extends BoardView {
  topics: TopicView[];
  newest: ListedArticle[];
}

const NEWEST = 8;

/** The home page of a language: the board, the topics and the newest articles. */
export async function readHome({ db, now }: Reading, lang: Lang): Promise<HomeView> {
  const asOf = now();
  return db.snapshot(async (tx) => ({
    asOf,
    ...(await readStations(tx, asOf)),
    topics: await readTopics(tx, lang),
    newest: await listNewest(tx, lang, NEWEST),
  }));
}

export interface GateView {
  station: StationView;
  /** The content revision that was read. */
  revision: number;
  agencies: Record<string, AgencyView>;
  articles: ListedArticle[];
  /** Whether the published hours are past their day of verification. */
  overdue: boolean;
  today: string;
  asOf: Date;
  validUntil: Date | null;
}

const ARTICLES = 8;

/**
 * One gate.
 * @throws AppError `not_found`
 */
export async function readGate({ db, now }: Reading, lang: Lang, key: string): Promise<GateView> {
  const asOf = now();
  return db.snapshot(async (tx) => {
    const { stations, revision, validUntil } = await readStations(tx, asOf, key);
    const station = stations[0];
    if (!station) throw new AppError("not_found");
    const { agencies, validUntil: renamed } = await readAgencies(tx, lang, asOf);
    const hours = station.flows.flatMap((flow) => flow.hours ?? []);
    const today = hanoiDay(asOf);
    return {
      station,
      revision,
      agencies,
      articles: await listOfGate(tx, lang, key, ARTICLES),
      overdue: hours.some((fact) => isOverdue(fact, today)),
      today,
      asOf,
      validUntil: earliest([validUntil, renamed, ...hours.map((fact) => overdueFrom(fact.verifyAgainBy, asOf))]),
    };
  });
}
