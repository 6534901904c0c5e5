import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mp4, wav, webm } from "../../../app/core/displays/clip-length/clip-samples.ts";
import type { Manifest } from "../../../app/core/displays/manifest.ts";
import type { ItemContent, PlaylistItem } from "../../../app/core/displays/playlist.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { readPlaylistPage, readRecordings } from "../../../app/server/readers/workbench/playlists.server.ts";
import { addRecording } from "../../../app/use-cases/add-recording.ts";
import { putPlaylist } from "../../../app/use-cases/put-playlist.ts";
import { uploadClip } from "../../../app/use-cases/upload-clip.ts";
import { actor } from "../actors.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { member } from "../db/samples.ts";
import { type DisplayPortal, ground, openDisplayPortal } from "./display-portal.tsx";
import { publish } from "./publish.ts";

const NAME = { vi: "Danh sách", zh: "列表" };
const RIGHTS = "Trung tâm tự làm";
const ALT = { vi: "Cổng cửa khẩu", zh: "口岸大门" };
const technician = actor("t1", "technician");
const item = (id: string, content: ItemContent, change: Partial<PlaylistItem> = {}): PlaylistItem =>
  ({ id, weight: 1, seconds: 10, when: { from: null, until: null, weekdays: null, hours: null }, displays: null, ...content, ...change }) as PlaylistItem;

