import { inFours, plainSymbols, readSymbols, symbolsFrom } from "../symbols.ts";

const LENGTH = 12;
const PREFIX = "QN";

/**
 * The number by which a sender looks up the answer, "QN-7K3M-9TXA-4WPD": 60 bits, which nobody guesses.
 * @param random hexadecimal digits, drawn at random, 15 or more
 */
export const numberFrom = (random: string): string => written(symbolsFrom(random, LENGTH));

/** A number as somebody typed it, in the form in which it is kept; null when it cannot be one. Full-width, small letters and misread ones count. */
export function readNumber(typed: string): string | null {
  const plain = plainSymbols(typed);
  const symbols = readSymbols(plain.length === LENGTH + PREFIX.length && plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : plain, LENGTH);
  return symbols && written(symbols);
}

const written = (symbols: string): string => `${PREFIX}-${inFours(symbols)}`;

/** What a number looks like, for those who have to type theirs. */
export const EXAMPLE_NUMBER = "QN-7K3M-9TXA-4WPD";
