import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { Field } from "../field.tsx";
import type { Problem } from "../problem.ts";
import { refusedWords } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";
import { type Choices, NOTHING, type Standing } from "./standing.ts";
import { StandingFields } from "./standing-fields.tsx";

export interface TypedInvitation extends Standing {
  email: string;
}

interface InviteFormProps {
  lang: Lang;
  /** How long a link holds. */
  hours: number;
  choices: Choices;
  typed: TypedInvitation | null;
  problem: Problem | null;
}

export function InviteForm({ lang, hours, choices, typed, problem }: InviteFormProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const refused = refusedWords(t, problem);
  return (
    <form className="sheet" method="post" aria-labelledby="invite">
      <h2 id="invite">{t("people.invite")}</h2>
      <p>{t("people.inviteLead", { hours })}</p>
      <RefusedBox refused={refused} fields={["email", "roles", "limits", "team"]} />
      <Field
        label={t("people.inviteEmail")}
        hint={t("people.inviteEmailHint")}
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={typed?.email}
        problem={refused?.about === "email" ? refused.words : null}
      />
      <StandingFields lang={lang} choices={choices} typed={typed ?? NOTHING} refused={refused} />
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
