import { createHash, randomUUID } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { type FileHandle, mkdir, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { REVISIONS_SKIPPED } from "../../core/announcement.ts";
import { DatabaseRefusal } from "../db/refusals.server.ts";
import { sqliteFile } from "../db/sqlite.server.ts";
import { inspectSqlite, renewSqlite } from "../db/sqlite-file.server.ts";
import { SECRET_FILE } from "../sessions/own-secret.server.ts";
import { settle } from "./files.server.ts";
import { DATABASE, FORMAT, MANIFEST, type Manifest, manifestSchema } from "./manifest.server.ts";
import { CommandRefused, damaged } from "./refusal.server.ts";
import { bytesOf, listTar, type TarEntry } from "./tar.server.ts";

const LARGEST_MANIFEST = 64 * 1024 * 1024;

/**
 * Unpacks a backup into an empty data folder, after all of it was held against what it says of itself: hashes, sizes, counts of rows,
 * SQLite's own check. The database comes to its name last. It is given an identity of its own, by which search indexes and displays
 * that knew what came after the backup know a stranger.
 * @throws CommandRefused, and then the folder is as empty as before; DatabaseNewer, DatabaseAltered
 */
export async function restoreBackup(file: string, dataDir: string): Promise<Manifest> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new CommandRefused(`There is no file ${file}`, `không có tệp ${file}`) : error;
  });
  try {
    await assertEmpty(dataDir);
    const entries = await listTar(handle);
    const manifest = await readManifest(handle, entries[0]);
    assertNamed(entries.slice(1), manifest);
    await mkdir(dataDir, { recursive: true });
    const work = await mkdtemp(join(dataDir, ".restoring-"));
    const tidy = () => rmSync(work, { recursive: true, force: true });
    process.once("exit", tidy);
    try {
      for (const [index, entry] of entries.slice(1).entries()) await unpack(handle, entry, join(work, entry.name), manifest.files[index]?.sha256 ?? "");
      adopt(join(work, DATABASE), manifest);
      await moveIn(work, dataDir);
      return manifest;
    } finally {
      process.off("exit", tidy);
      tidy();
    }
  } finally {
    await handle.close();
  }
}

async function assertEmpty(dataDir: string): Promise<void> {
  // A disk of its own, mounted there, brings this folder along.
  const there = (existsSync(dataDir) ? await readdir(dataDir) : []).filter((name) => name !== "lost+found");
  if (there.length === 0) return;
  throw new CommandRefused(
    `${dataDir} is not empty (${there.slice(0, 3).join(", ")}…): stop the portal and set DATA_DIR to a new folder; nothing is ever overwritten`,
    `${dataDir} không trống: hãy dừng cổng thông tin và đặt DATA_DIR là một thư mục mới; không dữ liệu nào bị ghi đè`,
  );
}

async function readManifest(from: FileHandle, entry: TarEntry | undefined): Promise<Manifest> {
  if (entry?.name !== MANIFEST || entry.size > LARGEST_MANIFEST) throw damaged(`it does not begin with ${MANIFEST}`);
  const bytes: Buffer[] = [];
  for await (const chunk of bytesOf(from, entry)) bytes.push(chunk);
  let said: unknown;
  try {
    said = JSON.parse(Buffer.concat(bytes).toString("utf8"));
  } catch {
    throw damaged(`${MANIFEST} cannot be read`);
  }
  const format = (said as { format?: unknown } | null)?.format;
  if (typeof format === "number" && format > FORMAT)
    throw new CommandRefused(
      "The backup was made by a newer program: restore it with that",
      "bản sao lưu do phiên bản mới hơn tạo ra: hãy khôi phục bằng phiên bản đó",
    );
  const parsed = manifestSchema.safeParse(said);
  if (!parsed.success) throw damaged(`${MANIFEST} cannot be read`);
  return parsed.data;
}

/** Just the files that the manifest names, in its order: names that could lead out of the folder are in no manifest. */
function assertNamed(entries: readonly TarEntry[], { files }: Manifest): void {
  const same = entries.length === files.length && entries.every(({ name, size }, index) => name === files[index]?.name && size === files[index]?.size);
  if (!same || !entries.some(({ name }) => name === DATABASE)) throw damaged(`its files are not those that ${MANIFEST} names`);
}

async function unpack(from: FileHandle, entry: TarEntry, to: string, sha256: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const hash = createHash("sha256");
  const target = await open(to, "wx", 0o600);
  try {
    for await (const chunk of bytesOf(from, entry)) {
      hash.update(chunk);
      await target.appendFile(chunk);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  if (hash.digest("hex") !== sha256) throw damaged(`${entry.name} is not what it was`);
}

function adopt(file: string, manifest: Manifest): void {
  const contents = inspect(file);
  const same = (["generationId", "revision", "migrations", "rows"] as const).every((what) => JSON.stringify(contents[what]) === JSON.stringify(manifest[what]));
  if (!same) throw damaged(`the database does not hold what ${MANIFEST} says`);
  renewSqlite(file, randomUUID(), REVISIONS_SKIPPED);
}

function inspect(file: string) {
  try {
    return inspectSqlite(file);
  } catch (error) {
    throw error instanceof DatabaseRefusal && error.name !== "DatabaseUnsafe" ? error : damaged(error instanceof Error ? error.message : String(error));
  }
}

/** The secret and the pictures first: a portal that finds the database finds everything that it names. */
async function moveIn(work: string, dataDir: string): Promise<void> {
  const media = join(work, "media");
  const database = sqliteFile(dataDir);
  const moved = join(dataDir, "media");
  await settle(join(work, DATABASE));
  const secret = join(dataDir, SECRET_FILE);
  try {
    if (existsSync(join(work, SECRET_FILE))) await rename(join(work, SECRET_FILE), secret);
    if (existsSync(media)) {
      for (const entry of await readdir(media, { recursive: true, withFileTypes: true }))
        if (entry.isDirectory()) await settle(join(entry.parentPath, entry.name));
      await settle(media);
      await rename(media, moved);
      await settle(dataDir);
    }
    await rename(join(work, DATABASE), database);
    await settle(dataDir);
  } catch (error) {
    await rm(moved, { recursive: true, force: true });
    await rm(secret, { force: true });
    throw error;
  }
}
