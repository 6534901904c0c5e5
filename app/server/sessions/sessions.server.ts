import { createCookie } from "@remix-run/node";
import type { Member } from "../../core/people/roles.ts";
import type { OpenSession } from "../../use-cases/open-session.ts";
import type { Database } from "../db/database.server.ts";
import { memberOf } from "../db/tx/members.server.ts";
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
}

/** What a secret looks like: anything else never reaches the database. */
const SECRET = /^[\w-]{43}$/;

/** @param secure whether people reach the portal through TLS: only then may the cookie be Secure */
export function openSessions(db: Pick<Database, "read">, { now }: { now(): Date }, { secure }: { secure: boolean }): Sessions {
  const cookie = createCookie("cn_session", { httpOnly: true, sameSite: "lax", path: "/", secure });
  const secretOf = async (request: Request): Promise<string | null> => {
    const held: unknown = await cookie.parse(request.headers.get("Cookie"));
    return typeof held === "string" && SECRET.test(held) ? held : null;
  };
  return {
    secretOf,
    async memberOf(request) {
      const secret = await secretOf(request);
      if (!secret) return null;
      const session = await db.read.session.findUnique({ where: { id: secrets.hash(secret) }, include: { member: true } });
      if (!session || session.expiresAt <= now() || session.member.disabledAt) return null;
      return memberOf(session.member);
    },
    give: ({ secret, expiresAt }) => cookie.serialize(secret, { expires: expiresAt }),
    take: () => cookie.serialize("", { maxAge: 0 }),
  };
}
