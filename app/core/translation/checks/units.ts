import { issue, type PairCheck } from "./pair.ts";

/** A number that counts one thing in the source and another in the translation: 5000 USD is not 5000元. */
export const checkUnits: PairCheck = ({ source, target }) => {
  const changed = target.numbers.find(({ unit, value, sure }) => {
    const same = source.numbers.filter((number) => number.sure && number.value === value);
    return sure && unit !== null && same.length > 0 && same.every((number) => number.unit !== null && number.unit !== unit);
  });
  if (!changed) return [];
  const asked = source.numbers.find(({ value }) => value === changed.value);
  const around = (text: string, { from, to }: { from: number; to: number }): string => text.slice(from, to + 12).split(/[,，.。;；:：!！?？()（）\n]/)[0] ?? "";
  const details = { expected: asked ? around(source.words, asked) : "–", found: around(target.words, changed) };
  return [issue("units", target.lang, { reason: "differs", at: changed, details })];
};
