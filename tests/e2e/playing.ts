import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import type { Change } from "../../app/core/announcement.ts";
import type { DisplaySettings } from "../../app/core/displays/display.ts";
import type { ItemContent, PlaylistItem } from "../../app/core/displays/playlist.ts";
import type { ByLang } from "../../app/core/language/languages.ts";
import { openAnnounced } from "./announced.ts";

/** What is played where, as the workbench would have it, written into the database of a SQLite site: these tests are about players. */
export interface Playing {
  /** Gives a site the playlist that its displays play. */
  play(site: string, items: PlaylistItem[], times?: string[]): void;
  /** Keeps a sound or a film. @returns its hash */
  addClip(bytes: Buffer, mime: string, seconds: number): string;
  /** Keeps a picture of one colour. @returns its hash */
  addPicture(colour: string): Promise<string>;
  addRecording(key: string, clips: ByLang<string>): void;
  setDisplay(id: string, change: { size?: { width: number; height: number }; settings?: Partial<DisplaySettings> }): void;
  /** What was shown, in its order. */
  receipts(display: string): { item: string; lang: string | null; seconds: number }[];
  close(): void;
}

export const item = (content: ItemContent, change: Partial<PlaylistItem> = {}): PlaylistItem =>
  ({
    id: randomUUID(),
    weight: 1,
    seconds: 8,
    when: { from: null, until: null, weekdays: null, hours: null },
    displays: null,
    ...content,
    ...change,
  }) as PlaylistItem;

export function openPlaying(dataDir: string): Playing {
  const { database, now, change } = openAnnounced(dataDir);

  return {
    play(site, items, times = []) {
      const key = `own-${site}`;
      const body = JSON.stringify({ name: { vi: key, zh: key }, items, times });
      change({ kind: "playlist", playlist: key } as Change, () =>
        database
          .prepare(
            "INSERT INTO Playlist (key, siteKey, revision, body) VALUES (?, ?, 1, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body, revision = revision + 1",
          )
          .run(key, site, body),
      );
    },
    addClip(bytes, mime, seconds) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const folder = join(dataDir, "media", "clips");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, hash), bytes);
      database
        .prepare("INSERT OR IGNORE INTO Clip (hash, mime, size, seconds, rights, at) VALUES (?, ?, ?, ?, 'own', ?)")
        .run(hash, mime, bytes.length, seconds, now());
      return hash;
    },
    async addPicture(colour) {
      const bytes = await sharp({ create: { width: 640, height: 360, channels: 3, background: colour } })
        .webp()
        .toBuffer();
      const hash = createHash("sha256").update(bytes).digest("hex");
      const folder = join(dataDir, "media", "made");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${hash}.webp`), bytes);
      database
        .prepare("INSERT OR IGNORE INTO Media (hash, mime, width, height, size, madeOf, rights, at) VALUES (?, 'image/webp', 640, 360, ?, ?, 'own', ?)")
        .run(hash, bytes.length, hash, now());
      return hash;
    },
    addRecording(key, clips) {
      const body = JSON.stringify({
        name: { vi: `Bản tin ${key}`, zh: `广播 ${key}` },
        script: { vi: "Xin chú ý đường trơn.", zh: "道路湿滑，请注意。" },
        clips,
      });
      change({ kind: "playlist", playlist: key } as Change, () =>
        database.prepare("INSERT INTO Recording (key, revision, body) VALUES (?, 1, ?)").run(key, body),
      );
    },
    setDisplay(id, { size, settings }) {
      change({ kind: "display", display: id }, () => {
        const { body } = database.prepare("SELECT body FROM Display WHERE id = ?").get(id) as { body: string };
        const before = JSON.parse(body);
        const next = JSON.stringify({ ...before, ...(size && { size }), settings: { ...before.settings, ...settings } });
        database.prepare("UPDATE Display SET body = ?, revision = revision + 1 WHERE id = ?").run(next, id);
      });
    },
    receipts: (id) =>
      database.prepare("SELECT item, lang, seconds FROM Receipt WHERE displayId = ? ORDER BY number").all(id) as ReturnType<Playing["receipts"]>,
    close: () => database.close(),
  };
}

/** A tone as a WAV file, made here. */
export function tone(hertz: number, seconds: number): Buffer {
  const rate = 8000;
  const samples = Math.round(rate * seconds);
  const data = Buffer.alloc(44 + samples * 2);
  data.write("RIFF", 0);
  data.writeUInt32LE(36 + samples * 2, 4);
  data.write("WAVEfmt ", 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(rate, 24);
  data.writeUInt32LE(rate * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write("data", 36);
  data.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) data.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hertz * index) / rate)), 44 + index * 2);
  return data;
}

/**
 * A film of some seconds, recorded by the browser itself.
 * @param of `noise`: every dot of it is another in every picture, so that it has many bytes
 */
export async function film(page: Page, of: { seconds?: number; noise?: boolean } = {}): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ seconds = 2, noise = false }) => {
    const [width, height] = noise ? [640, 360] : [320, 180];
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d");
    const dots = new ImageData(width, height);
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: "video/webm", ...(noise && { videoBitsPerSecond: 20_000_000 }) });
    const chunks: Blob[] = [];
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    const ended = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let frame = 0; frame < seconds * 10; frame += 1) {
      if (noise) {
        for (let at = 0; at < dots.data.length; at += 1) dots.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
        context?.putImageData(dots, 0, 0);
      } else if (context) {
        context.fillStyle = `hsl(${frame * 18} 70% 40%)`;
        context.fillRect(0, 0, width, height);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, of);
  return Buffer.from(base64, "base64");
}
