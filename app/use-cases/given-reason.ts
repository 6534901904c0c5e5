import { AppError } from "../core/errors.ts";
import { cleanText } from "../core/language/text.ts";
import { MAX_REASON } from "../core/workflow/reasons.ts";

/**
 * A reason that one member gives to others, as it is kept.
 * @throws AppError bad_text, too_large, invalid (`faults`: "reason": none, or too long)
 */
export function reasonFrom(typed: string): string {
  const reason = cleanText(typed);
  if (reason === "" || reason.length > MAX_REASON) throw new AppError("invalid", { faults: ["reason"] });
  return reason;
}
