import { useTranslation } from "react-i18next";
import type { PlaylistsView } from "../../../core/displays/fleet-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { Words } from "../../kit/words.tsx";
import { NameFields } from "../people/name-fields.tsx";
import { SelectField } from "../people/select-field.tsx";
import { type FleetDone, FleetDoneNote } from "./done-note.tsx";
import { FleetPages } from "./fleet-pages.tsx";
import { FleetRefused, namesIn, problemOf, type TriedFleet } from "./refused.tsx";

interface PlaylistsPageProps {
  view: PlaylistsView;
  lang: Lang;
  done: FleetDone | null;
  tried: TriedFleet | null;
}

/** What displays play in a loop, and what loudspeakers say: every playlist. */
export function PlaylistsPage({ view, lang, done, tried }: PlaylistsPageProps) {
  const { t } = useTranslation("fleet");
  const { rows, sites, forAll } = view;
  return (
    <>
      <header className="desk-head">
        <h1>{t("playlists.title")}</h1>
        <p>{t("playlists.lead")}</p>
        <FleetPages page="playlists" />
      </header>
      {!tried && <FleetDoneNote done={done} />}
      {rows.length === 0 ? (
        <p className="sheet">{t("playlists.none")}</p>
      ) : (
        <ul className="sheet sites">
          {rows.map(({ key, name, site, items, times }) => (
            <li key={key}>
              <a href={`/workbench/playlists/${key}`}>
                <Words text={name[lang]} lang={lang} />
              </a>{" "}
              <span className="hint">
                {site ? <Words text={site[lang]} lang={lang} /> : t("playlists.anySite")}
                {" · "}
                {t("playlists.items", { count: items })}
                {times > 0 && ` · ${t("playlists.times", { count: times })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <form className="sheet" method="post" aria-labelledby="add">
        <h2 id="add">{t("playlists.add")}</h2>
        <FleetRefused tried={tried} />
        <NameFields typed={tried ? namesIn(tried.typed, "name") : null} refused={problemOf(t, tried, "name") !== null} />
        <SelectField
          label={t("fields.site")}
          name="site"
          defaultValue={tried?.typed.site}
          problem={problemOf(t, tried, "site")}
          options={[...(forAll ? [{ value: "", words: t("playlists.anySite") }] : []), ...sites.map(({ key, name }) => ({ value: key, words: name[lang] }))]}
        />
        <button className="primary" type="submit">
          {t("playlists.submit")}
        </button>
      </form>
    </>
  );
}
