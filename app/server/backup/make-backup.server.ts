import { existsSync, rmSync } from "node:fs";
import { mkdtemp, open, readdir, rename } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { copySqlite, inspectSqlite } from "../db/sqlite-file.server.ts";
import { SECRET_FILE } from "../sessions/own-secret.server.ts";
import { digestOf, settle } from "./files.server.ts";
import { type BackedUpFile, DATABASE, FORMAT, MANIFEST, type Manifest, MEDIA_FILE } from "./manifest.server.ts";
import { CommandRefused, databaseIn } from "./refusal.server.ts";
import { appendBytes, appendFile, endTar } from "./tar.server.ts";

/**
 * Packs what a restore needs into one file, also while the portal is serving: the database as of one moment, the pictures it names, and
 * what the members' second factors are locked with.
 * The file appears under its name when it is whole and on the disk, or not at all.
 * @throws CommandRefused; DatabaseUnsafe when the database is damaged
 */
export async function makeBackup(dataDir: string, file: string, now: Date): Promise<Manifest> {
  const database = databaseIn(dataDir);
  if (existsSync(file)) throw taken(file);
  const folder = dirname(file);
  if (!existsSync(folder)) throw new CommandRefused(`There is no folder ${folder}`, `không có thư mục ${folder}`);
  const work = await mkdtemp(join(folder, `.${basename(file)}-`));
  const tidy = () => rmSync(work, { recursive: true, force: true });
  process.once("exit", tidy);
  try {
    const snapshot = join(work, DATABASE);
    copySqlite(database, snapshot);
    await settle(snapshot);
    const { media, ...contents } = inspectSqlite(snapshot);
    const pictures = await picturesOf(dataDir, media);
    const files: (BackedUpFile & { path: string })[] = [];
    // Drawn once and never changed, so it is of the same moment as everything else.
    const secret = [{ name: SECRET_FILE, path: join(dataDir, SECRET_FILE) }].filter(({ path }) => existsSync(path));
    for (const { name, path } of [{ name: DATABASE, path: snapshot }, ...secret, ...pictures.found]) files.push({ name, path, ...(await digestOf(path)) });
    const manifest: Manifest = {
      format: FORMAT,
      madeAt: now.toISOString(),
      ...contents,
      files: files.map(({ path: _, ...entry }) => entry),
      missing: pictures.missing,
    };
    const packed = join(work, "packed.tar");
    await pack(packed, manifest, files);
    if (existsSync(file)) throw taken(file);
    await rename(packed, file);
    await settle(folder);
    return manifest;
  } finally {
    process.off("exit", tidy);
    tidy();
  }
}

const taken = (file: string): CommandRefused =>
  new CommandRefused(`${file} is there already; a backup never takes another's place`, `${file} đã có; bản sao lưu không bao giờ ghi đè lên bản khác`);

async function pack(path: string, manifest: Manifest, files: (BackedUpFile & { path: string })[]): Promise<void> {
  // It holds what visitors wrote, members' addresses and the portal's secret: for who made it alone.
  const handle = await open(path, "wx", 0o600);
  const at = new Date(manifest.madeAt);
  try {
    await appendBytes(handle, MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), at);
    for (const entry of files) await appendFile(handle, entry, at);
    await endTar(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The files under `media/` whose names begin with one of the hashes. They never change, so they need no snapshot. */
async function picturesOf(dataDir: string, hashes: readonly string[]): Promise<{ found: { name: string; path: string }[]; missing: string[] }> {
  const wanted = new Set(hashes);
  const missing = new Set(hashes);
  const folder = join(dataDir, "media");
  const entries = wanted.size && existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : [];
  const found = entries
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(dataDir, path).split(sep).join("/");
      const hash = entry.name.split(".")[0] as string;
      if (!wanted.has(hash) || !MEDIA_FILE.test(name)) return [];
      missing.delete(hash);
      return [{ name, path }];
    });
  return { found: found.sort((a, b) => (a.name < b.name ? -1 : 1)), missing: [...missing] };
}
