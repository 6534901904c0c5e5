import { useTranslation } from "react-i18next";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import { TEAM_KINDS } from "../../../core/people/team.ts";
import { Choices } from "../field.tsx";
import type { Problem } from "../problem.ts";
import { NameFields } from "./name-fields.tsx";
import { refusedWords } from "./refused.ts";
import { RefusedBox } from "./refused-box.tsx";
import { SelectField } from "./select-field.tsx";
import type { Choice } from "./standing.ts";
import { KeyBoxes } from "./standing-fields.tsx";

export interface TypedTeamForm {
  kind: string;
  name: ByLang<string>;
  agency: string;
  sites: string[];
}

interface TeamFormProps {
  heading: string;
  lang: Lang;
  sites: readonly Choice[];
  agencies: readonly Choice[];
  typed: TypedTeamForm | null;
  problem: Problem | null;
}

export function TeamForm({ heading, lang, sites, agencies, typed, problem }: TeamFormProps) {
  const { t } = useTranslation(["workbench", "people", "errors"]);
  const refused = refusedWords(t, problem);
  const about = (field: "kind" | "agency" | "sites") => (refused?.about === field ? refused.words : null);
  return (
    <form className="sheet" method="post" aria-labelledby="team">
      <h2 id="team">{heading}</h2>
      <RefusedBox refused={refused} fields={["name", "kind", "agency", "sites"]} />
      <NameFields typed={typed?.name ?? null} refused={refused?.about === "name"} />
      <SelectField
        label={t("people:teams.kind")}
        name="kind"
        defaultValue={typed?.kind}
        problem={about("kind")}
        options={TEAM_KINDS.map((kind) => ({ value: kind, words: t(`people:kinds.${kind}`) }))}
      />
      <SelectField
        label={t("people:teams.agency")}
        hint={t("people:teams.agencyHint")}
        name="agency"
        defaultValue={typed?.agency}
        problem={about("agency")}
        options={agencies.map(({ key, name }) => ({ value: key, words: name[lang] }))}
      />
      <Choices legend={t("people:teams.sites")} problem={about("sites")}>
        <p className="hint">{t("people:teams.sitesHint")}</p>
        <div className="boxes">
          <KeyBoxes name="sites" lang={lang} choices={sites} ticked={typed?.sites ?? []} />
        </div>
      </Choices>
      <button className="primary" type="submit" name="form" value="team">
        {t("people:teams.save")}
      </button>
    </form>
  );
}
