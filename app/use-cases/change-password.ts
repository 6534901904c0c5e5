import { assertPassword } from "../core/people/credentials.ts";
import { asChecked, checkPassword } from "./check-password.ts";
import { type OpenSession, renewSession } from "./open-session.ts";
import type { Actor, Ports } from "./ports.ts";

export interface ChangePassword {
  current: string;
  wanted: string;
  userAgent: string;
}

/**
 * Changes the actor's own password. Every other session ends; this browser goes on with one of a new id.
 * @throws AppError `wrong_password`, `weak_password`, `too_many_attempts`
 */
export async function changePassword(ports: Ports, actor: Actor, { current, wanted, userAgent }: ChangePassword): Promise<OpenSession> {
  const checked = await checkPassword(ports, actor, current);
  assertPassword(wanted, checked.email);
  const passwordHash = await ports.passwords.hash(wanted.normalize("NFC"));
  return ports.write(async (tx) => {
    const { id } = await asChecked(tx, checked);
    await tx.members.setPassword(id, passwordHash);
    await tx.audit.note({ act: "member.password", object: `member:${id}`, by: id, at: ports.now() });
    return renewSession(ports, tx, id, userAgent);
  });
}
