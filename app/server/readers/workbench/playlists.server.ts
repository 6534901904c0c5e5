import type { EditionBody } from "../../../core/articles/edition.ts";
import { CHIME_SECONDS } from "../../../core/displays/bulletins.ts";
import { isOfKind } from "../../../core/displays/clip.ts";
import type { PlaylistChoices, PlaylistsView, PlaylistView, RecordingsView } from "../../../core/displays/fleet-views.ts";
import { playlistFor } from "../../../core/displays/group.ts";
import { type Playlist, type Recording, shownPicturePath } from "../../../core/displays/playlist.ts";
import { overlapsIn } from "../../../core/displays/timetable.ts";
import { AppError } from "../../../core/errors.ts";
import { type ByLang, byLang, LANGS } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { displayOf } from "../../db/tx/displays.server.ts";
import { playlistOf, recordingOf } from "../../db/tx/playlists.server.ts";
import { allSites } from "../../db/tx/sites.server.ts";
import type { Reading } from "../reading.server.ts";
import { named } from "./people-choices.server.ts";

const NEWEST_PICTURES = 60;

/** A playlist of one site is that site's; one for every site is changed by who may manage all of them. */
const isTheirs = (member: Member, site: string | null): boolean => mayAt(member.grants, "displays.manage", { sites: site === null ? [] : [site] });

export async function readPlaylists({ db }: Reading, member: Member): Promise<PlaylistsView> {
  return db.snapshot(async (tx) => {
    const sites = await allSites(tx);
    const playlists = (await tx.playlist.findMany({ orderBy: { key: "asc" } })).map(playlistOf).filter(({ site }) => isTheirs(member, site));
    return {
      rows: playlists.map(({ key, name, site, items, times }) => ({
        key,
        name,
        site: site === null ? null : (sites.find((one) => one.key === site)?.name ?? byLang(() => site)),
        items: items.length,
        times: times.length,
      })),
      sites: sites.filter(({ key }) => isTheirs(member, key)).map(named),
      forAll: isTheirs(member, null),
    };
  });
}

/** @throws AppError `not_found`, `not_allowed` */
export async function readPlaylistPage({ db, now }: Reading, member: Member, key: string): Promise<PlaylistView> {
  return db.snapshot(async (tx) => {
    const playlists = (await tx.playlist.findMany()).map(playlistOf);
    const playlist = playlists.find((one) => one.key === key);
    if (!playlist) throw new AppError("not_found");
    if (!isTheirs(member, playlist.site)) throw new AppError("not_allowed");
    const displays = (await tx.display.findMany({ where: { revokedAt: null }, orderBy: { name: "asc" } })).map(displayOf);
    const playedBy = displays.filter((display) => playlistFor(display, playlists)?.key === key);
    const here = displays.filter(({ site }) => playlist.site === null || site === playlist.site);
    const recordings = (await tx.recording.findMany({ orderBy: { key: "asc" } })).map(recordingOf);
    const lengths = await readLengths(tx, recordings);
    return {
      playlist,
      playedBy: playedBy.map(called),
      choices: { ...(await readChoices(tx, playlist, recordings, lengths)), displays: here.map(called) },
      overlaps: overlapsIn(playlist, recordings, (clip) => lengths.get(clip) ?? null, now()),
    };
  });
}

/** Hash and media type of a clip; null: there is none. */
export const readClip = ({ db }: Reading, hash: string): Promise<{ hash: string; mime: string; size: number } | null> =>
  db.read.clip.findUnique({ where: { hash }, select: { hash: true, mime: true, size: true } });

export async function readRecordings({ db }: Reading): Promise<RecordingsView> {
  return db.snapshot(async (tx) => {
    const recordings = (await tx.recording.findMany({ orderBy: { key: "asc" } })).map(recordingOf);
    const items = (await tx.playlist.findMany()).map(playlistOf).flatMap((playlist) => playlist.items);
    const notices = await titlesOf(tx, "notice");
    const lengths = await readLengths(tx, recordings);
    return {
      rows: recordings.map((recording) => ({
        ...recording,
        playedIn: items.filter((item) => item.kind === "recording" && item.recording === recording.key).length,
        notice: notices.find(({ key }) => key === recording.key)?.name ?? null,
        seconds: byLang((lang) => lengths.get(recording.clips[lang]) ?? null),
      })),
      notices: notices.filter(({ key }) => !recordings.some((recording) => recording.key === key)),
      films: await readFilms(tx),
    };
  });
}

