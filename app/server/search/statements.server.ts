import type Database from "better-sqlite3";

/** Prepares a statement, once. */
export type Statements = <Row>(sql: string) => Database.Statement<unknown[], Row>;

export function openStatements(database: Database.Database): Statements {
  const kept = new Map<string, Database.Statement<unknown[], unknown>>();
  return <Row>(sql: string) => {
    const statement = kept.get(sql) ?? database.prepare(sql);
    kept.set(sql, statement);
    return statement as Database.Statement<unknown[], Row>;
  };
}
