import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { Team } from "../../../core/people/team.ts";
import { Words } from "../../kit/words.tsx";
import type { Problem } from "../problem.ts";
import { BackToTeams } from "./back-to-teams.tsx";
import type { Choice } from "./standing.ts";
import { TeamForm, type TypedTeamForm } from "./team-form.tsx";

interface TeamPageProps {
  lang: Lang;
  team: Team;
  sites: Choice[];
  agencies: Choice[];
  members: { id: string; name: string }[];
  typed: TypedTeamForm | null;
  problem: Problem | null;
}

/** One team: what it is, and who belongs to it. */
export function TeamPage({ lang, team, sites, agencies, members, typed, problem }: TeamPageProps) {
  const { t } = useTranslation("people");
  return (
    <>
      <BackToTeams title={team.name[lang]} lang={lang} />
      <TeamForm heading={t("teams.edit")} lang={lang} sites={sites} agencies={agencies} typed={typed ?? team} problem={problem} />
      <section className="sheet" aria-labelledby="members">
        <h2 id="members">{t("teams.members")}</h2>
        {members.length === 0 && <p>{t("teams.noMembers")}</p>}
        <ul className="plain">
          {members.map(({ id, name }) => (
            <li key={id}>
              <a href={`/workbench/people/${id}`}>
                <Words text={name} lang={lang} />
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
