import { createCookie } from "@remix-run/node";
import type { Member } from "../../core/people/roles.ts";
import { minutesAfter, SEEN_EVERY_MINUTES } from "../../core/people/terms.ts";
import type { OpenSession } from "../../use-cases/open-session.ts";
import type { Database } from "../db/database.server.ts";
import { memberOf } from "../db/tx/members.server.ts";
import { log } from "../logging.server.ts";
import { secrets } from "./secrets.server.ts";

/** Who is signed in, told by a cookie that holds a session's secret. */
export interface Sessions {
  /** The member whose session a request carries; null without one, when it has ended, or when the member may not sign in any more. */
  memberOf(request: Request): Promise<Member | null>;
  /** What the request's cookie holds, whatever it is worth; null without one. */
  secretOf(request: Request): Promise<string | null>;
  /** The Set-Cookie header that gives a session to the browser. */
  give(session: OpenSession): Promise<string>;
  /** The Set-Cookie header that takes it away. */
  take(): Promise<string>;
  /** The same for a sign-in whose password was right and whose code is still to come. */
  step: Pick<Sessions, "secretOf" | "give" | "take">;
}

/** What a secret looks like: anything else never reaches the database. */
const SECRET = /^[\w-]{43}$/;

/** @param secure whether people reach the portal through TLS: only then may the cookie be Secure */
export function openSessions(db: Pick<Database, "read" | "write">, { now }: { now(): Date }, { secure }: { secure: boolean }): Sessions {
  const whole = holder("cn_session", "/", secure);
  const noteSeen = seenNotes(db, now);
  return {
    ...whole,
    step: holder("cn_sign_in", "/workbench/sign-in", secure),
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

/** A cookie that holds a secret. */
function holder(name: string, path: string, secure: boolean): Pick<Sessions, "secretOf" | "give" | "take"> {
  const cookie = createCookie(name, { httpOnly: true, sameSite: "lax", path, secure });
  return {
    async secretOf(request) {
      const held: unknown = await cookie.parse(request.headers.get("Cookie"));
      return typeof held === "string" && SECRET.test(held) ? held : null;
    },
    give: ({ secret, expiresAt }) => cookie.serialize(secret, { expires: expiresAt }),
    take: () => cookie.serialize("", { maxAge: 0 }),
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
