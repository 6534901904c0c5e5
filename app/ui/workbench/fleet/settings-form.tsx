import { useTranslation } from "react-i18next";
import type { DisplayView } from "../../../core/displays/fleet-views.ts";
import { DARKEST } from "../../../core/displays/settings.ts";
import { LANGUAGES, type Lang, language } from "../../../core/language/languages.ts";
import { Choices, Field } from "../field.tsx";
import { SelectField } from "../people/select-field.tsx";
import { FleetRefused, problemOf, type TriedFleet } from "./refused.tsx";

/** How many times of day with a language of their own the form offers. */
export const TURNS = 3;

interface SettingsFormProps {
  view: Pick<DisplayView, "display" | "sites" | "playlists">;
  lang: Lang;
  tried: TriedFleet | null;
}

/** What a display is called, where it stands and how it behaves. */
export function SettingsForm({ view, lang, tried }: SettingsFormProps) {
  const { t } = useTranslation("fleet");
  const { display, sites, playlists } = view;
  const { languages, quiet, brightness, playlist } = display.settings;
  const typed = (name: string, kept: string | number | null | undefined): string => tried?.typed[name] ?? String(kept ?? "");
  const languageOptions = LANGUAGES.map(({ code, name }) => ({ value: code, words: name }));
  return (
    <form className="sheet" method="post" aria-labelledby="settings">
      <h2 id="settings">{t("settings.title")}</h2>
      <p className="hint">{t("settings.lead")}</p>
      <FleetRefused tried={tried} />
      <input type="hidden" name="revision" value={display.revision} />
      <Field label={t("fields.name")} name="name" required maxLength={80} defaultValue={typed("name", display.name)} problem={problemOf(t, tried, "name")} />
      <SelectField
        label={t("fields.site")}
        name="site"
        defaultValue={typed("site", display.site)}
        problem={problemOf(t, tried, "site")}
        options={sites.map(({ key, name }) => ({ value: key, words: name[lang] }))}
      />
      <Choices legend={t("fields.size")} problem={problemOf(t, tried, "size")}>
        <p className="hint">{t("fields.sizeHint")}</p>
        <div className="row">
          <Field label={t("fields.width")} name="width" inputMode="numeric" defaultValue={typed("width", display.size?.width)} />
          <Field label={t("fields.height")} name="height" inputMode="numeric" defaultValue={typed("height", display.size?.height)} />
        </div>
      </Choices>
      <Choices legend={t("fields.show")} problem={problemOf(t, tried, "languages")}>
        {(["alternate", "together"] as const).map((show) => (
          <label key={show} className="choice">
            <input type="radio" name="show" value={show} defaultChecked={typed("show", languages.show) === show} />
            {t(`show.${show}`)}
          </label>
        ))}
      </Choices>
      <SelectField label={t("fields.first")} name="first" defaultValue={typed("first", languages.first)} options={languageOptions} />
      <Choices legend={t("fields.turns")}>
        <p className="hint">{t("fields.turnsHint")}</p>
        {Array.from({ length: TURNS }, (_, index) => `turn.${index}`).map((name, index) => {
          const turn = languages.turns[index];
          return (
            <div key={name} className="row">
              <Field label={t("fields.from")} name={`${name}.from`} type="time" defaultValue={typed(`${name}.from`, turn?.from)} />
              <Field label={t("fields.to")} name={`${name}.to`} type="time" defaultValue={typed(`${name}.to`, turn?.to)} />
              <SelectField
                label={t("fields.first")}
                name={`${name}.first`}
                defaultValue={typed(`${name}.first`, turn?.first ?? language(languages.first).code)}
                options={languageOptions}
              />
            </div>
          );
        })}
      </Choices>
      <SelectField
        label={t("fields.playlist")}
        hint={t("fields.playlistHint")}
        name="playlist"
        defaultValue={typed("playlist", playlist)}
        problem={problemOf(t, tried, "playlist")}
        options={[{ value: "", words: t("ownPlaylist") }, ...playlists.map(({ key, name }) => ({ value: key, words: name[lang] }))]}
      />
      <div className="row">
        <Field
          label={t("fields.brightness")}
          name="brightness"
          inputMode="numeric"
          required
          hint={t("fields.brightnessHint", { least: DARKEST })}
          defaultValue={typed("brightness", brightness)}
          problem={problemOf(t, tried, "brightness")}
        />
      </div>
      <Choices legend={t("fields.quiet")} problem={problemOf(t, tried, "quiet")}>
        <p className="hint">{t("fields.quietHint")}</p>
        <div className="row">
          <Field label={t("fields.from")} name="quiet.from" type="time" defaultValue={typed("quiet.from", quiet?.from)} />
          <Field label={t("fields.to")} name="quiet.to" type="time" defaultValue={typed("quiet.to", quiet?.to)} />
        </div>
      </Choices>
      <button className="primary" type="submit" name="intent" value="change">
        {t("settings.submit")}
      </button>
    </form>
  );
}
