// Generates one Prisma client for each provider from the one schema, unless they are those of this schema already. Needs no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { generatedFolder, PROVIDERS, schemaFile, schemaFor } from "./providers.mjs";

const require = createRequire(import.meta.url);
const stamp = new URL(".schema", generatedFolder);

const cli = find("prisma/build/index.js");
// npm ci --omit=dev: the build already contains the clients
if (cli) {
  const wanted = hashOf(schemaFile, new URL(import.meta.url), new URL("providers.mjs", import.meta.url), require.resolve("prisma/package.json"));
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    rmSync(stamp, { force: true });
    const failed = PROVIDERS.some((provider) => !generate(cli, provider));
    if (failed) process.exit(1);
    mkdirSync(generatedFolder, { recursive: true });
    writeFileSync(stamp, wanted);
  }
}

function generate(program, provider) {
  // Beside the schema, because its output folder is written relative to it.
  const file = fileURLToPath(new URL(`.${provider}-${process.pid}.prisma`, import.meta.url));
  writeFileSync(file, schemaFor(provider));
  try {
    const { status, stderr } = spawnSync(process.execPath, [program, "generate", "--schema", file], {
      encoding: "utf8",
      // `generate` does not use the schema engine, but the program would download it. Any existing file stops that.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", ...process.env },
    });
    if (status !== 0) console.error(stderr);
    return status === 0;
  } finally {
    rmSync(file, { force: true });
  }
}

function find(path) {
  try {
    return require.resolve(path);
  } catch {
    return null;
  }
}

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}
