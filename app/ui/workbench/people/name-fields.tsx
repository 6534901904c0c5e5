import { useTranslation } from "react-i18next";
import { type ByLang, LANGUAGES } from "../../../core/language/languages.ts";
import { Field } from "../field.tsx";

/** A name in every language. */
export function NameFields({ typed, refused }: { typed: ByLang<string> | null; refused: boolean }) {
  const { t } = useTranslation("people");
  return LANGUAGES.map(({ code, tag, name }) => (
    <Field
      key={code}
      label={t("teams.nameIn", { language: name })}
      name={`name.${code}`}
      lang={tag}
      required
      maxLength={100}
      defaultValue={typed?.[code]}
      problem={refused ? t("problems.names") : null}
    />
  ));
}
