import { toSimplified } from "./simplified.ts";

/** Traditional characters, each followed by the Simplified one that it is searched as: "開开護护". Each is one UTF-16 unit. */
export type TraditionalPairs = string;

const HAN = /[\u3400-\u9FFF]/g;
/** The blocks in which Traditional characters of everyday texts stand. */
const [FIRST, LAST] = [0x4e00, 0x9fff];

/** By Simplified character, what else it is written as; made when it is first asked for: it looks at twenty thousand characters. */
let others: Map<string, string[]> | null = null;

function otherWays(): Map<string, string[]> {
  if (others) return others;
  others = new Map();
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCharCode(code);
    const simplified = toSimplified(character);
    if (simplified === character || simplified.length !== 1) continue;
    others.set(simplified, [...(others.get(simplified) ?? []), character]);
  }
  return others;
}

/** The Traditional characters by which somebody may look for what stands in these texts: a display needs these, and no table of Chinese. */
export function traditionalPairs(texts: Iterable<string>): TraditionalPairs {
  const standing = new Set<string>();
  for (const text of texts) for (const character of text.match(HAN) ?? []) standing.add(toSimplified(character));
  const ways = otherWays();
  return [...standing]
    .sort()
    .flatMap((simplified) => (ways.get(simplified) ?? []).map((traditional) => traditional + simplified))
    .join("");
}
