import { useTranslation } from "react-i18next";
import { LANGUAGES, type Lang } from "../../../core/language/languages.ts";
import type { Role } from "../../../core/people/roles.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { Choices, Field, ProblemBox } from "../field.tsx";
import { fieldOf, type Problem, problemWords } from "../problem.ts";
import { NewPasswordField } from "./new-password-field.tsx";

interface JoinFormProps {
  lang: Lang;
  roles: Role[];
  expiresAt: Date;
  /** The address that the invitation names; null: the new member names it. */
  email: string | null;
  /** What was typed before; never the password. */
  typed: { email: string; name: string; lang: string } | null;
  problem: Problem | null;
}

export function JoinForm({ lang, roles, expiresAt, email, typed, problem }: JoinFormProps) {
  const { t } = useTranslation(["workbench", "errors"]);
  const words = problem && problemWords(t, problem);
  const field = problem && fieldOf(problem);
  const about = (name: typeof field) => (name === field ? words : null);
  const chosen = typed?.lang ?? lang;
  return (
    <form className="sheet narrow" method="post">
      <h1>{t("join.title")}</h1>
      <p>{t("join.lead", { until: formatDateTime(expiresAt, lang) })}</p>
      <p>
        {t("join.roles")}: <b>{roles.map((role) => t(`roles.${role}`)).join(" · ")}</b>
      </p>
      {words && !field && <ProblemBox title={t("problems.title")}>{words}</ProblemBox>}
      <Field
        label={t("join.email")}
        hint={t("join.emailHint")}
        name="email"
        type="email"
        autoComplete="username"
        required
        readOnly={email !== null}
        defaultValue={email ?? typed?.email}
        problem={about("email")}
      />
      <Field
        label={t("join.name")}
        hint={t("join.nameHint")}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={typed?.name}
        problem={about("name")}
      />
      <Choices legend={t("join.lang")} problem={about("lang")}>
        {LANGUAGES.map(({ code, tag, name }) => (
          <label key={code} className="choice" lang={tag}>
            <input type="radio" name="lang" value={code} defaultChecked={code === chosen} />
            {name}
          </label>
        ))}
      </Choices>
      <NewPasswordField label={t("join.password")} name="password" problem={about("password")} />
      <button className="primary" type="submit">
        {t("join.submit")}
      </button>
    </form>
  );
}
