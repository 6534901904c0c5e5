import { useTranslation } from "react-i18next";
import { ProblemBox } from "../field.tsx";
import type { Refused } from "./refused.ts";

/** A refusal that is about no one field of a form, above it. */
export function RefusedBox({ refused, fields }: { refused: Refused | null; fields: readonly Refused["about"][] }) {
  const { t } = useTranslation("workbench");
  if (!refused || (refused.about && fields.includes(refused.about))) return null;
  return <ProblemBox title={t("problems.title")}>{refused.words}</ProblemBox>;
}
