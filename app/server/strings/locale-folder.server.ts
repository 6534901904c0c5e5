import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ByLang, byLang, LANGS } from "../../core/language/languages.ts";
import type { LocaleFiles } from "../../core/strings/check-files.ts";
import { type LocaleFile, readLocaleFile } from "../../core/strings/locale-file.ts";
import { CommandRefused } from "../backup/refusal.server.ts";

/** Address of a namespace's file within the folder. */
export const localePath = (lang: string, namespace: string): string => join(lang, `${namespace}.json`);

/**
 * Every file of a folder with a folder for each language, as `locales/` is.
 * @throws CommandRefused where there is none
 */
export function readLocaleFolder(folder: string): LocaleFiles {
  if (!LANGS.every((lang) => existsSync(join(folder, lang))))
    throw new CommandRefused(`There are no locales in ${folder}`, `không có thư mục ngôn ngữ trong ${folder}`);
  const namespaces = new Set(LANGS.flatMap((lang) => readdirSync(join(folder, lang)).filter((name) => name.endsWith(".json"))));
  const read = (path: string): LocaleFile | null => (existsSync(path) ? readLocaleFile(readFileSync(path, "utf8")) : null);
  return new Map(
    [...namespaces].sort().map((name): [string, ByLang<LocaleFile | null>] => {
      const namespace = name.slice(0, -".json".length);
      return [namespace, byLang((lang) => read(join(folder, localePath(lang, namespace))))];
    }),
  );
}

/**
 * Puts files in place of those that are there: all of them, or none.
 * @param written text of each, by path within the folder
 */
export function writeLocaleFolder(folder: string, written: ReadonlyMap<string, string>): void {
  const places = [...written].map(([path, text]) => ({ path: join(folder, path), beside: join(folder, `${path}.new`), text }));
  const before = new Map(places.map(({ path }) => [path, readFileSync(path)]));
  const done: string[] = [];
  try {
    for (const { beside, text } of places) writeFileSync(beside, text, { flag: "wx" });
    for (const { path, beside } of places) {
      renameSync(beside, path);
      done.push(path);
    }
  } catch (error) {
    for (const path of done) writeFileSync(path, before.get(path) ?? "");
    throw error;
  } finally {
    for (const { beside } of places) rmSync(beside, { force: true });
  }
}
