/**
 * What public/portal/live.js reads on a part of a page that it keeps right: such a part has an id, and gets its new content in place.
 */
interface LiveMark {
  "data-live": string;
  "data-revision"?: number | undefined;
  "data-valid-until"?: string | undefined;
}

/** The kinds of change (core/announcement.ts) after which a part may read differently: the boards of gates, and notices. */
export const ON_GATES = "gate place";
export const ON_NOTICES = "article";
/** Only its own instant changes it: nobody listens for more. */
export const BY_CLOCK = "";

interface Known {
  /** The content revision that the page shows: from there on it follows. */
  revision?: number;
  /** The next instant at which the part reads differently by itself; null: never. */
  validUntil?: Date | null;
}

/** `kinds`: after which changes it is asked for anew. */
export const live = (kinds: string, { revision, validUntil }: Known = {}): LiveMark => ({
  "data-live": kinds,
  "data-revision": revision,
  "data-valid-until": validUntil?.toISOString(),
});
