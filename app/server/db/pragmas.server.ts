import type { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { DatabaseUnsafe } from "./refusals.server.ts";

/** What each connection must say when asked. FULL is 2: better-sqlite3 is compiled with NORMAL, which may lose the last commits with the power. */
const WANTED = { journal_mode: "wal", synchronous: "2", foreign_keys: "1", trusted_schema: "0" } as const;
const SETTING = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;";

/**
 * The same adapter, whose every connection is set by the rules and asked whether it obeyed.
 * Connecting fails with DatabaseUnsafe when it did not.
 */
export function holdPragmas(factory: PrismaBetterSqlite3, readonly: boolean): PrismaBetterSqlite3 {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    await connection.executeScript(SETTING);
    for (const [pragma, wanted] of Object.entries(WANTED)) {
      const { rows } = await connection.queryRaw({ sql: `PRAGMA ${pragma}`, args: [], argTypes: [] });
      const found = String(rows[0]?.[0]);
      if (found !== wanted) throw new DatabaseUnsafe(pragma, found, wanted);
    }
    // From here on the writer asks again instead of blocking the process; readers meet a lock only while another process recovers the file.
    if (!readonly) await connection.executeScript("PRAGMA busy_timeout=0");
    return connection;
  };
  return factory;
}
