import { AppError } from "../core/errors.ts";
import type { Account, Tx } from "./ports.ts";

/**
 * The account of a person. Those that belong to the portal itself, without a password, wrote the starter content: nobody is to enter by them.
 * @throws AppError `not_found`
 */
export async function ownedAccount(tx: Tx, id: string): Promise<Account> {
  const account = await tx.members.account(id);
  if (!account || account.passwordHash === null) throw new AppError("not_found");
  return account;
}

/** How many administrators who may sign in there are beside this member. */
export async function otherAdministrators(tx: Tx, { disabled, roles }: Account): Promise<number> {
  const all = await tx.members.countActive("administrator");
  return !disabled && roles.includes("administrator") ? all - 1 : all;
}
