import type { Ports, Tx } from "./ports.ts";

/** A session ends this long after its sign-in, however busy: one shift at a desk. */
export const SESSION_HOURS = 12;

/** What the browser is given; only the secret's hash is kept. */
export interface OpenSession {
  secret: string;
  expiresAt: Date;
}

/** Makes a session with an id of its own for a member, inside the transaction of the act that earned it. */
export async function openSession(ports: Ports, tx: Tx, memberId: string): Promise<OpenSession> {
  const { secret, hash } = ports.secrets.make();
  const createdAt = ports.now();
  const expiresAt = new Date(createdAt.getTime() + SESSION_HOURS * 3_600_000);
  await tx.sessions.insert({ hash, memberId, createdAt, expiresAt });
  return { secret, expiresAt };
}
