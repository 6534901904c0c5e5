/** Crockford's base 32: no I, L, O or U, so that a number survives being read out or copied by hand. */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;
const PREFIX = "QN";

/**
 * The number by which a sender looks up the answer, "QN-7K3M-9TXA-4WPD": 60 bits, which nobody guesses.
 * @param random hexadecimal digits, drawn at random, 15 or more
 */
export function numberFrom(random: string): string {
  let bits = BigInt(`0x${random.slice(0, 15)}`);
  let symbols = "";
  for (let index = 0; index < LENGTH; index += 1) {
    symbols = `${SYMBOLS[Number(bits & 31n)]}${symbols}`;
    bits >>= 5n;
  }
  return written(symbols);
}

/** A number as somebody typed it, in the form in which it is kept; null when it cannot be one. Full-width, small letters and misread ones count. */
export function readNumber(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");
  const bare = plain.length === LENGTH + PREFIX.length && plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : plain;
  const symbols = bare.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return symbols.length === LENGTH && [...symbols].every((symbol) => SYMBOLS.includes(symbol)) ? written(symbols) : null;
}

const written = (symbols: string): string => [PREFIX, ...(symbols.match(/.{4}/g) ?? [])].join("-");

/** What a number looks like, for those who have to type theirs. */
export const EXAMPLE_NUMBER = "QN-7K3M-9TXA-4WPD";
