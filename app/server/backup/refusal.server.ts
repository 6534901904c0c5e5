import { existsSync } from "node:fs";
import { sqliteFile } from "../db/sqlite.server.ts";

/** Why a command on the kept data does nothing: one line, in English and Vietnamese, that says what to do. */
export class CommandRefused extends Error {
  constructor(english: string, vietnamese: string) {
    super(`${english} · ${vietnamese}`);
    this.name = "CommandRefused";
  }
}

export const damaged = (what: string): CommandRefused =>
  new CommandRefused(
    `The backup is damaged: ${what}. Nothing was restored; take another backup`,
    `bản sao lưu bị hỏng: ${what}. Chưa khôi phục gì; hãy dùng một bản sao lưu khác`,
  );

/**
 * Opening a database would make one where there is none, and a command would then speak of that.
 * @returns path of the database's file
 * @throws CommandRefused
 */
export function databaseIn(dataDir: string): string {
  const file = sqliteFile(dataDir);
  if (existsSync(file)) return file;
  throw new CommandRefused(`There is no database in ${dataDir}; set DATA_DIR`, `không có cơ sở dữ liệu trong ${dataDir}; hãy đặt DATA_DIR`);
}
