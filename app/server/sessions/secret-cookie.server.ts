import { createCookie } from "@remix-run/node";

/** What a secret looks like: anything else never reaches the database. */
const SECRET = /^[\w-]{43}$/;

/** A cookie that holds a secret, out of every script's reach. */
export interface SecretCookie {
  /** What the request's cookie holds, whatever it is worth; null without one. */
  secretOf(request: Request): Promise<string | null>;
  /** The Set-Cookie header that gives the secret to the browser. */
  give(held: { secret: string; expiresAt: Date }): Promise<string>;
  /** The Set-Cookie header that takes it away. */
  take(): Promise<string>;
}

/** @param secure whether people reach the portal through TLS: only then may the cookie be Secure */
export function secretCookie(name: string, { path, sameSite, secure }: { path: string; sameSite: "lax" | "strict"; secure: boolean }): SecretCookie {
  const cookie = createCookie(name, { httpOnly: true, sameSite, path, secure });
  return {
    async secretOf(request) {
      const held: unknown = await cookie.parse(request.headers.get("Cookie"));
      return typeof held === "string" && SECRET.test(held) ? held : null;
    },
    give: ({ secret, expiresAt }) => cookie.serialize(secret, { expires: expiresAt }),
    take: () => cookie.serialize("", { maxAge: 0 }),
  };
}