describe.each(databases())("what playlists play on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let one: DisplayPortal;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    await ground(db);
    one = await openDisplayPortal(db, place.dataDir);
  });
  afterEach(async () => {
    await one.close();
    await db.close();
    await place.drop();
  });

  const manifestOf = async (device: Awaited<ReturnType<DisplayPortal["paired"]>>) => {
    await one.outbox.catchUp();
    const answer = await device.ask("/display/manifest");
    return { tag: answer.headers.etag, manifest: answer.json() as unknown as Manifest };
  };
  const play = (items: PlaylistItem[], more: { revision?: number; times?: string[] } = {}) =>
    putPlaylist(one.ports, technician, {
      key: more.revision ? "danh-sach" : null,
      revision: more.revision ?? 0,
      name: NAME,
      site: "huu-nghi",
      items,
      times: more.times ?? [],
    });
  const upload = (bytes: Uint8Array) => uploadClip(one.ports, technician, { kind: "film", bytes, rights: RIGHTS });

  it("a film's length is read from itself, kept, and told to every display with the film", async () => {
    const clip = await upload(webm(42.5));
    expect(await db.read.clip.findMany()).toMatchObject([{ hash: clip, seconds: 42.5, mime: "video/webm" }]);
    await play([item("f", { kind: "video", clip, alt: ALT })]);
    const led = await one.paired({ kind: "led" });
    const { manifest } = await manifestOf(led);
    const film = manifest.resources.find(({ sha256 }) => sha256 === clip);
    expect(film).toMatchObject({ path: `/display/clips/${clip}`, seconds: 42.5, type: "video/webm" });
    // At the address that a page plays it from, too: by ranges, and only to a device.
    const whole = await led.ask(`/display/clips/${clip}`);
    expect(whole.bytes.length).toBe(film?.bytes);
    const asked = async (range: string) => {
      const { status, headers, bytes } = await led.ask(`/display/clips/${clip}`, { headers: { range } });
      return [
        status,
        headers["content-range"],
        status === 206 ? bytes.equals(whole.bytes.subarray(...spanOf(String(headers["content-range"])))) : bytes.length,
      ];
    };
    const length = whole.bytes.length;
    expect(await asked("bytes=0-0")).toEqual([206, `bytes 0-0/${length}`, true]);
    expect(await asked("bytes=10-")).toEqual([206, `bytes 10-${length - 1}/${length}`, true]);
    expect(await asked("bytes=-7")).toEqual([206, `bytes ${length - 7}-${length - 1}/${length}`, true]);
    expect(await asked(`bytes=5-${length * 2}`)).toEqual([206, `bytes 5-${length - 1}/${length}`, true]);
    expect(await asked(`bytes=${length}-`)).toEqual([416, `bytes */${length}`, 0]);
    expect(await asked("bytes=-0")).toEqual([416, `bytes */${length}`, 0]);
    expect((await asked("bytes=9-2"))[0], "one that ends before it begins is none").toBe(200);
    expect((await one.device().ask(`/display/clips/${clip}`)).status).toBe(401);
  });

  it("a file that does not say how long it is, or is too long for a playlist, is refused and nothing of it kept", async () => {
    for (const bytes of [webm(null), webm(0.2), mp4(3_601)])
      await expect(upload(bytes)).rejects.toMatchObject({ code: "invalid", details: { fields: ["length"] } });
    await expect(upload(Buffer.from("no film"))).rejects.toMatchObject({ details: { fields: ["file"] } });
    const sounds = { vi: wav(2), zh: wav(0) };
    await expect(addRecording(one.ports, technician, { key: null, name: NAME, script: NAME, rights: RIGHTS, sounds })).rejects.toMatchObject({
      details: { fields: ["length.zh"] },
    });
    expect(await db.read.clip.count({ where: { mime: { startsWith: "video/" } } })).toBe(0);
    expect(await db.read.recording.count()).toBe(0);
  });

  it("a film that was kept before lengths were read gets its own with the same bytes again", async () => {
    const bytes = mp4(30);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const before = { hash, mime: "video/mp4", size: bytes.length, seconds: null as unknown as number, rights: "Của Trung tâm", by: "t1", at: new Date() };
    await db.write((tx) => tx.clips.add({ ...before, bytes: null }));
    expect(await upload(bytes)).toBe(hash);
    expect(await db.read.clip.findMany()).toMatchObject([{ hash, seconds: 30, rights: "Của Trung tâm" }]);
    await db.write((tx) => tx.clips.add({ ...before, seconds: 99, bytes: null }));
    expect(await db.read.clip.findMany(), "what is known stays").toMatchObject([{ seconds: 30 }]);
  });

  it("an article of another gate travels with the playlist, changes with itself, and leaves with its publication", async () => {
    await publish(db, "a1");
    await publish(db, "a2", { gates: ["chi-ma"] });
    await play([
      item("i1", { kind: "article", slug: "bai-a1" }),
      item("i2", { kind: "article", slug: "bai-a2" }),
      item("i3", { kind: "article", slug: "gone" }),
    ]);
    const [led, other] = [await one.paired({ kind: "led" }), await one.paired({ kind: "led", site: "chi-ma" })];
    const first = await manifestOf(led);
    expect(first.manifest.articles).toMatchObject([
      { slug: "bai-a2", edition: 1, about: { gates: ["chi-ma"] }, texts: { vi: { title: "1" }, zh: { title: "1" } } },
    ]);
    expect((await manifestOf(other)).manifest.articles).toBeUndefined();
    await publish(db, "a2", { gates: ["chi-ma"] });
    const second = await manifestOf(led);
    expect(second.manifest.articles).toMatchObject([{ slug: "bai-a2", edition: 2, texts: { vi: { title: "2" } } }]);
    expect(second.tag).not.toBe(first.tag);
    await publish(db, "a3", { gates: ["chi-ma"] });
    expect((await manifestOf(led)).tag, "an article that nobody plays here").toBe(second.tag);
    const again = await openDisplayPortal(db, place.dataDir);
    const moved = again.device();
    for (const [name, value] of led.cookies) moved.cookies.set(name, value);
    expect((await moved.ask("/display/manifest")).headers.etag, "from another process").toBe(second.tag);
    await again.close();
    await db.write((tx) => tx.editions.retire("a2").then(() => tx.announce({ kind: "article", articleId: "a2", slug: "bai-a2", editionId: null })));
    expect((await manifestOf(led)).manifest.articles).toBeUndefined();
  });

  it("a display holds the files that it can do something with, and none that were lost", async () => {
    const sounds = { vi: wav(2), zh: wav(3) };
    const { key } = await addRecording(one.ports, technician, { key: null, name: NAME, script: NAME, rights: RIGHTS, sounds });
    const [clip, lost] = [await upload(mp4(5)), await upload(mp4(6))];
    await play([
      item("f", { kind: "video", clip, alt: ALT }),
      item("l", { kind: "video", clip: lost, alt: ALT }),
      item("r", { kind: "recording", recording: key }),
    ]);
    rmSync(join(place.dataDir, "media", "clips", lost));
    const held = async (kind: "kiosk" | "led" | "speaker") => {
      const { manifest } = await manifestOf(await one.paired({ kind }));
      return { recordings: manifest.recordings.length, seconds: manifest.resources.flatMap(({ seconds }) => seconds ?? []).sort() };
    };
    expect(await held("led")).toEqual({ recordings: 0, seconds: [5] });
    expect(await held("speaker")).toEqual({ recordings: 1, seconds: [2, 3] });
    expect(await held("kiosk")).toEqual({ recordings: 0, seconds: [] });
  });

  it("the workbench says how long everything is, and which times of a timetable are too close", async () => {
    const reading = { db, now: () => new Date("2026-11-23T05:00:00.000Z") } as Parameters<typeof readPlaylistPage>[0];
    const sounds = { vi: wav(100, 8), zh: wav(140, 8) };
    const { key } = await addRecording(one.ports, technician, { key: null, name: NAME, script: NAME, rights: RIGHTS, sounds });
    await upload(mp4(75));
    const page = async () => readPlaylistPage(reading, { ...member("t1", ["technician"]) }, "danh-sach");
    await play([item("r", { kind: "recording", recording: key })], { times: ["07:00", "07:04", "09:00"] });
    expect(await page()).toMatchObject({
      overlaps: [{ time: "07:00", next: "07:04", seconds: 243 }],
      choices: { recordings: [{ key, seconds: 243 }], films: [{ seconds: 75 }] },
    });
    await play([item("r", { kind: "recording", recording: key })], { revision: 1, times: ["07:00", "07:05", "09:00"] });
    expect((await page()).overlaps).toEqual([]);
    expect((await readRecordings(reading)).rows).toMatchObject([{ seconds: { vi: 100, zh: 140 } }]);
  });
});

/** First and last byte of a range's answer, as `subarray` takes them. */
function spanOf(range: string): [number, number] {
  const [, from, to] = /^bytes (\d+)-(\d+)/.exec(range) ?? [];
  return [Number(from), Number(to) + 1];
}
