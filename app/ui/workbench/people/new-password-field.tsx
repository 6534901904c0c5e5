import { useTranslation } from "react-i18next";
import { PASSWORD_MAX, PASSWORD_MIN } from "../../../core/people/credentials.ts";
import { Field } from "../field.tsx";

/** A password to be chosen, with what is asked of it. */
export function NewPasswordField({ label, name, problem }: { label: string; name: string; problem: string | null }) {
  const { t } = useTranslation("workbench");
  return (
    <Field
      label={label}
      hint={t("join.passwordHint", { min: PASSWORD_MIN })}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_MIN}
      maxLength={PASSWORD_MAX}
      problem={problem}
    />
  );
}
