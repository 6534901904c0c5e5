import { cleanText } from "../core/language/text.ts";

const LONGEST_NAME = 80;

/**
 * A display's name as it is kept; null: it is empty, too long, or has several lines.
 * @throws AppError `bad_text`
 */
export function displayName(typed: string): string | null {
  const name = cleanText(typed);
  return name !== "" && name.length <= LONGEST_NAME && !name.includes("\n") ? name : null;
}
