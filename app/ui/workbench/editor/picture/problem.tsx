import { useTranslation } from "react-i18next";
import type { PictureAnswer } from "./answers.ts";

export type PictureRefusal = Extract<PictureAnswer, { kind: "refused" }>["code"];

/** Why a picture was not taken, in words; it is read out as it appears. */
export function PictureProblem({ code }: { code: PictureRefusal | null }) {
  const { t } = useTranslation(["writing", "errors"]);
  if (code === null) return null;
  const words = code === "unreachable" ? t("picture.problems.unreachable") : code === "too_large" ? t("picture.problems.tooLarge") : t(`errors:${code}.body`);
  return (
    <p className="problem" role="alert">
      {words}
    </p>
  );
}
