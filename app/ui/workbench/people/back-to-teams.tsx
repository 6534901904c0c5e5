import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";

/** The head of a page below the list of teams and sites. */
export function BackToTeams({ title, lang }: { title: string; lang: Lang }) {
  const { t } = useTranslation("people");
  return (
    <header className="desk-head">
      <p>
        <a href="/workbench/teams">{t("teams.title")}</a>
      </p>
      <h1>
        <Words text={title} lang={lang} />
      </h1>
    </header>
  );
}
