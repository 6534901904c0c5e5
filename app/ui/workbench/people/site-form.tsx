import { useTranslation } from "react-i18next";
import type { ByLang } from "../../../core/language/languages.ts";
import type { Problem } from "../problem.ts";
import { NameFields } from "./name-fields.tsx";
import { refusedWords } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";

interface SiteFormProps {
  heading: string;
  typed: ByLang<string> | null;
  problem: Problem | null;
}

/** The information cluster of a commune. */
export function SiteForm({ heading, typed, problem }: SiteFormProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const refused = refusedWords(t, problem);
  return (
    <form className="sheet" method="post" aria-labelledby="site">
      <h2 id="site">{heading}</h2>
      <RefusedBox refused={refused} fields={["name"]} />
      <NameFields typed={typed} refused={refused?.about === "name"} />
      <button className="primary" type="submit" name="form" value="site">
        {t("people:teams.saveSite")}
      </button>
    </form>
  );
}
