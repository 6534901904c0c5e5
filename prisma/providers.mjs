// The one schema, and what differs between the databases that it is generated and migrated for.
import { readFileSync } from "node:fs";

export const PROVIDERS = ["sqlite", "postgresql"];
export const schemaFile = new URL("./schema.prisma", import.meta.url);
export const generatedFolder = new URL("../app/server/db/generated/", import.meta.url);

/** The schema's text for one provider: only the provider and the output folder differ. */
export function schemaFor(provider, text = readFileSync(schemaFile, "utf8")) {
  return text.replace(/(datasource db \{\s*provider\s*=\s*)"\w+"/, `$1"${provider}"`).replace(/generated\/sqlite/, `generated/${provider}`);
}
