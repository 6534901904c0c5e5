import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";
import { ROLES } from "../../core/people/roles.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { Choices, Field, ProblemBox } from "./field.tsx";
import { fieldOf, type Problem, problemWords } from "./problem.ts";

interface InviteFormProps {
  /** How long a link holds. */
  hours: number;
  typed: { email: string; roles: string[] } | null;
  problem: Problem | null;
}

export function InviteForm({ hours, typed, problem }: InviteFormProps) {
  const { t } = useTranslation(["workbench", "errors"]);
  const words = problem && problemWords(t, problem);
  const field = problem && fieldOf(problem);
  return (
    <form className="sheet" method="post" aria-labelledby="invite">
      <h2 id="invite">{t("people.invite")}</h2>
      <p>{t("people.inviteLead", { hours })}</p>
      {words && !field && <ProblemBox title={t("problems.title")}>{words}</ProblemBox>}
      <Field
        label={t("people.inviteEmail")}
        hint={t("people.inviteEmailHint")}
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={typed?.email}
        problem={field === "email" ? words : null}
      />
      <Choices legend={t("people.inviteRoles")} problem={field === "roles" ? words : null}>
        {ROLES.map((role) => (
          <label key={role} className="choice">
            <input type="checkbox" name="roles" value={role} defaultChecked={typed?.roles.includes(role)} />
            <span>
              {t(`roles.${role}`)} <span className="hint">{t(`roleHints.${role}`)}</span>
            </span>
          </label>
        ))}
      </Choices>
      <button className="primary" type="submit">
        {t("people.inviteSubmit")}
      </button>
    </form>
  );
}

/** The one-time link, shown this once to who made it. */
export function InvitationLink({ href, expiresAt, lang }: { href: string; expiresAt: Date; lang: Lang }) {
  const { t } = useTranslation("workbench");
  return (
    <section className="done-box" role="status">
      <h2>{t("people.linkTitle")}</h2>
      <p>
        <input className="link-out" readOnly value={href} aria-label={t("people.linkTitle")} />
      </p>
      <p>{t("people.linkOnce", { until: formatDateTime(expiresAt, lang) })}</p>
    </section>
  );
}
