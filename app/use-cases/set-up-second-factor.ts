import { AppError } from "../core/errors.ts";
import { isConfirmed } from "../core/people/second-factor.ts";
import { asChecked, checkPassword } from "./check-password.ts";
import type { Actor, Ports } from "./ports.ts";

/** What the phone has to learn, shown this once. */
export interface NewSecondFactor {
  /** Base32, for typing by hand. */
  key: string;
  /** For the QR code. */
  address: string;
}

/**
 * Draws a key for the actor's phone. It is asked for at sign-in only once a first code has confirmed it (confirm-second-factor.ts);
 * until then a new one may be drawn, which replaces it.
 * @throws AppError `wrong_password`, `too_many_attempts`, `already_exists` (there is one: remove it first)
 */
export async function setUpSecondFactor(ports: Ports, actor: Actor, password: string): Promise<NewSecondFactor> {
  const checked = await checkPassword(ports, actor, password);
  const key = ports.codes.makeKey();
  await ports.write(async (tx) => {
    const { secondFactor } = await asChecked(tx, checked);
    if (isConfirmed(secondFactor)) throw new AppError("already_exists");
    await tx.members.setSecondFactor(actor.id, { kept: ports.codes.lock(key, actor.id), period: null });
  });
  return { key, address: ports.codes.address(key, checked.email) };
}
