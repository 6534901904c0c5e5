/** A page says this often that somebody is still there. Milliseconds. */
export const HEARTBEAT_MS = 15_000;

/** Who has not been heard of for so long has gone. Milliseconds. */
export const PRESENT_MS = 2 * HEARTBEAT_MS;

/** Somebody who is at work on the same article: by name, and at which unit (null: nowhere in particular). */
export interface Colleague {
  name: string;
  unit: string | null;
}
