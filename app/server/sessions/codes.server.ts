import { Secret, TOTP } from "otpauth";
import { CODE_DIGITS, PERIOD_SECONDS, WINDOW } from "../../core/people/second-factor.ts";
import type { Codes } from "../../use-cases/ports.ts";
import type { Lock } from "./lock.server.ts";

/** What every authenticator app knows: SHA-1, six digits, thirty seconds. Apps ignore other wishes, or fail on them. */
const SETTINGS = { algorithm: "SHA1", digits: CODE_DIGITS, period: PERIOD_SECONDS };

const ISSUER = "Cầu Nối";

/** 160 bits, as RFC 4226 recommends. */
const KEY_BYTES = 20;

/** @param lock of members' keys where they are kept */
export const codesWith = ({ lock, unlock }: Lock): Codes => ({
  makeKey: () => new Secret({ size: KEY_BYTES }).base32,
  periodOf(key, code, at) {
    const timestamp = at.getTime();
    const delta = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(key) }).validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
  },
  address: (key, account) => new TOTP({ ...SETTINGS, issuer: ISSUER, label: account, secret: Secret.fromBase32(key) }).toString(),
  lock,
  unlock(kept, memberId) {
    const found = unlock(kept, memberId);
    return found && { key: found.text, plain: found.plain };
  },
});
