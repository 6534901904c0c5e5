import type { TypedFact } from "../../../core/facts/typed-fact.ts";
import { byLang, type Lang } from "../../../core/language/languages.ts";

export const labelField = (lang: Lang): string => `label-${lang}`;

/** The fields of a form about a fact, as they were typed. */
export function typedFrom(form: FormData): TypedFact {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    type: text("type"),
    amount: text("amount"),
    unit: text("unit"),
    opens: text("opens"),
    closes: text("closes"),
    day: text("day"),
    number: text("number"),
    label: byLang((lang) => text(labelField(lang))),
    agency: text("agency"),
    mark: text("mark"),
    verifiedOn: text("verifiedOn"),
    verifyAgainBy: text("verifyAgainBy"),
    source: text("source"),
  };
}
