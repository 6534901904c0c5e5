import type { Member } from "../../core/people/roles.ts";
import { minutesAfter, SEEN_EVERY_MINUTES } from "../../core/people/terms.ts";
import type { Database } from "../db/database.server.ts";
import { memberOf } from "../db/tx/members.server.ts";
import { log } from "../logging.server.ts";
import { type SecretCookie, secretCookie } from "./secret-cookie.server.ts";
import { secrets } from "./secrets.server.ts";

/** Who is signed in, told by a cookie that holds a session's secret. */
export interface Sessions extends SecretCookie {
  /** The member whose session a request carries; null without one, when it has ended, or when the member may not sign in any more. */
  memberOf(request: Request): Promise<Member | null>;
  /** The same for a sign-in whose password was right and whose code is still to come. */
  step: SecretCookie;
}

/** @param secure whether people reach the portal through TLS: only then may the cookie be Secure */
export function openSessions(db: Pick<Database, "read" | "write">, { now }: { now(): Date }, { secure }: { secure: boolean }): Sessions {
  const whole = secretCookie("cn_session", { path: "/", sameSite: "lax", secure });
  const noteSeen = seenNotes(db, now);
  return {
    ...whole,
    step: secretCookie("cn_sign_in", { path: "/workbench/sign-in", sameSite: "lax", secure }),
    async memberOf(request) {
      const secret = await whole.secretOf(request);
      if (!secret) return null;
      const session = await db.read.session.findUnique({ where: { id: secrets.hash(secret) }, include: { member: true } });
      if (!session || session.expiresAt <= now() || session.member.disabledAt) return null;
      noteSeen(session);
      return memberOf(session.member);
    },
  };
}

/** Notes when sessions were last seen, every few minutes at most, beside the answer: nobody waits for it, and a lost note is no loss. */
function seenNotes(db: Pick<Database, "write">, now: () => Date): (session: { id: string; createdAt: Date; lastSeenAt: Date | null }) => void {
  const underWay = new Set<string>();
  return ({ id, createdAt, lastSeenAt }) => {
    const at = now();
    const unlessSince = minutesAfter(at, -SEEN_EVERY_MINUTES);
    if ((lastSeenAt ?? createdAt) > unlessSince || underWay.has(id)) return;
    underWay.add(id);
    db.write((tx) => tx.sessions.seen(id, at, unlessSince))
      .catch((trouble) => log.error("when a session was seen was not noted", trouble))
      .finally(() => underWay.delete(id));
  };
}
