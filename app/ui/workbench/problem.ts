import type { TFunction } from "i18next";
import type { ErrorCode } from "../../core/errors.ts";
import { PASSWORD_MIN } from "../../core/people/credentials.ts";

/** Why a form was refused: the code, and what it is about. */
export interface Problem {
  code: ErrorCode;
  details: Readonly<Record<string, unknown>>;
}

type Field = "email" | "name" | "roles" | "lang";

/** Which field a refusal is about; null when it concerns the whole form. */
export function fieldOf({ code, details }: Problem): Field | "password" | null {
  if (code === "weak_password") return "password";
  if (code === "invalid" || code === "already_exists") return (details.field as Field | undefined) ?? null;
  return null;
}

/** A refusal of a form about people, in words. */
export function problemWords(t: TFunction<["workbench", "errors"]>, problem: Problem): string {
  const { code, details } = problem;
  if (code === "sign_in_failed") return t("problems.sign_in_failed");
  if (code === "weak_password") return t("problems.weak_password", { min: PASSWORD_MIN });
  if (code === "too_many_attempts") return t("problems.too_many_attempts", { minutes: Math.ceil(Number(details.retryAfterSeconds) / 60) });
  if (code === "already_exists") return t("problems.emailTaken");
  const field = fieldOf(problem);
  if (field && field !== "password") return t(`problems.${field}`);
  return t(`errors:${code}.body`, { ...details });
}
