import { AppError } from "../errors.ts";
import { cleanText } from "../language/text.ts";

/** NIST SP 800-63B asks for length, not for composition: 12 characters and more, no rules about kinds of characters. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/**
 * @throws AppError `weak_password`
 */
export function assertPassword(password: string, email: string): void {
  const length = [...password.normalize("NFC")].length;
  const trivial = new Set(password).size < 5 || password.toLowerCase() === email.toLowerCase();
  if (length < PASSWORD_MIN || length > PASSWORD_MAX || trivial) throw new AppError("weak_password", { min: PASSWORD_MIN });
}

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u;

/**
 * The form in which an address is kept and compared.
 * @throws AppError `invalid`
 */
export function normalEmail(typed: string): string {
  const email = typed.normalize("NFC").trim().toLowerCase();
  if (email.length > 200 || !EMAIL.test(email)) throw new AppError("invalid", { field: "email" });
  return email;
}

const LONGEST_NAME = 100;

/**
 * A person's name as colleagues see it, on one line.
 * @throws AppError `invalid` (`field`: "name"), `bad_text`
 */
export function readName(typed: string): string {
  const name = cleanText(typed);
  if (!name || name.length > LONGEST_NAME || name.includes("\n")) throw new AppError("invalid", { field: "name" });
  return name;
}
