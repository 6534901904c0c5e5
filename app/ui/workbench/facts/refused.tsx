import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../../core/errors.ts";
import type { FactField } from "../../../core/facts/typed-fact.ts";
import { ProblemBox } from "../field.tsx";
import type { Problem } from "../problem.ts";

/** Refusals that mean something of their own where facts are changed. */
const OWN = ["clash", "already_exists", "own_work", "busy"] as const satisfies ErrorCode[];

/** The field that a refusal is about; null: another, or none. */
export function wrongField(problem: Problem | null): FactField | "reason" | null {
  if (problem?.code !== "invalid") return null;
  if ((problem.details.faults as string[] | undefined)?.includes("reason")) return "reason";
  return (problem.details.field as FactField | undefined) ?? null;
}

export function refusedWords(t: TFunction<["records", "errors"]>, problem: Problem): string {
  const field = wrongField(problem);
  if (field) return t(`facts.wrong.${field}`);
  const own = OWN.find((one) => one === problem.code);
  return own ? t(`facts.refused.${own}`) : t(`errors:${problem.code}.body`, { ...problem.details });
}

/** Why nothing was done, above the page that is still as it was. */
export function RefusedBox({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation(["records", "errors"]);
  if (!problem) return null;
  return <ProblemBox title={t("facts.refused.title")}>{refusedWords(t, problem)}</ProblemBox>;
}
