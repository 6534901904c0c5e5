import type { EditionBody } from "../../../core/articles/edition.ts";
import type { Display } from "../../../core/displays/display.ts";
import type { DisplayView, FleetView, ReachRow, Shown } from "../../../core/displays/fleet-views.ts";
import type { PlaylistItem } from "../../../core/displays/playlist.ts";
import type { Order, Report } from "../../../core/displays/protocol.ts";
import { STANDINGS, standingOf } from "../../../core/displays/standing.ts";
import { beginningOfDay, lastDays, minutesByDay, uptimeDays } from "../../../core/displays/uptime-days.ts";
import { AppError } from "../../../core/errors.ts";
import { type ByLang, byLang, type Lang } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { displayOf } from "../../db/tx/displays.server.ts";
import { playlistOf, recordingOf } from "../../db/tx/playlists.server.ts";
import { allSites } from "../../db/tx/sites.server.ts";
import type { Reading } from "../reading.server.ts";
import { DAYS_OF_UPTIME, type FleetMemory } from "./fleet-days.server.ts";
import { named } from "./people-choices.server.ts";

/** Asks for the SHA-256 of the manifest that a display should hold; null: it cannot be made at this moment. */
export type Wanted = (display: Display) => Promise<string | null>;

const MOST_OF_REACH = 20;

const isTheirs = (member: Member, site: string): boolean => mayAt(member.grants, "displays.manage", { sites: [site] });

interface Heard {
  heard: Date | null;
  report: Report | null;
}

const UNHEARD: Heard = { heard: null, report: null };

/** Every display at the member's sites, and how each stands. */
export async function readFleet({ db, now }: Reading, member: Member, wanted: Wanted, memory: FleetMemory): Promise<FleetView> {
  const asOf = now();
  const { rows, sites } = await db.snapshot(async (tx) => {
    const sites = (await allSites(tx)).filter(({ key }) => isTheirs(member, key));
    const displays = (await tx.display.findMany({ orderBy: [{ siteKey: "asc" }, { name: "asc" }] }))
      .map(displayOf)
      .filter(({ site }) => isTheirs(member, site));
    const states = new Map((await tx.displayState.findMany()).map((row) => [row.displayId, heardOf(row)]));
    const nameItem = await itemNames(tx);
    const rows = displays.map((display) => ({ display, ...(states.get(display.id) ?? UNHEARD), nameItem }));
    return { rows, sites };
  });
  const days = await memory.read(
    db,
    rows.map(({ display }) => display),
    asOf,
  );
  const read = await Promise.all(
    rows.map(async ({ display, heard, report, nameItem }) => {
      const { id, name, kind, revokedAt } = display;
      const standing = standingOf({ display, heard, report, wanted: revokedAt ? null : await wanted(display) }, asOf);
      const site = sites.find(({ key }) => key === display.site)?.name ?? byLang(() => display.site);
      return { id, name, site, kind, standing, heard, shows: report && nameItem(report.showing), lang: report?.lang ?? null };
    }),
  );
  const rank = (standing: (typeof read)[number]["standing"]): number => STANDINGS.indexOf(standing);
  return { rows: read.sort((a, b) => rank(a.standing) - rank(b.standing)), sites: sites.map(named), days, asOf };
}

/**
 * One display, whole.
 * @throws AppError `not_found`, `not_allowed` (it stands elsewhere)
 */
