import { language } from "../../language/languages.ts";
import { toSimplified } from "../../search/simplified.ts";
import { issue, listed, type TextCheck } from "./pair.ts";

const HAN = /\p{Script=Han}/gu;

/**
 * The signs of GB 2312, the national standard of Simplified Chinese: one of these is no Traditional form, even where some word would
 * have another (乾 of 乾隆, 著 of 著名).
 */
const SIMPLIFIED = simplifiedSigns();

function simplifiedSigns(): ReadonlySet<string> {
  const decoder = new TextDecoder("gbk");
  const bytes = new Uint8Array((0xf7 - 0xb0 + 1) * (0xfe - 0xa1 + 1) * 2);
  let at = 0;
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      bytes[at] = row;
      bytes[at + 1] = cell;
      at += 2;
    }
  }
  return new Set(decoder.decode(bytes).match(HAN) ?? []);
}

/** Traditional signs in Simplified text; only those that are never Simplified. */
export const checkScript: TextCheck = ({ lang, text }) => {
  if (!language(lang).unspaced) return [];
  const found = (text.match(HAN) ?? []).filter(isTraditional);
  if (found.length === 0) return [];
  const from = text.indexOf(found[0] as string);
  const fix = text.replace(HAN, (sign) => (isTraditional(sign) ? toSimplified(sign) : sign));
  return [
    issue("script", lang, { reason: "found", at: { from, to: from + 1 }, details: { found: listed(found), expected: listed(found.map(toSimplified)) }, fix }),
  ];
};

const isTraditional = (sign: string): boolean => !SIMPLIFIED.has(sign) && toSimplified(sign) !== sign && SIMPLIFIED.has(toSimplified(sign));
