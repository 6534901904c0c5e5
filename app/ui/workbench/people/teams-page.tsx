import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { Site } from "../../../core/people/site.ts";
import type { Team } from "../../../core/people/team.ts";
import { Words } from "../../kit/words.tsx";
import { DataTable } from "../data-table.tsx";
import type { Problem } from "../problem.ts";
import { type Done, DoneNote } from "./done-note.tsx";
import { SiteForm } from "./site-form.tsx";
import type { Choice } from "./standing.ts";
import { TeamForm, type TypedTeamForm } from "./team-form.tsx";

/** Which form was refused, and what stood in it. */
export interface TriedTeams {
  form: "team" | "site";
  typed: TypedTeamForm;
  problem: Problem;
}

interface TeamsPageProps {
  lang: Lang;
  teams: (Team & { members: number })[];
  sites: Site[];
  agencies: Choice[];
  done: Done | null;
  tried: TriedTeams | null;
}

/** Who works together, and where. */
export function TeamsPage({ lang, teams, sites, agencies, done, tried }: TeamsPageProps) {
  const { t } = useTranslation("people");
  const refused = (form: "team" | "site") => (tried?.form === form ? tried : null);
  return (
    <>
      <header className="desk-head">
        <p>
          <a href="/workbench/people">{t("person.back")}</a>
        </p>
        <h1>{t("teams.title")}</h1>
        <p>{t("teams.lead")}</p>
      </header>
      <DoneNote done={tried ? null : done} />
      <TeamTable lang={lang} teams={teams} sites={sites} agencies={agencies} />
      <TeamForm
        heading={t("teams.add")}
        lang={lang}
        sites={sites}
        agencies={agencies}
        typed={refused("team")?.typed ?? null}
        problem={refused("team")?.problem ?? null}
      />
      <section aria-labelledby="places">
        <h2 id="places">{t("teams.places")}</h2>
        <p>{t("teams.placesLead")}</p>
        <ul className="sheet sites">
          {sites.map((site) => (
            <li key={site.key}>
              {site.kind === "commune" ? (
                <a href={`/workbench/sites/${site.key}`}>
                  <Words text={site.name[lang]} lang={lang} />
                </a>
              ) : (
                <Words text={site.name[lang]} lang={lang} />
              )}{" "}
              <span className="hint">{t(`teams.${site.kind}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <SiteForm heading={t("teams.addSite")} typed={refused("site")?.typed.name ?? null} problem={refused("site")?.problem ?? null} />
    </>
  );
}

function TeamTable({ lang, teams, sites, agencies }: Pick<TeamsPageProps, "lang" | "teams" | "sites" | "agencies">) {
  const { t } = useTranslation("people");
  const named = (known: readonly Choice[], key: string): string => known.find((one) => one.key === key)?.name[lang] ?? key;
  if (teams.length === 0) return <p className="sheet">{t("teams.none")}</p>;
  return (
    <DataTable caption={t("teams.teams")} columns={[t("teams.name"), t("teams.kind"), t("teams.agency"), t("teams.sites"), t("teams.members")]}>
      {teams.map((team) => (
        <tr key={team.key}>
          <th scope="row">
            <a href={`/workbench/teams/${team.key}`}>
              <Words text={team.name[lang]} lang={lang} />
            </a>
          </th>
          <td>{t(`kinds.${team.kind}`)}</td>
          <td>{named(agencies, team.agency)}</td>
          <td>
            <Words text={team.sites.length === 0 ? t("teams.allSites") : team.sites.map((site) => named(sites, site)).join(" · ")} lang={lang} />
          </td>
          <td>{team.members}</td>
        </tr>
      ))}
    </DataTable>
  );
}
