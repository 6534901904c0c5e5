import type { Issue } from "./check.ts";
import { issue, listed, type PairCheck } from "./pair.ts";
import { inOwnNotation, type NumberFound } from "./read-numbers.ts";
import type { Reading } from "./reading.ts";

/** So that 1.24 × 1,000,000 is 1,240,000. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/**
 * Numbers and their magnitudes: 1.240.000 is 124万 is 1,24 triệu; 15 triệu is not 150万. What is written in figures, or in words that
 * can only be a number, must be in the other language; there it may be in words of any kind ("hai ngày", "两日游").
 */
export const checkNumbers: PairCheck = ({ source, target }) => [...compareNumbers(source, target), ...compareCodes(source, target)];

const meanings = ({ value, inSpan }: NumberFound): number[] => (inSpan === undefined ? [value] : [value, inSpan]).map(rounded);
const valuesOf = ({ numbers, hints }: Reading): Set<number> => new Set([...numbers.flatMap(meanings), ...hints]);

function compareNumbers(source: Reading, target: Reading): Issue[] {
  const lacking = (from: Reading, values: Set<number>): NumberFound[] =>
    from.numbers.filter((one) => one.sure && !meanings(one).some((value) => values.has(value)));
  const lost = lacking(source, valuesOf(target));
  const invented = lacking(target, valuesOf(source));
  const miswritten = invented.find(({ otherwise }) => otherwise !== undefined && lost.some(({ value }) => rounded(value) === rounded(otherwise)));
  if (miswritten) return [inWrongNotation(miswritten, target)];
  const [first] = invented;
  const expected = listed(lost.map(({ shown }) => shown));
  if (first) {
    const found = listed(invented.map(({ shown }) => shown));
    return [issue("numbers", target.lang, { reason: "invented", at: first, details: { found, expected: expected || "–" } })];
  }
  return lost.length ? [issue("numbers", target.lang, { reason: "lost", details: { expected } })] : [];
}

function inWrongNotation({ from, to, shown }: NumberFound, { lang, text }: Reading): Issue {
  const expected = inOwnNotation(shown, lang);
  // Full-width figures are narrowed for reading; the text itself keeps them until they are mended.
  const fix = text.slice(from, to) === shown ? text.slice(0, from) + expected + text.slice(to) : undefined;
  return issue("numbers", lang, { reason: "notation", at: { from, to }, details: { found: shown, expected }, fix });
}

/** A name with a figure in it (A4, UTC+7) may be left out, not changed. */
function compareCodes(source: Reading, target: Reading): Issue[] {
  const changed = target.codes.find(({ stem, shown }) => {
    const asked = source.codes.filter((code) => code.stem === stem);
    return asked.length > 0 && !asked.some((code) => code.shown.toUpperCase() === shown.toUpperCase());
  });
  if (!changed) return [];
  const expected = listed(source.codes.filter(({ stem }) => stem === changed.stem).map(({ shown }) => shown));
  return [issue("numbers", target.lang, { reason: "code", at: changed, details: { found: changed.shown, expected } })];
}
