import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { byLang, LANGS, type Lang, ownFirst } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { assignedOf } from "../../../core/workflow/assignment.ts";
import { type FiguresNow, figuresByTeam, figuresOf, type TeamFigures } from "../../../core/workflow/figures.ts";
import { byRank, cursorOf, type PairAtWork, type PairFilter, type PairRow, passes, placeOfPair, type Rank, rankOf } from "../../../core/workflow/progress.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { assignmentOf } from "../../db/tx/assignments.server.ts";
import { memberOf } from "../../db/tx/members.server.ts";
import type { Reading } from "../reading.server.ts";
import { type CountedDays, readCountedDays } from "./home-days.server.ts";
import type { ProgressMemory } from "./home-progress.server.ts";
import { readAgencies, readChoices } from "./people-choices.server.ts";

export interface HomeAsked {
  filter: PairFilter;
  /** Where the page before ended; null: from the beginning. */
  after: Rank | null;
}

/** Names in the member's language, by key, in the order in which they are offered. */
export interface PairNames {
  topics: Record<string, string>;
  sites: Record<string, string>;
  teams: Record<string, string>;
  agencies: Record<string, string>;
  /** Everybody who ever was a member. */
  members: Record<string, string>;
}

/** A row, and whether the member may give any of it to somebody. */
export type HomeRow = PairRow & { mayAssign: boolean };

export interface HomeView {
  rows: HomeRow[];
  /** How many there are on all pages. */
  total: number;
  /** Where the next page begins; null: this is the last. */
  next: string | null;
  names: PairNames;
  progress: HomeProgress;
}

/** How far translations are. */
export interface HomeProgress {
  whole: FiguresNow;
  /** Of what the filter lets through; null: it lets everything through. */
  shown: FiguresNow | null;
  teams: TeamFigures[];
  /** Of the whole, or of the language that the filter asks for: of nothing narrower is it counted day by day. */
  counted: CountedDays;
  /** YYYY-MM-DD, Hanoi. */
  today: string;
}

const PAGE = 50;

/** Pairs by languages, what waits longest for somebody first, a page at a time; narrowed by a filter. */
export async function readHome({ db, now }: Reading, progress: ProgressMemory, member: Member, { filter, after }: HomeAsked): Promise<HomeView> {
  const today = hanoiDay(now());
  await progress.prepare(db);
  return db.snapshot(async (tx) => {
    const rows = await withAssignments(tx, await progress.read(tx, null), today);
    const onlooker = { memberId: member.id, team: member.team, today };
    const order = byRank(new Intl.Collator(member.lang));
    const passing = rows.filter((row) => passes(row, filter, onlooker));
    const ranked = passing.map((row) => ({ row, rank: rankOf(row, titleOf(row, member.lang)) })).sort((a, b) => order(a.rank, b.rank));
    const rest = after ? ranked.filter(({ rank }) => order(after, rank) < 0) : ranked;
    const last = rest[PAGE - 1];
    return {
      rows: rest.slice(0, PAGE).map(({ row }) => ({ ...row, mayAssign: LANGS.some((lang) => mayGive(member, row, lang)) })),
      total: ranked.length,
      next: last && rest.length > PAGE ? cursorOf(last.rank) : null,
      names: await readNames(tx, member.lang, today),
      progress: {
        whole: figuresOf(rows, null),
        shown: Object.values(filter).some((one) => one !== null) ? figuresOf(passing, filter.lang) : null,
        teams: figuresByTeam(rows),
        counted: await readCountedDays(tx, filter.lang, today),
        today,
      },
    };
  });
}

const titleOf = ({ titles, name }: PairAtWork, lang: Lang): string => ownFirst(lang).flatMap((one) => titles[one] || [])[0] ?? name;

const mayGive = ({ grants }: Member, pair: PairAtWork, lang: Lang): boolean => mayAt(grants, "words.approve", { ...placeOfPair(pair), lang });

async function withAssignments(tx: ReadTx, pairs: readonly PairAtWork[], today: string): Promise<PairRow[]> {
  const given = new Map((await tx.assignment.findMany()).map((row) => [`${row.lang} ${row.owner}`, assignmentOf(row)]));
  return pairs.map((pair) => {
    const assigned = byLang((lang) => {
      const assignment = given.get(`${lang} ${pair.owner}`);
      return assignment ? assignedOf(assignment, pair.progress, pair.returned, today) : null;
    });
    return { ...pair, assigned };
  });
}

async function readNames(tx: ReadTx, lang: Lang, today: string): Promise<PairNames> {
  const { topics, sites, teams } = await readChoices(tx);
  const named = (choices: typeof topics) => Object.fromEntries(choices.map(({ key, name }) => [key, name[lang]]));
  const members = await tx.member.findMany({ select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  const people = Object.fromEntries(members.map(({ id, name }) => [id, name]));
  return { topics: named(topics), sites: named(sites), teams: named(teams), agencies: named(await readAgencies(tx, today)), members: people };
}

export interface AssignView {
  pairs: PairRow[];
  /** The languages of which the member may give at least one of the pairs. */
  langs: Lang[];
  /** Ids of the members who may write at least one of them. */
  candidates: string[];
  names: PairNames;
  /** YYYY-MM-DD, Hanoi. */
  today: string;
}

/** Some pairs that somebody is to get, in the order asked for; those that don't exist, or that this member can't give, are left out. */
export async function readAssign({ db, now }: Reading, progress: ProgressMemory, member: Member, owners: readonly string[]): Promise<AssignView> {
  const today = hanoiDay(now());
  return db.snapshot(async (tx) => {
    const found = await withAssignments(tx, owners.length ? await progress.read(tx, owners) : [], today);
    const pairs = owners.flatMap((owner) => found.find((pair) => pair.owner === owner && LANGS.some((lang) => mayGive(member, pair, lang))) ?? []);
    const langs = LANGS.filter((lang) => pairs.some((pair) => mayGive(member, pair, lang)));
    const places = pairs.flatMap((pair) => langs.map((lang) => ({ ...placeOfPair(pair), lang })));
    const members = (await tx.member.findMany({ where: { disabledAt: null, passwordHash: { not: null } }, orderBy: [{ name: "asc" }, { id: "asc" }] })).map(
      memberOf,
    );
    const candidates = members.filter(({ grants }) => places.some((place) => mayAt(grants, "words.edit", place))).map(({ id }) => id);
    return { pairs, langs, candidates, names: await readNames(tx, member.lang, today), today };
  });
}
