import { join } from "node:path";
import Database from "better-sqlite3";
import type { Change } from "../../app/core/announcement.ts";

/** The database of a SQLite site, for what tests write behind the workbench's back. */
export interface Announced {
  database: Database.Database;
  /** Now, as the portal writes instants. */
  now(): string;
  /** One change and its announcement, committed together as the portal does it. */
  change(what: Change, work: () => void): void;
}

export function openAnnounced(dataDir: string): Announced {
  const database = new Database(join(dataDir, "cau-noi.db"));
  database.pragma("busy_timeout = 10000");
  const now = () => new Date().toISOString().replace("Z", "+00:00");
  return {
    database,
    now,
    // At once the only writer: what reads first and writes then would be refused where the portal writes in between.
    change: (what, work) =>
      database
        .transaction(() => {
          work();
          database.prepare("UPDATE Content SET revision = revision + 1").run();
          database.prepare("INSERT INTO Announcement (id, body, at) SELECT revision, ?, ? FROM Content").run(JSON.stringify(what), now());
        })
        .immediate(),
  };
}
