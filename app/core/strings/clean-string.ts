import { cleanText } from "../language/text.ts";

const BEFORE = /^\s*/u;
const AFTER = /\s*$/u;

/**
 * As `cleanText`, for an interface string: the program puts some beside others, and the spaces at their ends are part of how they join.
 * These are the base's, whatever was typed there; a field hardly shows them.
 * @param base what the program itself brings along in the same language
 * @throws AppError `bad_text`, `too_large`
 */
export function cleanString(typed: string, base: string): string {
  const text = cleanText(typed);
  const isJoined = text !== "" && base.trim() !== "";
  return isJoined ? `${BEFORE.exec(base)?.[0]}${text}${AFTER.exec(base)?.[0]}` : text;
}
