// SQL that turns one schema into another, by Prisma's own schema engine (WebAssembly): no database, no download.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Prisma's name of a provider inside that engine. */
const FLAVOURS = { sqlite: "sqlite", postgresql: "postgres" };
/** A role without CREATE on the database may not even say IF NOT EXISTS. */
const CREATE_SCHEMA = /-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/;

let loading;

/**
 * @param {"sqlite" | "postgresql"} provider
 * @param {string | null} from schema before; null: an empty database
 * @param {string | null} to schema after
 * @returns {Promise<string>} the statements; "" where nothing changes
 */
export async function sqlBetween(provider, from, to) {
  loading ??= load();
  await loading;
  const factory = bindMigrationAwareSqlAdapterFactory(withoutDatabase(FLAVOURS[provider]));
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
  const side = (content) => (content ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] } : { tag: "empty" });
  const { stdout } = await schemaEngine.diff({
    from: side(from),
    to: side(to),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  schemaEngine.free();
  const sql = stdout.replace(CREATE_SCHEMA, "");
  return /empty migration/.test(sql) ? "" : sql;
}

async function load() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => console.error(message) };
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine wants a connection even to compare two texts; this one answers nothing. */
function withoutDatabase(provider) {
  const connect = async () => ({
    provider,
    adapterName: "none",
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: async () => Promise.reject(new Error("a comparison opens no transaction")),
    dispose: async () => {},
  });
  return { provider, adapterName: "none", connect, connectToShadowDb: connect };
}
