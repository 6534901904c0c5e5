import { useTranslation } from "react-i18next";
import { LANGUAGES, type Lang } from "../../../core/language/languages.ts";
import { type Limit, limitsOf } from "../../../core/people/grants.ts";
import { ROLES, type Role } from "../../../core/people/roles.ts";
import { Words } from "../../kit/words.tsx";
import { Choices as Boxes } from "../field.tsx";
import type { Refused } from "./refused.ts";
import { SelectField } from "./select-field.tsx";
import type { Choice, Choices, Standing } from "./standing.ts";

interface StandingFieldsProps {
  lang: Lang;
  choices: Choices;
  typed: Standing;
  refused: Refused | null;
}

/** The roles, what each is limited to, and the team. A role's limits are in sight while it is ticked; without scripts too. */
export function StandingFields({ lang, choices, typed, refused }: StandingFieldsProps) {
  const { t } = useTranslation(["workbench", "people"]);
  const about = (field: NonNullable<Refused>["about"]) => (refused?.about === field ? refused.words : null);
  return (
    <>
      <Boxes legend={t("people.inviteRoles")} problem={about("roles") ?? about("limits")}>
        {ROLES.map((role) => (
          <RoleFields key={role} role={role} lang={lang} choices={choices} typed={typed} />
        ))}
      </Boxes>
      <SelectField
        label={t("people:standing.team")}
        name="team"
        defaultValue={typed.team ?? ""}
        problem={about("team")}
        options={[{ value: "", words: t("people:standing.noTeam") }, ...choices.teams.map(({ key, name }) => ({ value: key, words: name[lang] }))]}
      />
    </>
  );
}

interface RoleFieldsProps extends Omit<StandingFieldsProps, "refused"> {
  role: Role;
}

function RoleFields({ role, lang, choices, typed }: RoleFieldsProps) {
  const { t } = useTranslation(["workbench", "people"]);
  const grant = typed.grants.find((one) => one.role === role);
  const limits = limitsOf(role);
  return (
    <div className="role">
      <label className="choice">
        <input type="checkbox" name="roles" value={role} defaultChecked={grant !== undefined} />
        <span>
          {t(`roles.${role}`)} <span className="hint">{t(`roleHints.${role}`)}</span>
        </span>
      </label>
      {limits.length > 0 && (
        <div className="limits">
          <p className="hint">{t("people:standing.noLimit")}</p>
          {limits.map((limit) => (
            <fieldset key={limit}>
              <legend>
                <span className="hidden">{t(`roles.${role}`)}: </span>
                {t(`people:standing.${limit}`)}
              </legend>
              <LimitBoxes name={`${limit}.${role}`} limit={limit} lang={lang} choices={choices} ticked={grant?.[limit] ?? []} />
            </fieldset>
          ))}
        </div>
      )}
    </div>
  );
}

interface LimitBoxesProps {
  name: string;
  limit: Limit;
  lang: Lang;
  choices: Choices;
  ticked: readonly string[];
}

function LimitBoxes({ name, limit, lang, choices, ticked }: LimitBoxesProps) {
  if (limit === "langs")
    return LANGUAGES.map(({ code, tag, name: own }) => (
      <label key={code} className="choice">
        <input type="checkbox" name={name} value={code} defaultChecked={ticked.includes(code)} />
        <span lang={tag}>{own}</span>
      </label>
    ));
  return <KeyBoxes name={name} lang={lang} choices={choices[limit]} ticked={ticked} />;
}

/** Boxes of things that have keys, under their names in the member's language. */
export function KeyBoxes({ name, lang, choices, ticked }: { name: string; lang: Lang; choices: readonly Choice[]; ticked: readonly string[] }) {
  return choices.map((choice) => (
    <label key={choice.key} className="choice">
      <input type="checkbox" name={name} value={choice.key} defaultChecked={ticked.includes(choice.key)} />
      <span>
        <Words text={choice.name[lang]} lang={lang} />
      </span>
    </label>
  ));
}
