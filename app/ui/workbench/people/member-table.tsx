import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { Grant } from "../../../core/people/roles.ts";
import { Words } from "../../kit/words.tsx";
import { DataTable } from "../data-table.tsx";
import { dayOf } from "./day-of.ts";
import { GrantWords } from "./grant-words.tsx";
import type { Choices } from "./standing.ts";

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  grants: Grant[];
  /** Key of a team. */
  team: string | null;
  createdAt: Date;
  disabled: boolean;
  secondFactor: boolean;
  /** Nobody's: wrote the starter content. */
  portals: boolean;
}

export function MemberTable({ members, choices, lang }: { members: MemberRow[]; choices: Choices; lang: Lang }) {
  const { t } = useTranslation(["workbench", "people"]);
  return (
    <DataTable
      className="members cards"
      caption={t("people.title")}
      columns={[t("people.name"), t("people.email"), t("people.roles"), t("people:members.team"), t("people.since")]}
    >
      {members.map((member) => (
        <tr key={member.id}>
          <th scope="row">
            <a href={`/workbench/people/${member.id}`}>
              <Words text={member.name} lang={lang} />
            </a>
            <Marks member={member} />
          </th>
          <td>{member.email}</td>
          <td>
            <GrantWords grants={member.grants} choices={choices} lang={lang} />
          </td>
          <td>{teamName(member.team, choices, lang) ?? <span className="hint">{t("people:members.noTeam")}</span>}</td>
          <td>
            <span className="cell-name">{t("people.since")}</span>
            {dayOf(member.createdAt, lang)}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

const teamName = (key: string | null, { teams }: Choices, lang: Lang): string | undefined => teams.find((team) => team.key === key)?.name[lang];

/** What is to be known of a member at a glance. */
function Marks({ member: { disabled, secondFactor, portals } }: { member: MemberRow }) {
  const { t } = useTranslation(["workbench", "people"]);
  const marks = [portals && t("people:members.portals"), disabled && !portals && t("people.disabled"), secondFactor && t("people:members.secondFactor")].filter(
    (mark) => mark !== false,
  );
  return marks.map((mark) => (
    <span key={mark} className="hint mark-line">
      {mark}
    </span>
  ));
}
