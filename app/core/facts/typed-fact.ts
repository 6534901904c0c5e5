import { isDay } from "../articles/particulars.ts";
import { AppError } from "../errors.ts";
import { type ByLang, byLang, LANGS } from "../language/languages.ts";
import { cleanText } from "../language/text.ts";
import type { Fact, FactValue } from "./fact.ts";

export type FactType = FactValue["type"];

type Named<T extends FactType, K extends string> = Extract<FactValue, { type: T } & Record<K, unknown>>[K & keyof Extract<FactValue, { type: T }>];

/** What may be chosen for each type of value, in the order of the form. */
export const CURRENCIES: readonly Named<"money", "currency">[] = ["VND", "CNY", "USD"];
export const UNITS: readonly Named<"quantity", "unit">[] = ["litre", "gram", "cigarette", "cigar", "piece"];
export const PERIODS: readonly Named<"duration", "unit">[] = ["hour", "day", "month", "year"];
export const FACT_TYPES: readonly FactType[] = ["money", "quantity", "duration", "hours", "date", "phone", "percent", "age", "unpublished"];

export const isFactType = (value: unknown): value is FactType => FACT_TYPES.includes(value as FactType);

/** The fields of the form, as they were typed; a field that a type does not have may be missing. */
export interface TypedFact {
  type: string;
  amount: string;
  unit: string;
  opens: string;
  closes: string;
  day: string;
  number: string;
  label: ByLang<string>;
  agency: string;
  mark: string;
  verifiedOn: string;
  verifyAgainBy: string;
  source: string;
}

/** The field that a refusal is about. */
export type FactField =
  | "type"
  | "amount"
  | "unit"
  | "opens"
  | "closes"
  | "day"
  | "number"
  | "label"
  | "agency"
  | "mark"
  | "verifiedOn"
  | "verifyAgainBy"
  | "source";

const MOST = 1e15;
const LONGEST_LABEL = 150;
const LONGEST_SOURCE = 300;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const PHONE = /^\+?[0-9][0-9 .()-]{1,28}$/;

const wrong = (field: FactField): never => {
  throw new AppError("invalid", { field });
};

/**
 * The value that the form means.
 * @throws AppError `invalid` with `field`, `bad_text`
 */
export function readFactValue(typed: Omit<TypedFact, "label" | "agency" | "mark" | "verifiedOn" | "verifyAgainBy" | "source">): FactValue {
  const { type } = typed;
  if (!isFactType(type)) return wrong("type");
  switch (type) {
    case "money":
      return { type, amount: amountOf(typed.amount), currency: oneOf(CURRENCIES, typed.unit) };
    case "quantity":
      return { type, amount: amountOf(typed.amount), unit: oneOf(UNITS, typed.unit) };
    case "duration":
      return { type, amount: amountOf(typed.amount), unit: oneOf(PERIODS, typed.unit) };
    case "hours": {
      const [opens, closes] = [typed.opens.trim(), typed.closes.trim()];
      if (!TIME.test(opens)) return wrong("opens");
      return TIME.test(closes) && opens < closes ? { type, opens, closes } : wrong("closes");
    }
    case "date":
      return isDay(typed.day.trim()) ? { type, day: typed.day.trim() } : wrong("day");
    case "phone": {
      const number = cleanText(typed.number);
      return PHONE.test(number) ? { type, number } : wrong("number");
    }
    case "percent":
      return { type, amount: amountOf(typed.amount) };
    case "age": {
      const years = amountOf(typed.amount);
      return Number.isInteger(years) && years <= 150 ? { type, years } : wrong("amount");
    }
    case "unpublished":
      return { type };
  }
}

/** A number as forms send it: digits with a point, at most two decimals as pages show no more. */
function amountOf(typed: string): number {
  const text = typed.trim();
  const amount = Number(text);
  return /^\d+(?:\.\d{1,2})?$/.test(text) && amount <= MOST ? amount : wrong("amount");
}

const oneOf = <T extends string>(known: readonly T[], typed: string): T => known.find((one) => one === typed) ?? wrong("unit");

/**
 * The fact that the form means.
 * @param known the agencies that there are, and today in Hanoi (YYYY-MM-DD)
 * @throws AppError `invalid` with `field`, `bad_text`
 */
export function readFact(typed: TypedFact, known: { agencies: readonly string[]; today: string }): Omit<Fact, "key"> {
  const value = readFactValue(typed);
  const label = byLang((lang) => cleanText(typed.label[lang]));
  if (!LANGS.every((lang) => isLine(label[lang], LONGEST_LABEL) && label[lang] !== "")) wrong("label");
  if (!known.agencies.includes(typed.agency)) wrong("agency");
  const mark = typed.mark === "confirmed" || typed.mark === "verify" ? typed.mark : wrong("mark");
  const verifiedOn = dayOrNone(typed.verifiedOn, "verifiedOn");
  if (verifiedOn !== null && verifiedOn > known.today) wrong("verifiedOn");
  const verifyAgainBy = dayOrNone(typed.verifyAgainBy, "verifyAgainBy");
  if (verifiedOn !== null && verifyAgainBy !== null && verifyAgainBy <= verifiedOn) wrong("verifyAgainBy");
  const source = cleanText(typed.source);
  if (!isLine(source, LONGEST_SOURCE)) wrong("source");
  return { label, value, agency: typed.agency, mark, verifiedOn, verifyAgainBy, source: source || null };
}

const isLine = (text: string, longest: number): boolean => text.length <= longest && !text.includes("\n");

const dayOrNone = (typed: string, field: FactField): string | null => {
  const day = typed.trim();
  if (day === "") return null;
  return isDay(day) ? day : wrong(field);
};

const EMPTY = { amount: "", unit: "", opens: "", closes: "", day: "", number: "" };

/** A value as the form shows it. */
export function typedValue(value: FactValue): Pick<TypedFact, "type" | keyof typeof EMPTY> {
  switch (value.type) {
    case "money":
      return { ...EMPTY, type: value.type, amount: String(value.amount), unit: value.currency };
    case "quantity":
    case "duration":
      return { ...EMPTY, type: value.type, amount: String(value.amount), unit: value.unit };
    case "age":
      return { ...EMPTY, type: value.type, amount: String(value.years) };
    case "percent":
      return { ...EMPTY, type: value.type, amount: String(value.amount) };
    case "hours":
      return { ...EMPTY, type: value.type, opens: value.opens, closes: value.closes };
    case "date":
      return { ...EMPTY, type: value.type, day: value.day };
    case "phone":
      return { ...EMPTY, type: value.type, number: value.number };
    case "unpublished":
      return { ...EMPTY, type: value.type };
  }
}

/** A fact as the form shows it; null: an empty form. */
export function typedFact(fact: Fact | null): TypedFact {
  if (!fact) return { ...EMPTY, type: "money", label: byLang(() => ""), agency: "", mark: "verify", verifiedOn: "", verifyAgainBy: "", source: "" };
  const { label, value, agency, mark, verifiedOn, verifyAgainBy, source } = fact;
  return { ...typedValue(value), label, agency, mark, verifiedOn: verifiedOn ?? "", verifyAgainBy: verifyAgainBy ?? "", source: source ?? "" };
}
