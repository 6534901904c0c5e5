import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Rounds of PBKDF2: some tenths of a second on an old kiosk, once for each PIN typed there. */
const ROUNDS = 20_000;

/** A technician's PIN: six digits or more, typed on the glass. */
export const isWellFormedPin = (pin: string): boolean => /^\d{6,12}$/.test(pin);

/**
 * What the server keeps of a display's PIN and tells the display, so that it can check one without a link. A PIN is short: who holds the
 * hash can try all of them. It guards the technician's card from passers-by, and nothing else.
 * @param salt random, 16 characters or more
 */
export const hashPin = (pin: string, salt: string): string =>
  `${salt}.${bytesToHex(pbkdf2(sha256, utf8ToBytes(pin), utf8ToBytes(salt), { c: ROUNDS, dkLen: 32 }))}`;

export function isPin(pin: string, hash: string): boolean {
  const [salt = ""] = hash.split(".");
  return hashPin(pin, salt) === hash;
}
