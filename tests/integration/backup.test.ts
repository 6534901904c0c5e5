import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RENEW_POSTGRESQL } from "../../app/cli/backup.ts";
import { REVISIONS_SKIPPED } from "../../app/core/announcement.ts";
import { ofArticle } from "../../app/core/translation/wording.ts";
import { makeBackup } from "../../app/server/backup/make-backup.server.ts";
import { CommandRefused } from "../../app/server/backup/refusal.server.ts";
import { restoreBackup } from "../../app/server/backup/restore-backup.server.ts";
import { listTar } from "../../app/server/backup/tar.server.ts";
import { type Database, openDatabase } from "../../app/server/db/database.server.ts";
import { DatabaseNewer } from "../../app/server/db/refusals.server.ts";
import { sqliteFile } from "../../app/server/db/sqlite.server.ts";
import { openOutbox } from "../../app/server/events/outbox.server.ts";
import { searchSource } from "../../app/server/readers/search-source.server.ts";
import { ownSecret, SECRET_FILE } from "../../app/server/sessions/own-secret.server.ts";
import { databases, type FreshDatabase } from "./databases.ts";
import { article, edition } from "./db/samples.ts";
import { countUp } from "./db/second-process.ts";

const NOW = new Date("2026-11-23T05:00:00.000Z");
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("a backup", () => {
  let home: string;
  let place: FreshDatabase;
  let db: Database;
  let secret: Buffer;
  const pictures = [Buffer.from("first picture"), Buffer.alloc(70_000, 7)];

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "cau-noi-backup-"));
    place = await (databases()[0]?.fresh() as Promise<FreshDatabase>);
    db = await place.open();
    await db.write(async (tx) => {
      await tx.articles.insert(article(), "m1", NOW);
      await tx.editions.publish(edition(1));
      await tx.announce({ kind: "article", articleId: "a1", slug: "bai-a1", editionId: "e1" });
    });
    const raw = new Sqlite(sqliteFile(place.dataDir));
    mkdirSync(join(place.dataDir, "media", "ab"), { recursive: true });
    for (const [n, bytes] of pictures.entries()) {
      const hash = sha256(bytes);
      writeFileSync(join(place.dataDir, "media", n ? `ab/${hash}.webp` : `${hash}.jpg`), bytes);
      raw.prepare(`INSERT INTO "Media" (hash, mime, width, height, size, rights, at) VALUES (?, 'image/webp', 1, 1, ?, 'own', 0)`).run(hash, bytes.length);
    }
    const sound = Buffer.from("a sound");
    mkdirSync(join(place.dataDir, "media", "clips"));
    writeFileSync(join(place.dataDir, "media", "clips", sha256(sound)), sound);
    raw.prepare(`INSERT INTO "Clip" (hash, mime, size, rights, at) VALUES (?, 'audio/mpeg', ?, 'own', 0)`).run(sha256(sound), sound.length);
    raw.close();
    // What no row names, the index that can be made again, and what a crash left: none of it belongs to a backup.
    writeFileSync(join(place.dataDir, "media", `${"0".repeat(64)}.webp`), "nobody's");
    writeFileSync(join(place.dataDir, "search.db"), "index");
    secret = await ownSecret(place.dataDir, null, "tests");
  });
  afterEach(async () => {
    await db.close();
    await place.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const file = () => join(home, "backup.tar");
  const target = () => join(home, "restored");
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "",
      (error) => {
        expect(error).toBeInstanceOf(CommandRefused);
        expect(error.message).toMatch(/^[^\n]+ · [^\n]+$/);
        return error.message;
      },
    );

  it("made while people write holds one moment, and restored it is all there, under an identity of its own", async () => {
    let writing = true;
    let acknowledged = 0;
    const writers = (async () => {
      while (writing) {
        await countUp(db, "writer");
        acknowledged += 1;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = acknowledged;
    const manifest = await makeBackup(place.dataDir, file(), NOW);
    writing = false;
    await writers;
    expect(before).toBeGreaterThan(0);
    expect(manifest.missing).toEqual([]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(["backup.tar"]);

    await restoreBackup(file(), target());
    expect(readdirSync(target()).sort()).toEqual(["cau-noi.db", "media", SECRET_FILE]);
    // What second factors are locked with came along, for nobody else to read.
    expect(await ownSecret(target(), null, "tests")).toEqual(secret);
    expect(statSync(join(target(), SECRET_FILE)).mode & 0o777).toBe(0o600);
    for (const bytes of pictures) {
      const name = readdirSync(join(target(), "media"), { recursive: true }).find((path) => String(path).includes(sha256(bytes)));
      expect(readFileSync(join(target(), "media", String(name)))).toEqual(bytes);
    }
    expect(readdirSync(join(target(), "media", "clips"))).toEqual([sha256(Buffer.from("a sound"))]);
    expect(readdirSync(join(target(), "media"), { recursive: true })).toHaveLength(5);

    const restored = await openDatabase({ dataDir: target() });
    const [counter] = await restored.write((tx) => tx.wordings.ofUnit(ofArticle("a1"), "counter"));
    const content = await restored.read.content.findUniqueOrThrow({ where: { id: 1 } });
    const was = await db.read.content.findUniqueOrThrow({ where: { id: 1 } });
    expect(Number(counter?.text)).toBeGreaterThanOrEqual(before);
    // One counted-up word, one announcement: a snapshot between the two would not agree.
    expect(manifest.revision).toBe(Number(counter?.text) + 1);
    expect(await restored.read.announcement.count()).toBe(manifest.revision);
    expect(content.generationId).not.toBe(was.generationId);
    expect(content.revision).toBe(manifest.revision + REVISIONS_SKIPPED);
    expect((await restored.write((tx) => tx.editions.current("a1")))?.body).toEqual((await db.write((tx) => tx.editions.current("a1")))?.body);
    await restored.close();
  });

  it("restored, whoever knew the old portal's revisions is told to read everything; what comes after is announced as ever", async () => {
    await makeBackup(place.dataDir, file(), NOW);
    await restoreBackup(file(), target());
    const restored = await openDatabase({ dataDir: target() });
    const outbox = await openOutbox(restored);
    const source = searchSource(restored);
    expect(await source.changedSince?.(1)).toBeNull();
    const known = outbox.revision();
    await countUp(restored, "after");
    expect(await outbox.catchUp()).toBe(known + 1);
    expect(await source.changedSince?.(known)).toMatchObject({ revision: known + 1 });
    await outbox.close();
    await restored.close();
  });

  it("is a plain tar: its files, in the order of its manifest", async () => {
    const manifest = await makeBackup(place.dataDir, file(), NOW);
    const handle = await open(file());
    const names = (await listTar(handle)).map(({ name }) => name);
    await handle.close();
    expect(names).toEqual(["manifest.json", ...manifest.files.map(({ name }) => name)]);
    expect(manifest.rows).toMatchObject({ Article: 1, Edition: 1, Announcement: 1, Media: 2, Content: 1 });
  });

  it("says which picture's file was not there, and holds the rest", async () => {
    rmSync(join(place.dataDir, "media", `${sha256(pictures[0] as Buffer)}.jpg`));
    expect((await makeBackup(place.dataDir, file(), NOW)).missing).toEqual([sha256(pictures[0] as Buffer)]);
    await restoreBackup(file(), target());
  });

  it("never takes another's place, and needs a database and a folder", async () => {
    writeFileSync(file(), "an older backup");
    expect(await refusal(makeBackup(place.dataDir, file(), NOW))).toContain("is there already");
    expect(readFileSync(file(), "utf8")).toBe("an older backup");
    expect(await refusal(makeBackup(home, join(home, "b.tar"), NOW))).toContain("no database");
    expect(await refusal(makeBackup(place.dataDir, join(home, "no", "b.tar"), NOW))).toContain("no folder");
  });

  it("goes into an empty folder only: what is there stays untouched", async () => {
    await makeBackup(place.dataDir, file(), NOW);
    const held = readFileSync(sqliteFile(place.dataDir));
    expect(await refusal(restoreBackup(file(), place.dataDir))).toContain("is not empty");
    expect(readFileSync(sqliteFile(place.dataDir))).toEqual(held);
    expect(await refusal(restoreBackup(join(home, "none.tar"), target()))).toContain("no file");
  });

  it("cut off anywhere or with one byte changed anywhere it is refused, and the folder stays empty", async () => {
    await makeBackup(place.dataDir, file(), NOW);
    const whole = readFileSync(file());
    const damaged = join(home, "damaged.tar");
    const database = whole.indexOf("SQLite format 3");
    const places = [0, 130, 600, database + 3000, Math.floor(whole.length / 2), whole.length - 1024 - 512, whole.length - 1024 - 70_000];
    for (const at of places) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] as number) ^ 0x41;
      writeFileSync(damaged, bytes);
      expect(await refusal(restoreBackup(damaged, target())), `byte ${at}`).toContain("is damaged");
      expect(existsSync(target()) ? readdirSync(target()) : []).toEqual([]);
    }
    for (const length of [0, 511, 5000, whole.length - 600, whole.length - 1024]) {
      writeFileSync(damaged, whole.subarray(0, length));
      expect(await refusal(restoreBackup(damaged, target())), `cut at ${length}`).toContain("is damaged");
    }
    copyFileSync(file(), damaged);
    appendFileSync(damaged, "more");
    await restoreBackup(damaged, target());
  });

  it("of a program that had no secret yet is restored as ever", async () => {
    rmSync(join(place.dataDir, SECRET_FILE));
    await makeBackup(place.dataDir, file(), NOW);
    const bytes = readFileSync(file());
    bytes.write(`"format": 1`, bytes.indexOf(`"format": 2`));
    writeFileSync(join(home, "older.tar"), bytes);
    await restoreBackup(join(home, "older.tar"), target());
    expect(readdirSync(target()).sort()).toEqual(["cau-noi.db", "media"]);
  });

  it("of a newer program is refused: its format, or its database", async () => {
    await makeBackup(place.dataDir, file(), NOW);
    const bytes = readFileSync(file());
    const at = bytes.indexOf(`"format": 2`);
    bytes.write(`"format": 3`, at);
    writeFileSync(join(home, "newer.tar"), bytes);
    expect(await refusal(restoreBackup(join(home, "newer.tar"), target()))).toContain("newer program");

    const raw = new Sqlite(sqliteFile(place.dataDir));
    raw.exec(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_future', 1)`);
    raw.close();
    await expect(makeBackup(place.dataDir, join(home, "future.tar"), NOW)).rejects.toBeInstanceOf(DatabaseNewer);
  });
});

describe.skipIf(process.env.SKIP_POSTGRES === "1")("a restored PostgreSQL database", () => {
  let place: FreshDatabase;
  beforeAll(async () => {
    place = await (databases()[1]?.fresh() as Promise<FreshDatabase>);
  });
  afterAll(() => place.drop());

  it("becomes one of its own by the line that README names", async () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    expect(readme).toContain(RENEW_POSTGRESQL);
    const db = await place.open();
    await countUp(db, "before");
    const was = await db.read.content.findUniqueOrThrow({ where: { id: 1 } });
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await client.query(RENEW_POSTGRESQL).finally(() => client.end());
    const is = await db.read.content.findUniqueOrThrow({ where: { id: 1 } });
    expect(is.generationId).not.toBe(was.generationId);
    expect(is.revision).toBe(was.revision + REVISIONS_SKIPPED);
    await countUp(db, "after");
    expect((await db.read.content.findUniqueOrThrow({ where: { id: 1 } })).revision).toBe(is.revision + 1);
    await db.close();
  });
});