export async function readDisplay({ db, now }: Reading, member: Member, id: string, wanted: Wanted): Promise<DisplayView> {
  const asOf = now();
  const days = lastDays(asOf, DAYS_OF_UPTIME);
  const since = beginningOfDay(days[0] as string);
  const { display, ...read } = await db.snapshot(async (tx) => {
    const row = await tx.display.findUnique({ where: { id } });
    if (!row) throw new AppError("not_found");
    const display = displayOf(row);
    if (!isTheirs(member, display.site)) throw new AppError("not_allowed");
    const state = await tx.displayState.findUnique({ where: { displayId: id } });
    const { heard, report } = state ? heardOf(state) : UNHEARD;
    const nameItem = await itemNames(tx);
    const sites = await allSites(tx);
    const orders = await tx.displayOrder.findMany({ where: { displayId: id, doneAt: null }, orderBy: { at: "asc" } });
    const hours = await tx.displayHour.findMany({ where: { displayId: id, hour: { gte: since } } });
    const by = await tx.member.findUnique({ where: { id: display.pairedBy }, select: { name: true } });
    const playlists = (await tx.playlist.findMany({ orderBy: { key: "asc" } })).map(playlistOf).filter(({ site }) => site === null || site === display.site);
    return {
      display,
      heard,
      report,
      site: sites.find(({ key }) => key === display.site)?.name ?? byLang(() => display.site),
      pairedBy: by?.name ?? null,
      shows: report && nameItem(report.showing),
      orders: orders.map(({ id, kind, at }): Order => ({ id, kind: kind as Order["kind"], at: at.toISOString() })),
      hasPin: row.pinHash !== null,
      days: uptimeDays(minutesByDay(hours), [display], asOf, days),
      reach: await readReach(tx, id, since, nameItem),
      playlists: playlists.map(named),
      sites: sites.filter(({ key }) => isTheirs(member, key)).map(named),
    };
  });
  const wants = display.revokedAt ? null : await wanted(display);
  return { display, ...read, wanted: wants, standing: standingOf({ display, heard: read.heard, report: read.report, wanted: wants }, asOf), asOf };
}

const heardOf = (row: { lastContactAt: Date; report: unknown }): Heard => ({ heard: row.lastContactAt, report: row.report as Report });

async function readReach(tx: ReadTx, displayId: string, since: Date, nameItem: (item: string) => Shown): Promise<ReachRow[]> {
  const groups = await tx.receipt.groupBy({
    by: ["item", "lang"],
    where: { displayId, at: { gte: since } },
    _count: { number: true },
    _sum: { seconds: true },
    orderBy: { _count: { number: "desc" } },
    take: MOST_OF_REACH,
  });
  return groups.map(({ item, lang, _count, _sum }) => ({
    item,
    shown: nameItem(item),
    lang: lang as Lang | null,
    times: _count.number,
    seconds: _sum.seconds ?? 0,
  }));
}

/** How what displays name by ids is called: items of playlists, notices, and what else they show. */
async function itemNames(tx: ReadTx): Promise<(item: string) => Shown> {
  const items = (await tx.playlist.findMany()).map(playlistOf).flatMap((playlist) => playlist.items);
  const slugs = items.flatMap((item) => (item.kind === "article" ? [item.slug] : []));
  const editions = await tx.edition.findMany({
    where: { currentOf: { not: null }, OR: [{ kind: "notice" }, { slug: { in: slugs } }] },
    select: { articleId: true, slug: true, kind: true, body: true },
  });
  const titles = new Map(editions.map(({ slug, body }) => [slug, byLang((lang) => (body as unknown as EditionBody).texts[lang].title ?? slug)]));
  const recordings = new Map((await tx.recording.findMany()).map((row) => [row.key, recordingOf(row).name]));

  const nameOf = (item: PlaylistItem): ByLang<string> | null => {
    if (item.kind === "article") return titles.get(item.slug) ?? null;
    if (item.kind === "recording") return recordings.get(item.recording) ?? null;
    return item.kind === "picture" || item.kind === "video" ? item.alt : null;
  };
  const known = new Map<string, Omit<Shown, "word">>(items.map((item) => [item.id, { kind: item.kind, name: nameOf(item) }]));
  for (const { articleId, slug, kind } of editions) if (kind === "notice") known.set(articleId, { kind: "notice", name: titles.get(slug) ?? null });
  return (item) => ({ kind: null, name: null, ...known.get(item), word: item });
}
