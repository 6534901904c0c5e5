import { browserName } from "../core/people/browser-name.ts";
import { hoursAfter, SESSION_HOURS } from "../core/people/terms.ts";
import type { Ports, Tx } from "./ports.ts";

/** What the browser is given; only the secret's hash is kept. */
export interface OpenSession {
  secret: string;
  expiresAt: Date;
}

/**
 * Makes a session with an id of its own for a member, inside the transaction of the act that earned it.
 * @param userAgent the browser's header, by which the member will tell the session apart
 */
export async function openSession(ports: Ports, tx: Tx, memberId: string, userAgent: string): Promise<OpenSession> {
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = hoursAfter(createdAt, SESSION_HOURS);
  await tx.sessions.insert({ hash, memberId, createdAt, expiresAt, browser: browserName(userAgent) });
  return { secret, expiresAt };
}

/** Ends every session of a member, and opens a new one for the browser at which the member stands: what somebody stole is worth nothing. */
export async function renewSession(ports: Ports, tx: Tx, memberId: string, userAgent: string): Promise<OpenSession> {
  await tx.sessions.removeAll(memberId, null);
  return openSession(ports, tx, memberId, userAgent);
}
