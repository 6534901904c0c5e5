import { useTranslation } from "react-i18next";
import { DISPLAY_KINDS } from "../../../core/displays/display.ts";
import type { FleetView } from "../../../core/displays/fleet-views.ts";
import { PAIRING_MINUTES } from "../../../core/displays/pairing.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { Choices, Field } from "../field.tsx";
import { SelectField } from "../people/select-field.tsx";
import { FleetRefused, problemOf, type TriedFleet } from "./refused.tsx";

interface PairFormProps {
  sites: FleetView["sites"];
  lang: Lang;
  tried: TriedFleet | null;
}

/** Makes a display of the device that shows a code. */
export function PairForm({ sites, lang, tried }: PairFormProps) {
  const { t } = useTranslation("fleet");
  const typed = tried?.typed ?? {};
  return (
    <form className="sheet pairing" method="post" aria-labelledby="pair">
      <h2 id="pair">{t("pair.title")}</h2>
      <p>{t("pair.lead", { minutes: PAIRING_MINUTES })}</p>
      <FleetRefused tried={tried} />
      <Field
        label={t("pair.code")}
        hint={t("pair.codeHint")}
        name="code"
        className="code"
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={typed.code}
        problem={problemOf(t, tried, "code")}
      />
      <Field
        label={t("fields.name")}
        hint={t("fields.nameHint")}
        name="name"
        required
        maxLength={80}
        defaultValue={typed.name}
        problem={problemOf(t, tried, "name")}
      />
      <SelectField
        label={t("fields.site")}
        name="site"
        defaultValue={typed.site}
        problem={problemOf(t, tried, "site")}
        options={sites.map(({ key, name }) => ({ value: key, words: name[lang] }))}
      />
      <Choices legend={t("fields.kind")} problem={problemOf(t, tried, "kind")}>
        {DISPLAY_KINDS.map((kind, index) => (
          <label key={kind} className="choice">
            <input type="radio" name="kind" value={kind} required defaultChecked={typed.kind ? typed.kind === kind : index === 0} />
            <span>
              {t(`kinds.${kind}`)} <span className="hint">{t(`kindHints.${kind}`)}</span>
            </span>
          </label>
        ))}
      </Choices>
      <button className="primary" type="submit">
        {t("pair.submit")}
      </button>
    </form>
  );
}
