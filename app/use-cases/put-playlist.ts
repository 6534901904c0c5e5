import type { Playlist } from "../core/displays/playlist.ts";
import { readPlaylist } from "../core/displays/read-playlist.ts";
import { AppError } from "../core/errors.ts";
import { type ByLang, DEFAULT_LANG } from "../core/language/languages.ts";
import { keyFrom } from "../core/people/key.ts";
import { readNames } from "../core/people/site.ts";
import { allow, allowAt } from "./allow.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

export interface PutPlaylist {
  /** Null: a new one, whose lasting key is made from its name. */
  key: string | null;
  /** The revision that was on screen; 0 for a new one. */
  revision: number;
  name: ByLang<string>;
  /** Key of the site it is the playlist of; null: one to be chosen at any site, which only a grant without a limit to sites may change. */
  site: string | null;
  items: Playlist["items"];
  times: Playlist["times"];
}

/** The sites that a playlist concerns, as `Place` says it: of every site is of none. */
const sitesOf = ({ site }: Pick<Playlist, "site">): string[] => (site === null ? [] : [site]);

/**
 * Makes a playlist, or changes one.
 * @returns its key and its revision from now on
 * @throws AppError `not_allowed` (also at the site it had before), `not_found`, `clash`, `invalid` (`fields`, or `field`: "name"), `bad_text`
 */
export async function putPlaylist(ports: Ports, actor: Actor, input: PutPlaylist): Promise<{ key: string; revision: number }> {
  allow(actor, "displays.manage");
  const name = readNames(input.name);
  const { items, times, wrong } = readPlaylist(input);
  return ports.write(async (tx) => {
    allowAt(actor, "displays.manage", { sites: sitesOf(input) });
    const before = input.key === null ? null : await tx.playlists.byKey(input.key);
    if (input.key !== null && !before) throw new AppError("not_found");
    if (before) allowAt(actor, "displays.manage", { sites: sitesOf(before) });
    const fields = [...wrong, ...(await unknownIn(tx, input.site, items))];
    if (fields.length) throw new AppError("invalid", { fields });
    if (input.revision !== (before?.revision ?? 0)) throw new AppError("clash");

    const key = before?.key ?? keyFrom(name[DEFAULT_LANG], await tx.playlists.keys());
    const playlist: Playlist = { key, name, site: input.site, revision: input.revision + 1, items, times };
    if (!(await tx.playlists.put(playlist))) throw new AppError("clash");
    const note = { act: "playlist.change", object: `playlist:${key}`, by: actor.id, at: ports.now() } as const;
    await tx.audit.note({ ...note, before: before ?? undefined, after: playlist });
    await tx.announce({ kind: "playlist", playlist: key });
    return { key, revision: playlist.revision };
  });
}

/** What the items refer to and is not there. */
async function unknownIn(tx: Tx, site: string | null, items: Playlist["items"]): Promise<string[]> {
  const recordings = await tx.recordings.keys();
  const clips = await tx.recordings.clipsAmong(items.flatMap((item) => (item.kind === "video" ? [item.clip] : [])));
  const isSite = site === null || (await tx.sites.all()).some(({ key }) => key === site);
  const unknown = items.flatMap((item, index) => {
    if (item.kind === "recording") return recordings.includes(item.recording) ? [] : [`items.${index}`];
    return item.kind === "video" && !clips.includes(item.clip) ? [`items.${index}`] : [];
  });
  return [...unknown, ...(isSite ? [] : ["site"])];
}

/**
 * Removes a playlist; displays that had it play what they play without one.
 * @throws AppError `not_allowed`, `not_found`
 */
export async function removePlaylist(ports: Ports, actor: Actor, { key }: { key: string }): Promise<void> {
  allow(actor, "displays.manage");
  await ports.write(async (tx) => {
    const before = await tx.playlists.byKey(key);
    if (!before) throw new AppError("not_found");
    allowAt(actor, "displays.manage", { sites: sitesOf(before) });
    await tx.playlists.remove(key);
    await tx.audit.note({ act: "playlist.change", object: `playlist:${key}`, by: actor.id, at: ports.now(), before });
    await tx.announce({ kind: "playlist", playlist: key });
  });
}
