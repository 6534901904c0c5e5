import type { DisplayIdentity } from "../../../core/displays/display.ts";
import type { DisplayNotice, Resource } from "../../../core/displays/manifest.ts";
import type { PairingOffer } from "../../../core/displays/protocol.ts";
import { sha256Hex } from "../../../core/hash.ts";
import type { Shelf, Step } from "./shelf.ts";

/** Where a path's bytes are, for the service worker: the manifest's resources without the rest of it. */
export type Paths = Record<string, Pick<Resource, "sha256" | "bytes" | "type" | "headers">>;

/** The small things a device remembers. */
export interface Facts {
  identity: DisplayIdentity;
  /** The manifest as its bytes came, known by their SHA-256. */
  held: { text: string; sha256: string };
  paths: Paths;
  notices: DisplayNotice[];
  clock: { offset: number; seen: number };
  /** When the server last said that what is held is current; ISO 8601. */
  confirmed: string;
  /** The pairing code on the screen, for a page that is loaded again meanwhile. */
  offer: PairingOffer;
  /** Set by a technician's hand: a cookie that may still be there is not to be used. */
  unpaired: true;
  /** What is added to the shelf's own numbers of receipts. */
  receiptsFrom: number;
  /** Orders that were done, until the server no longer names them. */
  ordersDone: string[];
}

/** A value and the hash of its text, so that damage shows when it is read. */
interface Sealed {
  text: string;
  sha256: string;
}

/** For a change of the shelf that has to carry a fact with it. Undefined: forget it. */
export function factStep<Name extends keyof Facts>(name: Name, value: Facts[Name] | undefined): Step {
  if (value === undefined) return { shelf: "facts", key: name };
  const text = JSON.stringify(value);
  return { shelf: "facts", key: name, value: { text, sha256: sha256Hex(text) } satisfies Sealed };
}

/** Null: nothing there, or damaged. */
export async function readFact<Name extends keyof Facts>(shelf: Shelf, name: Name): Promise<Facts[Name] | null> {
  const sealed = (await shelf.get("facts", name)) as Sealed | undefined;
  try {
    return sealed && sha256Hex(sealed.text) === sealed.sha256 ? JSON.parse(sealed.text) : null;
  } catch {
    return null;
  }
}
