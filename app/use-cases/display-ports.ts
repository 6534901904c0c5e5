import type { Display } from "../core/displays/display.ts";
import type { Playlist, Recording } from "../core/displays/playlist.ts";
import type { Order, PairingWish, Receipt, Report } from "../core/displays/protocol.ts";
import type { Member } from "../core/people/roles.ts";

/** What use-cases about displays need of a transaction. */
export interface DisplayTx {
  pairings: {
    insert(pairing: Pairing): Promise<void>;
    byCode(codeHash: string): Promise<Pairing | null>;
    bySecret(secretHash: string): Promise<Pairing | null>;
    /** Notes which display it became. False when it had become one. */
    confirm(codeHash: string, displayId: string): Promise<boolean>;
    /** Notes that the display's token was handed over. */
    taken(codeHash: string, at: Date): Promise<void>;
  };
  displays: {
    byId(id: string): Promise<Display | null>;
    /** `tokenHash`: of a token that nobody has yet. `key`: public half of the device's own (PairingWish). */
    insert(display: Display, kept: { tokenHash: string; key: string | null; pin: string | null }): Promise<void>;
    /** Replaces what stood there under the revision before. False when that was not the revision there. */
    put(display: Display): Promise<boolean>;
    setToken(id: string, tokenHash: string): Promise<void>;
    /** What its PIN is checked against (core/displays/pin.ts); null: none. */
    setPin(id: string, pin: string | null): Promise<void>;
    /** False when it had been revoked. */
    revoke(id: string, at: Date): Promise<boolean>;
    deviceKey(id: string): Promise<string | null>;
  };
  displayReports: {
    /** When it was last heard; null: never. */
    heardAt(displayId: string): Promise<Date | null>;
    keep(displayId: string, report: Report, at: Date): Promise<void>;
    /** Adds to what is counted of an hour. */
    count(displayId: string, hour: Date, counted: { minutes?: number; shown?: number }): Promise<void>;
    /** Keeps those whose numbers are not there yet, and returns their hours. */
    keepReceipts(displayId: string, receipts: readonly Receipt[], at: Date): Promise<Receipt[]>;
    /** The highest number of a display's receipts; 0: there are none. */
    lastReceipt(displayId: string): Promise<number>;
    order(order: Order & { displayId: string; by: string }): Promise<void>;
    /** Notes as done those of a display that are not yet. */
    ordersDone(displayId: string, ids: readonly string[], at: Date): Promise<void>;
    /** Whether its silence since then was told to somebody; takes the display's lock. */
    silenceTold(displayId: string, since: Date): Promise<boolean>;
    /** Members who may sign in and look after displays somewhere. */
    keepers(): Promise<Member[]>;
  };
  playlists: {
    keys(): Promise<string[]>;
    byKey(key: string): Promise<Playlist | null>;
    /** Inserts (revision 1), or replaces what stood there under the revision before. False when that was not the revision there. */
    put(playlist: Playlist): Promise<boolean>;
    /** False when there was none. */
    remove(key: string): Promise<boolean>;
    /** Keys of those that play a recording. */
    playing(recording: string): Promise<string[]>;
  };
  recordings: {
    keys(): Promise<string[]>;
    byKey(key: string): Promise<Recording | null>;
    /** As playlists are put. */
    put(recording: Recording): Promise<boolean>;
    /** False when there was none. */
    remove(key: string): Promise<boolean>;
    /** Those of the hashes under which a clip is kept. */
    clipsAmong(hashes: readonly string[]): Promise<string[]>;
  };
}

/** A device that asks to be paired. */
export interface Pairing {
  codeHash: string;
  /** Of the cookie that proves it is the same device. */
  secretHash: string;
  wish: PairingWish;
  expiresAt: Date;
  /** The display it became; null: nobody has confirmed it. */
  displayId: string | null;
  /** When its token was last handed over. */
  takenAt: Date | null;
}
