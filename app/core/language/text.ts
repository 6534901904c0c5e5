import { AppError } from "../errors.ts";

/** Nothing a person types on purpose: control characters but tab and newline, U+FFFD, bidirectional and zero-width marks, lone surrogates. */
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]|\p{Surrogate}/u;

/** The longest text of one segment or string, in UTF-16 units. */
export const MAX_TEXT = 20_000;

/**
 * Brings a typed text to the form that is stored: NFC, newlines as LF, no space at the ends.
 * @throws AppError `bad_text` when it holds invisible or broken characters, `too_large` beyond MAX_TEXT
 */
export function cleanText(typed: string): string {
  if (typed.length > MAX_TEXT) throw new AppError("too_large", { limit: MAX_TEXT });
  const text = typed.replaceAll("\r\n", "\n").normalize("NFC").trim();
  const found = UNWANTED.exec(text);
  if (found) throw new AppError("bad_text", { character: `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}` });
  return text;
}

/** Without accents and case: what is typed in haste is found. For short lists; search has its own, stricter form. */
export const bareLetters = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase();
