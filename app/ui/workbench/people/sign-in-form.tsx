import { useTranslation } from "react-i18next";
import { Field, ProblemBox } from "../field.tsx";
import { fieldOf, type Problem, problemWords } from "../problem.ts";

interface SignInFormProps {
  /** Where to go afterwards. */
  next: string;
  /** Whether a code was waited for too long. */
  over: boolean;
  /** What was typed before; never the password. */
  email: string;
  problem: Problem | null;
}

export function SignInForm({ next, over, email, problem }: SignInFormProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const words = problem && problemWords(t, problem);
  const aboutEmail = problem && fieldOf(problem) === "email";
  return (
    <form className="sheet narrow" method="post">
      <h1>{t("signIn.title")}</h1>
      <p>{t("signIn.lead")}</p>
      {over && !words && <ProblemBox title={t("problems.title")}>{t("people:code.over")}</ProblemBox>}
      {words && !aboutEmail && <ProblemBox title={t("problems.title")}>{words}</ProblemBox>}
      <input type="hidden" name="next" value={next} />
      <Field label={t("signIn.email")} name="email" type="email" autoComplete="username" required defaultValue={email} problem={aboutEmail ? words : null} />
      <Field label={t("signIn.password")} name="password" type="password" autoComplete="current-password" required />
      <button className="primary" type="submit">
        {t("signIn.submit")}
      </button>
      <p className="hint">{t("signIn.noAccount")}</p>
    </form>
  );
}
