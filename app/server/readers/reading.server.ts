import type { RuntimeStrings } from "../../i18n/runtime.server.ts";
import type { Database } from "../db/database.server.ts";

/** What a reader needs to answer a page. */
export interface Reading {
  db: Database;
  now(): Date;
  strings: RuntimeStrings;
}
