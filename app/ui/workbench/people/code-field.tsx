import { useTranslation } from "react-i18next";
import { CODE_DIGITS } from "../../../core/people/second-factor.ts";
import { Field } from "../field.tsx";

/** Where the code of a phone is typed; phones may fill it in by themselves. */
export function CodeField({ problem }: { problem: string | null }) {
  const { t } = useTranslation("people");
  return (
    <Field
      label={t("factor.code")}
      hint={t("factor.codeHint")}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      maxLength={CODE_DIGITS * 2}
      problem={problem}
    />
  );
}
