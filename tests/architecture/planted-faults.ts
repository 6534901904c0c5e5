/**
 * For each wall a file that breaks it, and neighbours that do what is allowed. `breaks` names the rules that must fire for
 * exactly this file; nothing else in the planted tree may be complained of.
 */
export interface PlantedFile {
  path: string;
  text: string;
  breaks?: string[];
}

const lines = (...imports: string[]) => `${imports.join("\n")}\nexport const here = 1;\n`;

export const PLANTED: PlantedFile[] = [
  // what is allowed
  { path: "app/core/articles/tree.ts", text: lines('import "../hash.ts";') },
  { path: "app/core/hash.ts", text: lines('import "@noble/hashes/sha2.js";', 'import "diff";') },
  { path: "app/core/hash.test.ts", text: lines('import "vitest";', 'import "./hash.ts";') },
  { path: "app/use-cases/ports.ts", text: `export interface Port { here: number }\n${lines('import "../core/hash.ts";')}` },
  { path: "app/use-cases/publish-article.ts", text: lines('import type { Port } from "./ports.ts";') },
  { path: "app/server/db/generated/sqlite/client.ts", text: lines('import "@prisma/client/runtime/client";') },
  { path: "app/server/db/store.server.ts", text: lines('import "./generated/sqlite/client.ts";', 'import "pg";', 'import "../../use-cases/ports.ts";') },
  { path: "app/server/readers/article.server.ts", text: `export interface View { here: number }\n${lines('import "../db/generated/sqlite/client.ts";')}` },
  { path: "app/server/search/index.server.ts", text: lines('import "better-sqlite3";') },
  { path: "app/server/app.server.ts", text: lines('import "./db/store.server.ts";', 'import "./readers/article.server.ts";', 'import "../i18n/format.ts";') },
  { path: "app/i18n/format.ts", text: lines('import "../core/hash.ts";') },
  { path: "app/ui/kit/button.tsx", text: lines('import "react";', 'import "../../core/hash.ts";', 'import "../../i18n/format.ts";') },
  { path: "app/ui/visitor/page.tsx", text: lines('import "../kit/button.tsx";') },
  { path: "app/ui/workbench/desk.tsx", text: lines('import "../kit/button.tsx";') },
  {
    path: "app/routes/article/route.tsx",
    text: lines(
      'import "../../server/app.server.ts";',
      'import "../../ui/visitor/page.tsx";',
      'import "../../core/hash.ts";',
      'import type { View } from "../../server/readers/article.server.ts";',
      'import type { Port } from "../../use-cases/ports.ts";',
    ),
  },
  { path: "app/cli/main.ts", text: lines('import "../server/app.server.ts";', 'import "../use-cases/publish-article.ts";') },
  { path: "app/server.ts", text: lines('import "./server/app.server.ts";', 'import "virtual:remix/server-build";') },

  // what is not
  { path: "app/core/reads-files.ts", text: lines('import "node:fs";'), breaks: ["core-is-pure"] },
  { path: "app/core/draws.ts", text: lines('import "react";'), breaks: ["core-is-pure"] },
  { path: "app/core/orders.ts", text: lines('import type { Port } from "../use-cases/ports.ts";'), breaks: ["core-is-pure"] },
  { path: "app/use-cases/opens-a-file.ts", text: lines('import "node:fs";'), breaks: ["use-cases-know-core"] },
  { path: "app/use-cases/asks-the-database.ts", text: lines('import "../server/db/store.server.ts";'), breaks: ["use-cases-know-core"] },
  { path: "app/server/http/draws.server.ts", text: lines('import "../../ui/kit/button.tsx";'), breaks: ["server-knows-no-pages"] },
  { path: "app/server/http/nameless.ts", text: lines() },
  { path: "app/server/http/uses-nameless.server.ts", text: lines('import "./nameless.ts";'), breaks: ["server-files-wear-the-suffix"] },
  { path: "app/server/http/asks-prisma.server.ts", text: lines('import "@prisma/client";'), breaks: ["orm-only-in-db"] },
  { path: "app/server/http/asks-postgres.server.ts", text: lines('import "pg";'), breaks: ["orm-only-in-db"] },
  { path: "app/server/search/asks-prisma.server.ts", text: lines('import "@prisma/client";'), breaks: ["no-orm-in-search"] },
  {
    path: "app/server/search/asks-the-database.server.ts",
    text: lines('import "../db/generated/sqlite/client.ts";'),
    breaks: ["generated-only-for-db-and-readers", "no-orm-in-search"],
  },
  {
    path: "app/server/events/asks-the-database.server.ts",
    text: lines('import type { here } from "../db/generated/sqlite/client.ts";'),
    breaks: ["generated-only-for-db-and-readers"],
  },
  { path: "app/ui/kit/orders.tsx", text: lines('import "../../use-cases/publish-article.ts";'), breaks: ["ui-knows-core-and-i18n"] },
  { path: "app/ui/kit/reads-files.tsx", text: lines('import "node:fs";'), breaks: ["ui-runs-in-browsers"] },
  {
    path: "app/ui/kit/asks-the-server.tsx",
    text: lines('import type { View } from "../../server/readers/article.server.ts";'),
    breaks: ["ui-imports-no-server-file", "ui-knows-core-and-i18n", "ui-reaches-no-server-file"],
  },
  { path: "app/i18n/overrides.ts", text: lines('import "./store.server.ts";') },
  { path: "app/i18n/store.server.ts", text: lines() },
  { path: "app/ui/kit/asks-by-way-of-i18n.tsx", text: lines('import "../../i18n/overrides.ts";'), breaks: ["ui-reaches-no-server-file"] },
  { path: "app/ui/visitor/borrows.tsx", text: lines('import "../workbench/desk.tsx";'), breaks: ["audiences-apart"] },
  { path: "app/ui/display/kiosk/borrows.tsx", text: lines('import "../../visitor/page.tsx";'), breaks: ["audiences-apart"] },
  { path: "app/ui/kit/borrows.tsx", text: lines('import "../visitor/page.tsx";'), breaks: ["kit-knows-no-audience"] },
  { path: "app/i18n/asks-the-server.ts", text: lines('import "../server/app.server.ts";'), breaks: ["i18n-knows-core"] },
  { path: "app/routes/side-door/route.tsx", text: lines('import "../../server/readers/article.server.ts";'), breaks: ["routes-enter-by-the-front-door"] },
  { path: "app/routes/orders/route.tsx", text: lines('import "../../use-cases/publish-article.ts";'), breaks: ["routes-enter-by-the-front-door"] },
  {
    path: "app/routes/knows-the-store/route.tsx",
    text: lines('import type { here } from "../../server/db/store.server.ts";'),
    breaks: ["routes-know-no-inner-server"],
  },
  {
    path: "app/routes/asks-prisma/route.tsx",
    text: lines('import type { PrismaClient } from "@prisma/client";'),
    breaks: ["orm-only-in-db"],
  },
  { path: "app/root.tsx", text: lines('import "./server/db/store.server.ts";'), breaks: ["routes-enter-by-the-front-door"] },
  { path: "app/routes/borrows/route.tsx", text: lines('import "../article/route.tsx";'), breaks: ["routes-import-no-routes"] },
  { path: "app/server/http/starts-a-command.server.ts", text: lines('import "../../cli/main.ts";'), breaks: ["cli-is-an-entry", "server-knows-no-pages"] },
  { path: "app/cli/draws.ts", text: lines('import "../ui/kit/button.tsx";'), breaks: ["cli-knows-no-pages"] },
  { path: "app/i18n/uses-a-test.ts", text: lines('import "../core/hash.test.ts";'), breaks: ["no-tests-in-production"] },
  { path: "app/core/circle-a.ts", text: lines('import "./circle-b.ts";'), breaks: ["no-circles"] },
  // a circle is reported once, at the file met first
  { path: "app/core/circle-b.ts", text: lines('import "./circle-a.ts";') },
  { path: "app/i18n/leads-nowhere.ts", text: lines('import "./gone.ts";'), breaks: ["resolvable"] },
];

/** Packages that the planted files import, as empty ones. */
export const PLANTED_PACKAGES = [
  "@noble/hashes/sha2.js",
  "@prisma/client/index.js",
  "@prisma/client/runtime/client.js",
  "better-sqlite3/index.js",
  "diff/index.js",
  "pg/index.js",
  "react/index.js",
  "vitest/index.js",
];
