import { inFours, plainSymbols, readSymbols, symbolsFrom } from "../symbols.ts";

/** How long a code can be typed, in minutes. */
export const PAIRING_MINUTES = 10;

/** 40 bits, valid for minutes and typed by members whose attempts are counted. */
const LENGTH = 8;

/**
 * What the device shows and the technician types, "7K3M-9TXA".
 * @param random hexadecimal digits, drawn at random, 10 or more
 */
export const codeFrom = (random: string): string => inFours(symbolsFrom(random, LENGTH));

/** A code as somebody typed it, in the form in which it was made; null when it cannot be one. */
export function readPairingCode(typed: string): string | null {
  const symbols = readSymbols(plainSymbols(typed), LENGTH);
  return symbols && inFours(symbols);
}

export const pairingEnd = (asked: Date): Date => new Date(asked.getTime() + PAIRING_MINUTES * 60_000);
