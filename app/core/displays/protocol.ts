import type { Lang } from "../language/languages.ts";
import type { DisplayIdentity } from "./display.ts";
import type { DisplayNotice } from "./manifest.ts";

/**
 * What a device and the server say to each other. All addresses are below /display; instants in ISO 8601.
 *
 * POST /display/pairing `PairingWish` → 201 `PairingOffer`, a cookie that proves it is the same device, and an end to the token's
 * GET  /display/pairing → `PairingState`; with "paired" comes the device's token, an HttpOnly cookie
 * POST /display/token `TokenWish` → 204 and a new token, for a device whose browser lost its cookie and kept its key
 * GET  /display/manifest → `Manifest`, its SHA-256 as ETag
 * GET  /display/resources/:sha256 → the bytes, by ranges too; sounds and films at /display/clips/:sha256 as well, where pages play them from
 * GET  /display/events → `hello` (`Hello`), then as they come `manifest` (`ManifestWanted`), `notices` (`NoticesNow`), `order` (`Order`),
 *      `revoked` ({}); with ids. `hello` comes first on every stream, and again when the display itself was changed, and tells the whole
 *      state: that is the replay
 * POST /display/report `Report` → 204
 * POST /display/receipts `Receipt[]` → `ReceiptsTaken`
 * POST /display/messages what a visitor wrote at a kiosk, as a kiosk that is not paired sends it (core/messages/kiosk-message.ts) → 201
 *      `{ number }`, or 422 `{ faults }`; 429 with Retry-After: counted for the display, because all its visitors share one address
 * A token that is unknown or revoked: 401, code `display_unpaired` or `display_revoked`.
 */
export interface PairingWish {
  /** In the device's own pixels; 0 by 0: it has no picture. */
  width: number;
  height: number;
  /**
   * Public half of an ECDSA key pair on P-256 (base64url of its SPKI); its private half, not extractable, stays in the device's IndexedDB.
   * Browsers write cookies to disk only every half minute: a device that loses power sooner asks with it for another token. No token is
   * ever told in a body: what scripts can read, a script can carry away.
   */
  key?: string;
}

/** `signature`: base64url of the ECDSA-SHA-256 signature (IEEE P1363, as WebCrypto makes it) of `tokenText(display, at)`. */
export interface TokenWish {
  display: string;
  /** The server's clock, as near as the device knows it (the `Date` of any answer serves). */
  at: string;
  signature: string;
}

export const tokenText = (display: string, at: string): string => `cau-noi display token ${display} ${at}`;

export interface PairingOffer {
  /** What the technician types: at least eight characters that cannot be taken for each other. */
  code: string;
  expiresAt: string;
}

export type PairingState = { state: "waiting"; expiresAt: string } | { state: "expired" } | { state: "paired"; identity: DisplayIdentity };

/** First event of every stream: all that may have been missed. */
export interface Hello {
  now: string;
  /** SHA-256 of the manifest that the device should hold. */
  manifest: string;
  notices: DisplayNotice[];
  orders: Order[];
  identity: DisplayIdentity;
}

/** SHA-256 of the manifest that the device should hold from now on. */
export interface ManifestWanted {
  manifest: string;
}

/** All notices that hold or will hold: what is not among them has been taken back. */
export interface NoticesNow {
  notices: DisplayNotice[];
}

/** Something a technician asks of one device; done once, told by `Report.ordersDone`. */
export interface Order {
  id: string;
  kind: "reload" | "identify";
  at: string;
}

/** How often a device reports, and at once when the link is back. */
export const REPORT_EVERY_SECONDS = 60;

/** What a device says of itself; only this makes it count as alive. */
export interface Report {
  /** SHA-256 of the manifest it holds, whole and verified; null: none yet. */
  manifest: string | null;
  /** The server's clock minus its own, ms; null: not known yet. */
  clockOffset: number | null;
  storage: { used: number; quota: number } | null;
  /** What it shows now: the id of an item, a notice, or a screen's name. */
  showing: string;
  lang: Lang | null;
  /** Since the last report; each in one line without anything personal. */
  errors: { at: string; message: string }[];
  ordersDone: string[];
  /** Of the page's code, to tell an old one. */
  build: string;
  startedAt: string;
}

/** The most receipts in one message; the rest follows when these are taken. */
export const MOST_RECEIPTS = 500;

/** What was shown or said. Numbered by the device from 1, without gaps: kept there until taken, so that each arrives once. */
export interface Receipt {
  number: number;
  /** Id of a playlist's item or of a notice. */
  item: string;
  /** Null: in every language at once. */
  lang: Lang | null;
  /** When it began, on the server's clock. */
  at: string;
  seconds: number;
}

/** The device may forget what is numbered up to and including this. */
export interface ReceiptsTaken {
  upTo: number;
}
