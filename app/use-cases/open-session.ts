import { hoursAfter, SESSION_HOURS } from "../core/people/terms.ts";
import type { Ports, Tx } from "./ports.ts";

/** What the browser is given; only the secret's hash is kept. */
export interface OpenSession {
  secret: string;
  expiresAt: Date;
}

/** Makes a session with an id of its own for a member, inside the transaction of the act that earned it. */
export async function openSession(ports: Ports, tx: Tx, memberId: string): Promise<OpenSession> {
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = hoursAfter(createdAt, SESSION_HOURS);
  await tx.sessions.insert({ hash, memberId, createdAt, expiresAt });
  return { secret, expiresAt };
}
