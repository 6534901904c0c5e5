import { useTranslation } from "react-i18next";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { Site } from "../../../core/people/site.ts";
import type { Problem } from "../problem.ts";
import { BackToTeams } from "./back-to-teams.tsx";
import { SiteForm } from "./site-form.tsx";

interface SitePageProps {
  lang: Lang;
  site: Site;
  typed: ByLang<string> | null;
  problem: Problem | null;
}

/** One commune's cluster, to be renamed. */
export function SitePage({ lang, site, typed, problem }: SitePageProps) {
  const { t } = useTranslation("people");
  return (
    <>
      <BackToTeams title={site.name[lang]} lang={lang} />
      <SiteForm heading={t("teams.editSite")} typed={typed ?? site.name} problem={problem} />
    </>
  );
}
