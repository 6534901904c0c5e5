import { Converter } from "opencc-js/t2cn";

/**
 * Characters that the converter decides by the phrase around them. Search needs one answer a character, because a query is
 * a piece of a text and must convert as the text did; where two words fall together, both are still found.
 */
const ALWAYS = new Map([..."瞭了藉借覆复甦苏衹只著着甚什枱台粧妆衞卫敍叙峯峰".matchAll(/(?<from>.)(?<to>.)/gu)].map((pair) => [pair[1] ?? "", pair[2] ?? ""]));

const convert = Converter({ from: "t", to: "cn" });
const HAN = /\p{Script=Han}/gu;
const known = new Map<string, string>();

function simplifiedCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  let simplified = character;
  // The tables hold a few chains (薴 → 苧 → 苎); a second pass must change nothing.
  for (let next = convert(simplified); next !== simplified; next = convert(simplified)) simplified = next;
  simplified = ALWAYS.get(simplified) ?? simplified;
  known.set(character, simplified);
  return simplified;
}

/** A text with every Traditional character as its Simplified one, character by character; everything else as it was. */
export const toSimplified = (text: string): string => text.replace(HAN, simplifiedCharacter);
