import { createPublicKey, verify } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Display } from "../../core/displays/display.ts";
import { AppError } from "../../core/errors.ts";
import type { displayReaders } from "../readers/displays.server.ts";
import { secretCookie } from "../sessions/secret-cookie.server.ts";
import { secrets } from "../sessions/secrets.server.ts";

/** As long as browsers keep any cookie; each manifest and each stream gives it anew. */
const KEPT_MS = 400 * 86_400_000;

/** Which device asks, told by cookies that no script can read. */
export interface DeviceTokens {
  /** @throws AppError `display_unpaired`, `display_revoked` */
  displayOf(request: IncomingMessage): Promise<Display>;
  /** The Set-Cookie header that gives a token to the browser. */
  give(token: string): Promise<string>;
  /** The same for the token that a request carries. */
  giveAgain(request: IncomingMessage): Promise<string>;
  /** The one that takes the token away from the browser. */
  take(): Promise<string>;
  /** The secret that came with a pairing's code. */
  pairing: { secretOf(request: IncomingMessage): Promise<string | null>; give(secret: string, expiresAt: Date): Promise<string> };
}

export function deviceTokens(readers: Pick<ReturnType<typeof displayReaders>, "byToken">, { now, secure }: { now(): Date; secure: boolean }): DeviceTokens {
  const place = { path: "/display", sameSite: "strict", secure } as const;
  const token = secretCookie("cn_display", place);
  const pairing = secretCookie("cn_pairing", place);
  const give = (secret: string) => token.give({ secret, expiresAt: new Date(now().getTime() + KEPT_MS) });
  const held = async (request: IncomingMessage): Promise<string> => {
    const secret = await token.secretOf(cookiesOf(request));
    if (!secret) throw new AppError("display_unpaired");
    return secret;
  };
  return {
    async displayOf(request) {
      const display = await readers.byToken(secrets.hash(await held(request)));
      if (!display) throw new AppError("display_unpaired");
      if (display.revokedAt) throw new AppError("display_revoked");
      return display;
    },
    give,
    giveAgain: async (request) => give(await held(request)),
    take: () => token.take(),
    pairing: {
      secretOf: (request) => pairing.secretOf(cookiesOf(request)),
      give: (secret, expiresAt) => pairing.give({ secret, expiresAt }),
    },
  };
}

const cookiesOf = ({ headers: { cookie = "" } }: IncomingMessage): Request => new Request("http://localhost", { headers: { cookie } });

/** Whether the owner of a device's key (PairingWish) signed a text. False for what is no key or no signature. */
export function isSigned(key: string, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, "base64url"), format: "der", type: "spki" });
    return verify("sha256", Buffer.from(text), { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}
