import { AppError } from "../errors.ts";

export interface Administration {
  /** Whether the member it is about does it. */
  own: boolean;
  /** Whether the member is an administrator who may sign in: before, and afterwards. */
  was: boolean;
  willBe: boolean;
  /** How many others there are. */
  others: number;
}

/**
 * Somebody can always administer the portal, and nobody lays the office down by their own hand: a slip could not be mended.
 * @throws AppError `last_administrator`, `own_administration`
 */
export function assertAdministered({ own, was, willBe, others }: Administration): void {
  if (!was || willBe) return;
  if (others === 0) throw new AppError("last_administrator");
  if (own) throw new AppError("own_administration");
}
