import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type ByLang, byLang, LANGS } from "../../../core/language/languages.ts";
import { ProblemBox } from "../field.tsx";
import type { Problem } from "../problem.ts";

/** What the forms about displays ask for. */
const FIELDS = [
  ...(["code", "name", "site", "kind", "size", "languages", "playlist", "brightness", "quiet", "pin", "times", "items", "rights", "file", "length"] as const),
  ...LANGS.flatMap((lang) => [`file.${lang}`, `length.${lang}`, `script.${lang}`] as const),
] as const;
type FleetField = (typeof FIELDS)[number];
type Stem = FleetField extends infer Field ? (Field extends `${infer Name}.${string}` ? Name : Field) : never;

/** What a form held when it was refused, and why. */
export interface TriedFleet {
  typed: Readonly<Record<string, string>>;
  problem: Problem;
}

/** The fields that a refusal is about; none: it concerns the whole form. */
function wrongFields({ code, details }: Problem): FleetField[] {
  if (code === "pairing_code") return ["code"];
  if (code !== "invalid") return [];
  // An item is named by its place.
  const named = [...((details.fields as string[] | undefined) ?? []), details.field].map((field) => (/^items\./.test(String(field)) ? "items" : field));
  return FIELDS.filter((field) => named.includes(field));
}

/** What is wrong with a field, in words; null: nothing. */
export function problemOf(t: TFunction<"fleet">, tried: TriedFleet | null, field: FleetField): string | null {
  if (!tried || !wrongFields(tried.problem).includes(field)) return null;
  // Every language's field is wrong for the same reasons.
  return t(`wrong.${field.split(".")[0] as Stem}`);
}

/** What was typed for something that has a text in every language. */
export const namesIn = (typed: TriedFleet["typed"], name: string): ByLang<string> => byLang((lang) => typed[`${name}.${lang}`] ?? "");

/** A refusal that is about no one field, above the form. */
export function FleetRefused({ tried }: { tried: TriedFleet | null }) {
  const { t } = useTranslation(["fleet", "errors", "workbench"]);
  if (!tried) return null;
  const { code, details } = tried.problem;
  if (wrongFields(tried.problem).length > 0) return <ProblemBox title={t("refused")}>{t("lookBelow")}</ProblemBox>;
  const words =
    code === "clash"
      ? t("clash")
      : code === "too_many_attempts"
        ? t("workbench:problems.too_many_attempts", { minutes: Math.ceil(Number(details.retryAfterSeconds) / 60) })
        : t(`errors:${code}.body`, { ...details });
  return <ProblemBox title={t("refused")}>{words}</ProblemBox>;
}
