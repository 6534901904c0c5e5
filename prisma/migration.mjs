// npm run db:migration -- add-something
// Writes prisma/migrations/<provider>/<time>_<name>/migration.sql for every provider, from what changed since the last migration.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { PROVIDERS, schemaFile, schemaFor } from "./providers.mjs";
import { sqlBetween } from "./sql.mjs";

const name = process.argv[2] ?? "";
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error("usage: npm run db:migration -- short-name");
  process.exit(1);
}
const snapshot = new URL("./migrations/schema.prisma", import.meta.url);
const before = existsSync(snapshot) ? readFileSync(snapshot, "utf8") : null;
const now = readFileSync(schemaFile, "utf8");
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
let written = 0;
for (const provider of PROVIDERS) {
  const sql = await sqlBetween(provider, before && schemaFor(provider, before), schemaFor(provider, now));
  if (!sql) continue;
  const folder = new URL(`./migrations/${provider}/${stamp}_${name.replaceAll("-", "_")}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("migration.sql", folder), sql);
  written += 1;
}
// Also when only words changed: the snapshot equals the schema, or a migration is missing (tests/architecture holds this).
if (before !== now) writeFileSync(snapshot, now);
console.log(written ? `${stamp}_${name} written for ${written} providers` : "no table has changed");
