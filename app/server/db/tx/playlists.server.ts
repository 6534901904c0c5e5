import type { Playlist, Recording } from "../../../core/displays/playlist.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import { unlessTaken } from "../faults.server.ts";
import type { Playlist as PlaylistRow, Recording as RecordingRow } from "../generated/sqlite/client.ts";

export const playlistOf = ({ key, siteKey, revision, body }: PlaylistRow): Playlist => ({
  ...(body as unknown as Omit<Playlist, "key" | "site" | "revision">),
  key,
  site: siteKey,
  revision,
});

export const recordingOf = ({ key, revision, body }: RecordingRow): Recording => ({
  ...(body as unknown as Omit<Recording, "key" | "revision">),
  key,
  revision,
});

export const playlists = (client: WriteClient): Tx["playlists"] => ({
  keys: async () => (await client.playlist.findMany({ select: { key: true } })).map(({ key }) => key),
  async byKey(key) {
    const row = await client.playlist.findUnique({ where: { key } });
    return row && playlistOf(row);
  },
  async put({ key, site, revision, ...body }) {
    const data = { siteKey: site, revision, body: json(body) };
    if (revision === 1) await unlessTaken("already_exists", client.playlist.create({ data: { key, ...data }, select: { key: true } }));
    else return (await client.playlist.updateMany({ where: { key, revision: revision - 1 }, data })).count === 1;
    return true;
  },
  remove: async (key) => (await client.playlist.deleteMany({ where: { key } })).count === 1,
  async playing(recording) {
    const rows = await client.playlist.findMany();
    return rows.map(playlistOf).flatMap(({ key, items }) => (items.some((item) => item.kind === "recording" && item.recording === recording) ? [key] : []));
  },
});

export const recordings = (client: WriteClient): Tx["recordings"] => ({
  keys: async () => (await client.recording.findMany({ select: { key: true } })).map(({ key }) => key),
  async byKey(key) {
    const row = await client.recording.findUnique({ where: { key } });
    return row && recordingOf(row);
  },
  async put({ key, revision, ...body }) {
    const data = { revision, body: json(body) };
    if (revision === 1) await unlessTaken("already_exists", client.recording.create({ data: { key, ...data }, select: { key: true } }));
    else return (await client.recording.updateMany({ where: { key, revision: revision - 1 }, data })).count === 1;
    return true;
  },
  remove: async (key) => (await client.recording.deleteMany({ where: { key } })).count === 1,
  clipsAmong: async (hashes) => (await client.clip.findMany({ where: { hash: { in: [...hashes] } }, select: { hash: true } })).map(({ hash }) => hash),
});
