import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "../../use-cases/ports.ts";

/** OWASP's Password Storage Cheat Sheet for argon2id (the library's default kind): 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes in libuv's own threads, never on the main one. */
export function passwords(): Passwords {
  // Compared against where there is no account, so that the answer takes as long.
  const nobodys = hash(crypto.randomUUID(), COST);
  return {
    hash: (password) => hash(password, COST),
    async verify(kept, password) {
      const right = await verify(kept ?? (await nobodys), password);
      return right && kept !== null;
    },
  };
}
