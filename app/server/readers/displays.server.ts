import { type LastChange, readLastChange } from "./displays/changed.server.ts";
import { readContentFor } from "./displays/content.server.ts";
import { readArticles, readByToken, readFiles, readNoticesFor, readOwn, readPlayed } from "./displays/data.server.ts";
import type { Reading } from "./reading.server.ts";

/**
 * What the displays' data plane asks for.
 * @param origin the address that people use
 */
export const displayReaders = (reading: Reading, origin: string) => ({
  byToken: (tokenHash: string) => readByToken(reading, tokenHash),
  /** What one device is told besides its manifest. */
  own: (id: string) => readOwn(reading, id),
  /** The newest change of what displays at a site show. */
  lastChange: (site: string) => readLastChange(reading, site),
  /** All that the displays at a site show, as of that change. */
  content: (site: string, last: LastChange) => readContentFor(reading, origin, site, last),
  noticesFor: (site: string) => readNoticesFor(reading, site),
  /** Playlists and recordings, all of them. */
  played: () => readPlayed(reading),
  /** Articles as they are published, by their slugs. */
  articles: (slugs: readonly string[]) => readArticles(reading, slugs),
  files: (hashes: readonly string[]) => readFiles(reading, hashes),
});
