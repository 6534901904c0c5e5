import { useTranslation } from "react-i18next";
import type { Problem } from "../problem.ts";
import { CodeField } from "./code-field.tsx";
import { refusedWords } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";

/** The second step of signing in, after the password. */
export function CodeForm({ next, problem }: { next: string; problem: Problem | null }) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const refused = refusedWords(t, problem);
  return (
    <form className="sheet narrow" method="post">
      <h1>{t("people:code.title")}</h1>
      <p>{t("people:code.lead")}</p>
      <RefusedBox refused={refused} fields={["code"]} />
      <input type="hidden" name="next" value={next} />
      <CodeField problem={refused?.about === "code" ? refused.words : null} />
      <button className="primary" type="submit">
        {t("people:code.submit")}
      </button>
      <p className="hint">{t("people:code.lost")}</p>
      <p>
        <a href={`/workbench/sign-in?next=${encodeURIComponent(next)}`}>{t("people:code.other")}</a>
      </p>
    </form>
  );
}
