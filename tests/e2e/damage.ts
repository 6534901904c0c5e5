import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The stores of a Chromium profile that a display lives from. */
export const STORES = {
  IndexedDB: ["Default/IndexedDB"],
  "Cache Storage": ["Default/Service Worker/CacheStorage"],
  "service-worker store": ["Default/Service Worker/Database", "Default/Service Worker/ScriptCache"],
} as const;
export type StoreName = keyof typeof STORES;

/**
 * Writes random bytes over files of a store, while its browser is off, as a dying disk does: one file, some, or all of them, in part or whole.
 * @param random numbers from 0 to 1
 * @returns how many files were damaged
 */
export function damage(profile: string, store: StoreName, random: () => number): number {
  const files = STORES[store].flatMap((folder) => filesUnder(join(profile, folder))).filter((file) => !file.endsWith("LOCK") && statSync(file).size > 0);
  const share = [0.2, 0.6, 1][Math.floor(random() * 3)] ?? 1;
  const chosen = files.filter(() => random() < share);
  // At least one.
  if (chosen.length === 0) chosen.push(...files.slice(0, 1));
  for (const file of chosen) {
    const bytes = readFileSync(file);
    const whole = random() < 0.5;
    const from = whole ? 0 : Math.floor(random() * bytes.length);
    const to = whole ? bytes.length : Math.min(bytes.length, from + 1 + Math.floor(random() * 4096));
    for (let at = from; at < to; at += 1) bytes[at] = Math.floor(random() * 256);
    writeFileSync(file, bytes);
  }
  return chosen.length;
}

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
