import { issue, type TextCheck } from "./pair.ts";

/** Control characters but tab and newline, soft hyphens, zero-width and bidirectional marks, U+FFFD, lone surrogates. */
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFC\uFFFD]|\p{Surrogate}/gu;
const LOST = /[\uFFFC\uFFFD]|\p{Surrogate}/u;

const codePoint = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Signs that nobody sees and no one typed on purpose. Where one stands for a lost letter, leaving it out would mend nothing. */
export const checkInvisible: TextCheck = ({ lang, text }) => {
  const found = text.match(INVISIBLE);
  if (!found) return [];
  const from = text.search(INVISIBLE);
  const fix = LOST.test(text) ? undefined : text.replace(INVISIBLE, "");
  const details = { found: [...new Set(found.map(codePoint))].join(", ") };
  return [issue("invisible", lang, { reason: "found", at: { from, to: from + (found[0]?.length ?? 1) }, details, fix })];
};
