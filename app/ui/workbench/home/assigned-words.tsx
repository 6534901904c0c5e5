import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { Assigned } from "../../../core/workflow/assignment.ts";
import { formatDay } from "../../../i18n/format.ts";
import { Words } from "../../kit/words.tsx";

/** Names by key. */
export interface PairNames {
  topics: Record<string, string>;
  sites: Record<string, string>;
  teams: Record<string, string>;
  agencies: Record<string, string>;
  members: Record<string, string>;
}

/** Who is to do it, by when, and whether that day is over. */
export function AssignedWords({ assigned, names, lang }: { assigned: Assigned; names: PairNames; lang: Lang }) {
  const { t } = useTranslation("workbench");
  const { memberId, teamKey, dueOn, done, overdue } = assigned;
  const who = names.members[memberId ?? ""] ?? names.teams[teamKey ?? ""] ?? t("home.somebody");
  return (
    <span className="assigned">
      <Words text={who} lang={lang} />
      {dueOn && <span>{t("home.dueOn", { day: formatDay(dueOn, lang) })}</span>}
      {overdue && <b className="is-overdue">{t("home.overdue")}</b>}
      {done && <span>{t("home.done")}</span>}
    </span>
  );
}
