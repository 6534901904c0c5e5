import { extname } from "node:path/posix";
import type { Resource } from "../../core/displays/manifest.ts";
import { sha256Of } from "./resources.server.ts";

/** The page that every device boots, as it is sent to each. */
export interface BootPage {
  body: Buffer;
  headers: Record<string, string>;
}

/** A part of the page, with its bytes. */
export interface PagePart {
  resource: Resource;
  body: Buffer;
}

/** A static file of the build; null: there is none at the address. */
export type StaticFile = (path: string) => Promise<Buffer | null>;

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
};

/** Addresses on this origin, in attributes and in scripts of a page. */
const IN_PAGE = /"(\/[\w./-]+\.\w+)"/g;
/** What scripts and styles of the build name of each other: hashed names, whole or beside themselves. */
const IN_PART = /(?:\/?assets|\.)\/([\w.-]+-[\w-]{8}\.\w+)/g;
/** The list of every route of the portal: the workbench's are not for devices. */
const LIST_OF_ROUTES = /^\/assets\/manifest-[\w-]+\.js$/;
const WORDS = /^\/locales\//;

/**
 * Everything that a page needs of the build: what it names itself, and whatever that names, to the end, so that parts that load later
 * are there too. The strings are not among them: they are no static file.
 */
export async function pageParts(html: string, file: StaticFile): Promise<PagePart[]> {
  const found = new Map<string, PagePart>();
  const missing = new Set<string>();
  const look = async (path: string): Promise<void> => {
    const type = TYPES[extname(path)];
    if (!type || WORDS.test(path) || found.has(path) || missing.has(path)) return;
    missing.add(path);
    const body = await file(path);
    if (!body) return;
    found.set(path, { resource: { sha256: sha256Of(body), bytes: body.length, type, path }, body });
    if (!/javascript|css/.test(type) || LIST_OF_ROUTES.test(path)) return;
    for (const [, name] of body.toString().matchAll(IN_PART)) await look(`/assets/${name}`);
  };
  for (const [, path = ""] of html.matchAll(IN_PAGE)) await look(path);
  return [...found.values()].sort((a, b) => (a.resource.path < b.resource.path ? -1 : 1));
}
