import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../core/language/languages.ts";
import type { Role } from "../../core/people/roles.ts";
import { formatDay } from "../../i18n/format.ts";

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  createdAt: Date;
  disabled: boolean;
}

export function MemberTable({ members, lang }: { members: MemberRow[]; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const day = (at: Date) => formatDay(new Intl.DateTimeFormat("en-CA", { timeZone: language(lang).zone }).format(at), lang);
  return (
    <div className="table-box">
      <table>
        <caption className="hidden">{t("people.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.email")}</th>
            <th scope="col">{t("people.roles")}</th>
            <th scope="col">{t("people.since")}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td>{member.email}</td>
              <td>
                {member.roles.map((role) => t(`roles.${role}`)).join(" · ")}
                {member.disabled && <span className="hint"> ({t("people.disabled")})</span>}
              </td>
              <td>{day(member.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
