import { assertAdministered } from "../core/people/administration.ts";
import { allow } from "./allow.ts";
import { otherAdministrators, ownedAccount } from "./owned-account.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Keeps a member from signing in, at once and everywhere; or lets them in again. What they wrote stays, under their name.
 * @throws AppError `not_allowed`, `not_found`, `last_administrator`, `own_administration`
 */
export async function disableMember(ports: Ports, actor: Actor, { id, disabled }: { id: string; disabled: boolean }): Promise<void> {
  allow(actor, "people.invite");
  await ports.write(async (tx) => {
    const account = await ownedAccount(tx, id);
    if (account.disabled === disabled) return;
    const administers = account.roles.includes("administrator");
    const others = await otherAdministrators(tx, account);
    assertAdministered({ own: id === actor.id, was: administers && !account.disabled, willBe: administers && !disabled, others });
    const at = ports.now();
    await tx.members.setDisabled(id, disabled ? at : null);
    await tx.sessions.removeAll(id, null);
    await tx.audit.note({ act: "member.disable", object: `member:${id}`, by: actor.id, at, before: { disabled: account.disabled }, after: { disabled } });
  });
}
