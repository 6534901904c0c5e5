import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { log } from "../logging.server.ts";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Nothing in base32 begins so: what was kept before anything was locked is told apart by it. */
const LOCKED = "lock1:";

/** Texts as they are kept where others may read: each bound to whose it is, so that no row's serves in another. */
export interface Lock {
  lock(text: string, whose: string): string;
  /** `plain`: it was kept before anything was locked. @returns null: locked with another secret, or for somebody else */
  unlock(kept: string, whose: string): { text: string; plain: boolean } | null;
}

/** @param secret 256 bits */
export const lockWith = (secret: Buffer): Lock => ({
  lock(text, whose) {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(Buffer.from(whose));
    const locked = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]);
    return LOCKED + Buffer.concat([locked, cipher.getAuthTag()]).toString("base64url");
  },
  unlock(kept, whose) {
    if (!kept.startsWith(LOCKED)) return { text: kept, plain: true };
    const bytes = Buffer.from(kept.slice(LOCKED.length), "base64url");
    try {
      const decipher = createDecipheriv(ALGORITHM, secret, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(whose)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
      return { text, plain: false };
    } catch (error) {
      log.error("a second factor cannot be read: is this the SECRET_KEY, or the secret.key, that it was set up with?", error);
      return null;
    }
  },
});
