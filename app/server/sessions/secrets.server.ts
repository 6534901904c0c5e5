import { randomBytes } from "node:crypto";
import { sha256Hex } from "../../core/hash.ts";
import type { Secrets } from "../../use-cases/ports.ts";

/** A fast hash is enough for 256 random bits: they cannot be guessed, unlike a password. */
export const secrets: Secrets = {
  make() {
    const secret = randomBytes(32).toString("base64url");
    return { secret, hash: sha256Hex(secret) };
  },
  hash: sha256Hex,
};