async function readChoices(
  tx: ReadTx,
  playlist: Playlist,
  kept: readonly Recording[],
  lengths: ReadonlyMap<string, number>,
): Promise<Omit<PlaylistChoices, "displays">> {
  const articles = await titlesOf(tx, "article");
  const recordings = kept.map((recording) => ({ ...named(recording), seconds: wholeLength(recording, lengths) }));
  const shown = playlist.items.flatMap((item) => (item.kind === "picture" ? [item.picture] : []));
  const [pictures, films] = [await readPictures(tx, shown), await readFilms(tx)];
  const kinds: PlaylistChoices["kinds"] = ["gates", "notices", "clock"];
  if (articles.length) kinds.push("article");
  if (pictures.length) kinds.push("picture");
  if (films.length) kinds.push("video");
  if (recordings.length) kinds.push("recording");
  return { kinds, articles, pictures, films, recordings };
}

/** How long the sounds of recordings play, by their hashes, as far as that is known. */
async function readLengths(tx: ReadTx, recordings: readonly Recording[]): Promise<ReadonlyMap<string, number>> {
  const hashes = [...new Set(recordings.flatMap(({ clips }) => Object.values(clips)))];
  const rows = await tx.clip.findMany({ where: { hash: { in: hashes } }, select: { hash: true, seconds: true } });
  return new Map(rows.flatMap(({ hash, seconds }) => (seconds === null ? [] : [[hash, seconds]])));
}

function wholeLength({ clips }: Recording, lengths: ReadonlyMap<string, number>): number | null {
  const all = LANGS.map((lang) => lengths.get(clips[lang]));
  return all.reduce<number | null>((sum, seconds) => (sum === null || seconds === undefined ? null : sum + seconds), CHIME_SECONDS);
}

/** Published ones of a kind, by their slugs. */
async function titlesOf(tx: ReadTx, kind: "article" | "notice"): Promise<{ key: string; name: ByLang<string> }[]> {
  const rows = await tx.edition.findMany({ where: { kind, currentOf: { not: null } }, orderBy: { slug: "asc" }, select: { slug: true, body: true } });
  return rows.map(({ slug, body }) => ({ key: slug, name: byLang((lang) => (body as unknown as EditionBody).texts[lang].title ?? slug) }));
}

/** What was made of the newest uploads, the widest of each; and what is shown already, however old. */
async function readPictures(tx: ReadTx, shown: readonly string[]): Promise<PlaylistChoices["pictures"]> {
  const made = await tx.media.findMany({
    where: { madeOf: { not: null }, mime: "image/webp" },
    orderBy: [{ at: "desc" }, { width: "desc" }],
    take: NEWEST_PICTURES,
    select: { hash: true, madeOf: true, rights: true },
  });
  const kept = await tx.media.findMany({ where: { hash: { in: [...shown] } }, select: { hash: true, madeOf: true, rights: true } });
  const widest = made.filter(({ madeOf }, index) => made.findIndex((one) => one.madeOf === madeOf) === index && kept.every((one) => one.madeOf !== madeOf));
  return [...kept, ...widest].map(({ hash, rights }) => ({ hash, rights, thumbnail: shownPicturePath(hash) }));
}

async function readFilms(tx: ReadTx): Promise<RecordingsView["films"]> {
  const clips = await tx.clip.findMany({ orderBy: { at: "desc" }, select: { hash: true, mime: true, rights: true, seconds: true, at: true } });
  return clips.filter(({ mime }) => isOfKind(mime, "film")).map(({ hash, rights, seconds, at }) => ({ hash, rights, seconds, at }));
}

const called = ({ id, name }: { id: string; name: string }) => ({ id, name });
