import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../../core/errors.ts";
import { ProblemBox } from "../field.tsx";
import type { Problem } from "../problem.ts";

/** Refusals that mean something of their own on the pages about publishing. */
const OWN = ["clash", "not_ready", "already_exists", "own_work", "not_found"] as const satisfies ErrorCode[];
const FAULTS = ["reason", "at", "reason:vi", "reason:zh"] as const;
type Fault = (typeof FAULTS)[number];

/** The fields that a refusal is about. */
export const faultsOf = (problem: Problem | null): string[] => (problem?.code === "invalid" ? ((problem.details.faults as string[] | undefined) ?? []) : []);

export function refusedWords(t: TFunction<["publishing", "errors"]>, problem: Problem): string {
  const fault = faultsOf(problem).find((one): one is Fault => FAULTS.includes(one as Fault));
  if (fault) return t(fault === "at" ? "refused.at" : "refused.reason");
  const own = OWN.find((one) => one === problem.code);
  return own ? t(`refused.${own}`) : t(`errors:${problem.code}.body`, { ...problem.details });
}

/** Why nothing was done, above the page that is still as it was. */
export function RefusedBox({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation(["publishing", "errors"]);
  if (!problem) return null;
  return <ProblemBox title={t("refused.title")}>{refusedWords(t, problem)}</ProblemBox>;
}
