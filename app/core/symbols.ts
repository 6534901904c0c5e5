/** Crockford's base 32: no I, L, O or U, so that a number survives being read out or copied by hand. */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5;

/**
 * So many symbols for a number that people read, say and type.
 * @param random hexadecimal digits, drawn at random: 5 for every 4 symbols, or more
 */
export function symbolsFrom(random: string, length: number): string {
  let bits = BigInt(`0x${random.slice(0, Math.ceil((length * BITS) / 4))}`);
  let symbols = "";
  for (let index = 0; index < length; index += 1) {
    symbols = `${SYMBOLS[Number(bits & 31n)]}${symbols}`;
    bits >>= BigInt(BITS);
  }
  return symbols;
}

/** Symbols as somebody typed them, without gaps and dashes; full-width, small letters and misread ones count. */
export const plainSymbols = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");

/** What stands for so many symbols, as they are kept; null when it cannot be that. */
export function readSymbols(plain: string, length: number): string | null {
  const symbols = plain.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return symbols.length === length && [...symbols].every((symbol) => SYMBOLS.includes(symbol)) ? symbols : null;
}

/** In groups of four, which the eye can hold. */
export const inFours = (symbols: string): string => (symbols.match(/.{1,4}/g) ?? []).join("-");
