/** Why a database was not opened. Each is a person's matter to mend, told in one line at start; never retried. */
export class DatabaseRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The database holds migrations that this code does not know: a newer release has used it. */
export class DatabaseNewer extends DatabaseRefusal {
  readonly migrations: readonly string[];
  constructor(migrations: readonly string[]) {
    super(`The database is newer than this program: it holds ${migrations.join(", ")}`);
    this.migrations = migrations;
  }
}

/** A migration's text differs from what was applied, or another tool left it unfinished. */
export class DatabaseAltered extends DatabaseRefusal {
  readonly migration: string;
  constructor(migration: string, what: string) {
    super(`Migration ${migration} ${what}`);
    this.migration = migration;
  }
}

/** The data folder, or the database file in it, can't be written. */
export class DataFolderNotWritable extends DatabaseRefusal {
  readonly folder: string;
  constructor(folder: string, cause: unknown) {
    super(`The data folder cannot be written: ${folder}`, { cause });
    this.folder = folder;
  }
}

/** No answer at the address, or it lets nobody in. `server` is host, port and name: never the password. */
export class DatabaseUnreachable extends DatabaseRefusal {
  readonly server: string;
  constructor(server: string, cause: unknown) {
    super(`The database does not answer: ${server} (${cause instanceof Error ? cause.message || (cause as { code?: string }).code : String(cause)})`, {
      cause,
    });
    this.server = server;
  }
}

/** The database does not promise what every write relies on. */
export class DatabaseUnsafe extends DatabaseRefusal {
  constructor(setting: string, found: string, wanted: string) {
    super(`The database's ${setting} is ${found}, not ${wanted}`);
  }
}
