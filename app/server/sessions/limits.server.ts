import { AppError } from "../../core/errors.ts";
import { shortHash } from "../../core/hash.ts";
import type { LimitKind, Limits, Ports } from "../../use-cases/ports.ts";

/** How many attempts a key has in a window; a gate's office shares one address, so addresses have more. */
const ALLOWED: Record<LimitKind, { attempts: number; windowMs: number }> = {
  "sign-in-account": { attempts: 10, windowMs: 15 * 60_000 },
  "sign-in-address": { attempts: 60, windowMs: 15 * 60_000 },
  "password-member": { attempts: 10, windowMs: 15 * 60_000 },
  // Three codes of a million are right at a time.
  "code-member": { attempts: 10, windowMs: 15 * 60_000 },
  "link-address": { attempts: 30, windowMs: 15 * 60_000 },
  // The network of a gate's waiting hall, too, is one address.
  "message-address": { attempts: 30, windowMs: 60 * 60_000 },
  // All who write at a paired kiosk: one every fifteen seconds is more than people can type on one glass.
  "message-display": { attempts: 240, windowMs: 60 * 60_000 },
  "reply-address": { attempts: 60, windowMs: 15 * 60_000 },
  // A gate's displays share one address, and each asks anew every ten minutes until somebody comes.
  "pairing-address": { attempts: 120, windowMs: 15 * 60_000 },
  "pairing-member": { attempts: 20, windowMs: 15 * 60_000 },
};

/**
 * Fixed windows, counted in the database, so that a restart or a second instance forgives nothing.
 * Keys are kept as hashes: what somebody typed as an address is nobody's to read.
 */
export function limits(ports: Pick<Ports, "write" | "now">): Limits {
  const rowOf = (kind: LimitKind, key: string): string => `${kind}:${shortHash(key)}`;
  return {
    async consume(kind, key) {
      const { attempts, windowMs } = ALLOWED[kind];
      const now = ports.now();
      const until = new Date(now.getTime() + windowMs);
      const { points, expiresAt } = await ports.write((tx) => tx.rateLimits.count(rowOf(kind, key), now, until));
      if (points > attempts) throw new AppError("too_many_attempts", { retryAfterSeconds: Math.ceil((expiresAt.getTime() - now.getTime()) / 1000) });
    },
    reset: (kind, key) => ports.write((tx) => tx.rateLimits.forget(rowOf(kind, key))),
  };
}
