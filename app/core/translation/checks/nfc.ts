import { issue, type TextCheck } from "./pair.ts";

/** Letters and their marks apart ("e" + U+0302): searched and compared, they would be other words. */
export const checkNfc: TextCheck = ({ lang, text }) => {
  const fix = text.normalize("NFC");
  return fix === text ? [] : [issue("nfc", lang, { reason: "found", fix })];
};
