import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { Problem } from "../problem.ts";
import { InvitationLink, InviteForm, type TypedInvitation } from "./invite-form.tsx";
import { type MemberRow, MemberTable } from "./member-table.tsx";
import type { Choices } from "./standing.ts";

interface PeoplePageProps {
  lang: Lang;
  members: MemberRow[];
  choices: Choices;
  /** How long a link holds. */
  hours: number;
  typed: TypedInvitation | null;
  problem: Problem | null;
  /** A link that was made just now. */
  link: { href: string; expiresAt: Date } | null;
}

/** Who works here, and how others come in. */
export function PeoplePage({ lang, members, choices, hours, typed, problem, link }: PeoplePageProps) {
  const { t } = useTranslation(["workbench", "people"]);
  return (
    <>
      <header className="desk-head">
        <h1>{t("people.title")}</h1>
        <p>
          <a href="/workbench/teams">{t("people:members.teams")}</a>
        </p>
      </header>
      {link && <InvitationLink {...link} lang={lang} />}
      <MemberTable members={members} choices={choices} lang={lang} />
      <InviteForm lang={lang} hours={hours} choices={choices} typed={typed} problem={problem} />
    </>
  );
}
