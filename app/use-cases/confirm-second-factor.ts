import { AppError } from "../core/errors.ts";
import { assertFresh, isConfirmed, readCode } from "../core/people/second-factor.ts";
import { ownedAccount } from "./owned-account.ts";
import type { Actor, Ports } from "./ports.ts";

/**
 * Takes the first code of the actor's phone: it knows the key, so from now on a code is asked for at each sign-in. That code is used up.
 * @throws AppError `wrong_code`, `not_found` (no key was drawn), `already_exists` (confirmed before), `too_many_attempts`
 */
export async function confirmSecondFactor(ports: Ports, actor: Actor, typed: string): Promise<void> {
  await ports.limits.consume("code-member", actor.id);
  const code = readCode(typed);
  await ports.write(async (tx) => {
    const { secondFactor } = await ownedAccount(tx, actor.id);
    if (!secondFactor) throw new AppError("not_found");
    if (isConfirmed(secondFactor)) throw new AppError("already_exists");
    const at = ports.now();
    const known = ports.codes.unlock(secondFactor.kept, actor.id);
    const period = assertFresh(known && ports.codes.periodOf(known.key, code, at), null);
    await tx.members.setSecondFactor(actor.id, { kept: known?.plain ? ports.codes.lock(known.key, actor.id) : secondFactor.kept, period });
    await tx.audit.note({ act: "member.second-factor", object: `member:${actor.id}`, by: actor.id, at, before: { on: false }, after: { on: true } });
  });
  await ports.limits.reset("code-member", actor.id);
}
