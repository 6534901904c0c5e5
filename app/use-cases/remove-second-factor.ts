import { AppError } from "../core/errors.ts";
import { isConfirmed } from "../core/people/second-factor.ts";
import { allow } from "./allow.ts";
import { asChecked, checkPassword } from "./check-password.ts";
import { ownedAccount } from "./owned-account.ts";
import type { Actor, Ports, Tx } from "./ports.ts";

/**
 * Ends the asking for codes: of the actor's own, with the password; or, by an administrator, of a member whose phone is lost.
 * @param password asked of the own account only
 * @throws AppError `not_allowed`, `not_found` (no such member, or nothing to remove), `wrong_password`, `too_many_attempts`
 */
export async function removeSecondFactor(ports: Ports, actor: Actor, { id, password }: { id: string; password: string }): Promise<void> {
  if (id !== actor.id) allow(actor, "people.invite");
  const checked = id === actor.id ? await checkPassword(ports, actor, password) : null;
  await ports.write(async (tx) => {
    const account = checked ? await asChecked(tx, checked) : await ownedAccount(tx, id);
    if (!account.secondFactor) throw new AppError("not_found");
    const on = isConfirmed(account.secondFactor);
    await tx.members.setSecondFactor(id, null);
    // A key that was drawn and never confirmed was never asked for: giving it up is no event.
    if (on) await noteRemoved(ports, tx, actor, id);
  });
}

const noteRemoved = (ports: Ports, tx: Tx, actor: Actor, id: string): Promise<void> =>
  tx.audit.note({ act: "member.second-factor", object: `member:${id}`, by: actor.id, at: ports.now(), before: { on: true }, after: { on: false } });
