import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { flatten } from "../core/strings/catalogue.ts";
import { type StringUses, usesOf } from "../core/strings/uses.ts";

const NAME = "virtual:string-uses";
const LANG = "vi";
const NOT_READ = /\.test(-data)?\.tsx?$|^app\/(cli|decisions)\/|\/generated\//;

/** What shows strings beside the routes, and as part of what. */
const OTHER_PAGES: Record<string, string> = {
  "app/root.tsx": "root",
  "app/server/http/refusals.server.ts": "root",
  "app/server/images/images.server.ts": "images",
  "app/server/readers/workbench/string-notes.server.ts": "workbench-strings",
};

/** `import uses from "virtual:string-uses"`: where each interface string is used, found in the sources while building. For the server alone. */
export const stringUses = (): Plugin => ({
  name: "string-uses",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(readUses())}` : undefined),
});

/** @param root the project's folder */
export function readUses(root = process.cwd()): StringUses {
  const sources: Record<string, string> = {};
  for (const entry of readdirSync(join(root, "app"), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(join(root, "/").length);
    if (entry.isFile() && /\.tsx?$/.test(path) && !NOT_READ.test(path)) sources[path] = readFileSync(join(root, path), "utf8");
  }
  const pages = Object.keys(sources).flatMap((path) => {
    const [, route] = /^app\/routes\/(.+)\/route\.tsx?$/.exec(path) ?? [];
    return route ? [[path, route.replaceAll("/", "-")]] : [];
  });
  const keys = readdirSync(join(root, "locales", LANG)).map((file) => {
    return [file.replace(/\.json$/, ""), Object.keys(flatten(JSON.parse(readFileSync(join(root, "locales", LANG, file), "utf8"))))];
  });
  return usesOf(sources, { ...Object.fromEntries(pages), ...OTHER_PAGES }, Object.fromEntries(keys));
}
