import { REVISIONS_SKIPPED } from "../core/announcement.ts";
import { makeBackup } from "../server/backup/make-backup.server.ts";
import { type Manifest, MEDIA_FILE } from "../server/backup/manifest.server.ts";
import { CommandRefused } from "../server/backup/refusal.server.ts";
import { restoreBackup } from "../server/backup/restore-backup.server.ts";
import { type Command, Misused } from "./tool.ts";

/** `npm run backup -- FILE`: everything that a restore needs, in one file, while people write. */
export const backup: Command = async (given, { settings, path, say }) => {
  const file = onlyFile(given, "npm run backup -- FILE");
  if (settings.databaseUrl) throw onPostgresql(`pg_dump --format=custom --file=FILE "$DATABASE_URL"`);
  const manifest = await makeBackup(settings.dataDir, path(file), new Date());
  say(`Backed up · Đã sao lưu: ${path(file)}`);
  for (const line of linesOf(manifest)) say(line);
  for (const hash of manifest.missing) console.error(`A picture's file was not there · thiếu tệp ảnh: ${hash}`);
  return 0;
};

/** `npm run restore -- FILE`: into an empty DATA_DIR, after all of it was verified. */
export const restore: Command = async (given, { settings, path, say }) => {
  const file = onlyFile(given, "npm run restore -- FILE");
  if (settings.databaseUrl)
    throw onPostgresql(`pg_restore --no-owner --exit-on-error --dbname="$DATABASE_URL" FILE && psql "$DATABASE_URL" --command='${RENEW_POSTGRESQL}'`);
  const manifest = await restoreBackup(path(file), settings.dataDir);
  say(`Restored · Đã khôi phục: ${settings.dataDir}`);
  for (const line of linesOf(manifest)) say(line);
  return 0;
};

/** What `restore` does on SQLite by itself: another generation, further on. */
export const RENEW_POSTGRESQL = `UPDATE "Content" SET "generationId" = gen_random_uuid()::text, "revision" = "revision" + ${REVISIONS_SKIPPED}`;

function onlyFile(given: string[], usage: string): string {
  const [file, ...more] = given;
  if (!file || file.startsWith("-") || more.length) throw new Misused(usage);
  return file;
}

const onPostgresql = (way: string): CommandRefused =>
  new CommandRefused(
    `DATABASE_URL names a PostgreSQL database, whose own tools do this: ${way}`,
    "DATABASE_URL là cơ sở dữ liệu PostgreSQL; hãy dùng công cụ của PostgreSQL như trên",
  );

function linesOf({ madeAt, revision, rows, files }: Manifest): string[] {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const tables = Object.keys(rows).length;
  return [
    `  ${madeAt}, revision ${revision}`,
    `  ${tables} tables, ${all} rows; ${files.filter(({ name }) => MEDIA_FILE.test(name)).length} files of pictures; ${(bytes / 1e6).toFixed(1)} MB; hashes and counts verified`,
  ];
}
