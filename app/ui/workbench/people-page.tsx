import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";
import { InvitationLink, InviteForm } from "./invite-form.tsx";
import { type MemberRow, MemberTable } from "./member-table.tsx";
import type { Problem } from "./problem.ts";

interface PeoplePageProps {
  lang: Lang;
  members: MemberRow[];
  /** How long a link holds. */
  hours: number;
  typed: { email: string; roles: string[] } | null;
  problem: Problem | null;
  /** A link that was made just now. */
  link: { href: string; expiresAt: Date } | null;
}

/** Who works here, and how others come in. */
export function PeoplePage({ lang, members, hours, typed, problem, link }: PeoplePageProps) {
  const { t } = useTranslation("workbench");
  return (
    <>
      <header className="desk-head">
        <h1>{t("people.title")}</h1>
      </header>
      {link && <InvitationLink {...link} lang={lang} />}
      <MemberTable members={members} lang={lang} />
      <InviteForm hours={hours} typed={typed} problem={problem} />
    </>
  );
}
