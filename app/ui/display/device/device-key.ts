import { type TokenWish, tokenText } from "../../../core/displays/protocol.ts";
import type { Shelf } from "./shelf.ts";

const KIND = { name: "ECDSA", namedCurve: "P-256" } as const;

/**
 * The device's key pair, its private half never to be read by any script: with it the device proves that it is the one that was paired,
 * when its browser has lost the cookie.
 */
export interface DeviceKey {
  /** base64url of the public half's SPKI. */
  publicKey: string;
  sign(display: string, at: Date): Promise<TokenWish>;
  /** Puts it on the shelf; resolves when it is on the disk. */
  keep(shelf: Shelf): Promise<void>;
}

/** The kept key; null: none, or it can't be used. */
export async function readKey(shelf: Shelf): Promise<DeviceKey | null> {
  const kept = (await shelf.get("facts", "key")) as { pair: CryptoKeyPair; publicKey: string } | undefined;
  return kept?.pair && typeof kept.publicKey === "string" ? keyOf(kept.pair, kept.publicKey) : null;
}

/** Makes a key and keeps it; resolves when it is on the disk. */
export async function makeKey(shelf: Shelf): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey(KIND, false, ["sign", "verify"]);
  const publicKey = base64url(await crypto.subtle.exportKey("spki", pair.publicKey));
  const key = keyOf(pair, publicKey);
  await key.keep(shelf);
  return key;
}

const keyOf = (pair: CryptoKeyPair, publicKey: string): DeviceKey => ({
  publicKey,
  async sign(display, at) {
    const text = tokenText(display, at.toISOString());
    const signature = await crypto.subtle.sign({ name: KIND.name, hash: "SHA-256" }, pair.privateKey, new TextEncoder().encode(text));
    return { display, at: at.toISOString(), signature: base64url(signature) };
  },
  keep: (shelf) => shelf.change([{ shelf: "facts", key: "key", value: { pair, publicKey } }]),
});

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
