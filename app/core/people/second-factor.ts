import { AppError } from "../errors.ts";

/** A code from a member's phone beside the password, by RFC 6238. */
export interface SecondFactor {
  /** What the phone and we share, as it is kept: locked. */
  kept: string;
  /** The newest period whose code was used; null: not confirmed by a first code yet, and not asked for. */
  period: number | null;
}

/** A code holds for so long; the one before and the one after are taken as well, for clocks that differ. */
export const PERIOD_SECONDS = 30;
export const WINDOW = 1;
export const CODE_DIGITS = 6;

export const isConfirmed = (factor: SecondFactor | null): factor is SecondFactor & { period: number } => factor !== null && factor.period !== null;

/**
 * A code as it is compared: phones show it in two groups, and a Chinese keyboard may type wide digits.
 * @throws AppError `wrong_code` for what can be none
 */
export function readCode(typed: string): string {
  const code = typed.normalize("NFKC").replaceAll(/[\s-]/g, "");
  if (!new RegExp(`^\\d{${CODE_DIGITS}}$`).test(code)) throw new AppError("wrong_code");
  return code;
}

/**
 * A code serves once, and never after a newer one (RFC 6238, 5.2).
 * @param period the one whose code was typed; null: of none near this moment
 * @throws AppError `wrong_code`
 */
export function assertFresh(period: number | null, used: number | null): number {
  if (period === null || (used !== null && period <= used)) throw new AppError("wrong_code");
  return period;
}

/** The key in groups that a person can copy by hand. */
export const inGroups = (key: string): string => key.replaceAll(/(.{4})(?=.)/g, "$1 ");
