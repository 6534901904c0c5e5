import type { EditionBody } from "../../../core/articles/edition.ts";
import { isOfKind } from "../../../core/displays/clip.ts";
import type { PlaylistChoices, PlaylistsView, PlaylistView, RecordingsView } from "../../../core/displays/fleet-views.ts";
import { playlistFor } from "../../../core/displays/group.ts";
import { shownPicturePath } from "../../../core/displays/playlist.ts";
import { AppError } from "../../../core/errors.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
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
export async function readPlaylistPage({ db }: Reading, member: Member, key: string): Promise<PlaylistView> {
  return db.snapshot(async (tx) => {
    const playlists = (await tx.playlist.findMany()).map(playlistOf);
    const playlist = playlists.find((one) => one.key === key);
    if (!playlist) throw new AppError("not_found");
    if (!isTheirs(member, playlist.site)) throw new AppError("not_allowed");
    const displays = (await tx.display.findMany({ where: { revokedAt: null }, orderBy: { name: "asc" } })).map(displayOf);
    const playedBy = displays.filter((display) => playlistFor(display, playlists)?.key === key);
    const here = displays.filter(({ site }) => playlist.site === null || site === playlist.site);
    return { playlist, playedBy: playedBy.map(called), choices: { ...(await readChoices(tx)), displays: here.map(called) } };
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
    return {
      rows: recordings.map((recording) => ({
        ...recording,
        playedIn: items.filter((item) => item.kind === "recording" && item.recording === recording.key).length,
        notice: notices.find(({ key }) => key === recording.key)?.name ?? null,
      })),
      notices: notices.filter(({ key }) => !recordings.some((recording) => recording.key === key)),
      films: await readFilms(tx),
    };
  });
}

async function readChoices(tx: ReadTx): Promise<Omit<PlaylistChoices, "displays">> {
  const articles = await titlesOf(tx, "article");
  const recordings = (await tx.recording.findMany({ orderBy: { key: "asc" } })).map(recordingOf).map(named);
  const [pictures, films] = [await readPictures(tx), await readFilms(tx)];
  const kinds: PlaylistChoices["kinds"] = ["gates", "notices", "clock"];
  if (articles.length) kinds.push("article");
  if (pictures.length) kinds.push("picture");
  if (films.length) kinds.push("video");
  if (recordings.length) kinds.push("recording");
  return { kinds, articles, pictures, films, recordings };
}

/** Published ones of a kind, by their slugs. */
async function titlesOf(tx: ReadTx, kind: "article" | "notice"): Promise<{ key: string; name: ByLang<string> }[]> {
  const rows = await tx.edition.findMany({ where: { kind, currentOf: { not: null } }, orderBy: { slug: "asc" }, select: { slug: true, body: true } });
  return rows.map(({ slug, body }) => ({ key: slug, name: byLang((lang) => (body as unknown as EditionBody).texts[lang].title ?? slug) }));
}

/** What was made of the newest uploads, the widest of each. */
async function readPictures(tx: ReadTx): Promise<PlaylistChoices["pictures"]> {
  const made = await tx.media.findMany({
    where: { madeOf: { not: null }, mime: "image/webp" },
    orderBy: [{ at: "desc" }, { width: "desc" }],
    take: NEWEST_PICTURES,
    select: { hash: true, madeOf: true, rights: true },
  });
  const widest = made.filter(({ madeOf }, index) => made.findIndex((one) => one.madeOf === madeOf) === index);
  return widest.map(({ hash, rights }) => ({ hash, rights, thumbnail: shownPicturePath(hash) }));
}

async function readFilms(tx: ReadTx): Promise<RecordingsView["films"]> {
  const clips = await tx.clip.findMany({ orderBy: { at: "desc" }, select: { hash: true, mime: true, rights: true, at: true } });
  return clips.filter(({ mime }) => isOfKind(mime, "film")).map(({ hash, rights, at }) => ({ hash, rights, at }));
}

const called = ({ id, name }: { id: string; name: string }) => ({ id, name });
