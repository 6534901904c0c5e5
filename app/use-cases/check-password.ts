import { AppError } from "../core/errors.ts";
import { ownedAccount } from "./owned-account.ts";
import type { Account, Actor, Ports, Tx } from "./ports.ts";

/**
 * Makes sure that it is the member who sits there, before something that a stranger at an open browser must not do.
 * @returns the account as it was, for `asChecked` inside the transaction that follows
 * @throws AppError `wrong_password`, `too_many_attempts`, `not_found`
 */
export async function checkPassword(ports: Ports, actor: Actor, password: string): Promise<Account> {
  await ports.limits.consume("password-member", actor.id);
  const account = await ports.write((tx) => ownedAccount(tx, actor.id));
  if (!(await ports.passwords.verify(account.passwordHash, password.normalize("NFC")))) throw new AppError("wrong_password");
  await ports.limits.reset("password-member", actor.id);
  return account;
}

/**
 * The account inside the transaction, if its password is still the one that was checked.
 * @throws AppError `wrong_password`
 */
export async function asChecked(tx: Tx, checked: Account): Promise<Account> {
  const account = await ownedAccount(tx, checked.id);
  if (account.passwordHash !== checked.passwordHash) throw new AppError("wrong_password");
  return account;
}
