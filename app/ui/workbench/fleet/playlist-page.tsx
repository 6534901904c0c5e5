import { useTranslation } from "react-i18next";
import type { PlaylistView } from "../../../core/displays/fleet-views.ts";
import type { Lang } from "../../../core/language/languages.ts";
import { lengthWords } from "../../kit/length.ts";
import { Words } from "../../kit/words.tsx";
import { Field } from "../field.tsx";
import { NameFields } from "../people/name-fields.tsx";
import { SelectField } from "../people/select-field.tsx";
import { type FleetDone, FleetDoneNote } from "./done-note.tsx";
import { FleetPages } from "./fleet-pages.tsx";
import { ItemFields } from "./item-fields.tsx";
import { FleetRefused, problemOf, type TriedFleet } from "./refused.tsx";

interface PlaylistPageProps {
  /** As it was typed, where it was refused. */
  view: PlaylistView;
  lang: Lang;
  done: FleetDone | null;
  tried: TriedFleet | null;
}

/**
 * One playlist: its items in their order. Every button sends the whole of it, so that what was typed is kept whichever is pressed, with
 * scripts or without.
 */
export function PlaylistPage({ view, lang, done, tried }: PlaylistPageProps) {
  const { t } = useTranslation("fleet");
  const { playlist, choices, playedBy, overlaps } = view;
  return (
    <>
      <header className="desk-head">
        <h1>
          <Words text={playlist.name[lang]} lang={lang} />
        </h1>
        <p>{playedBy.length === 0 ? t("playlists.playedByNone") : t("playlists.playedBy", { names: playedBy.map(({ name }) => name).join(" · ") })}</p>
        <FleetPages page="playlists" />
      </header>
      {!tried && <FleetDoneNote done={done} />}
      <form method="post" className="playlist">
        <input type="hidden" name="revision" value={playlist.revision} />
        {/* What Enter does in a field. */}
        <button className="hidden" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
        <FleetRefused tried={tried} />
        <section className="sheet" aria-labelledby="about">
          <h2 id="about">{t("playlists.about")}</h2>
          <NameFields typed={playlist.name} refused={problemOf(t, tried, "name") !== null} />
          <Field
            label={t("playlists.timesLabel")}
            hint={t("playlists.timesHint")}
            name="times"
            autoComplete="off"
            defaultValue={tried?.typed.times ?? playlist.times.join(" ")}
            problem={problemOf(t, tried, "times")}
          />
          {overlaps.length > 0 && (
            <div className="problem-box">
              <p>
                <b>{t("playlists.overlap")}</b>
              </p>
              <ul>
                {overlaps.map(({ time, next, seconds }) => (
                  <li key={`${time} ${next}`}>{t("playlists.overlapLine", { time, next, length: lengthWords(seconds) })}</li>
                ))}
              </ul>
              <p>{t("playlists.overlapLead")}</p>
            </div>
          )}
        </section>
        <h2>{t("playlists.inOrder")}</h2>
        {playlist.items.length === 0 && <p>{t("playlists.empty")}</p>}
        <ol className="items">
          {playlist.items.map((item, index) => (
            <ItemFields
              key={item.id}
              item={item}
              index={index}
              last={index === playlist.items.length - 1}
              choices={choices}
              lang={lang}
              problem={(tried?.problem.details.fields as string[] | undefined)?.includes(`items.${index}`) ?? false}
            />
          ))}
        </ol>
        <section className="sheet" aria-labelledby="add">
          <h2 id="add">{t("playlists.addItem")}</h2>
          <SelectField label={t("playlists.kind")} name="kind" options={choices.kinds.map((kind) => ({ value: kind, words: t(`items.${kind}`) }))} />
          <button type="submit" name="intent" value="add">
            {t("playlists.add_item")}
          </button>
        </section>
        <div className="page-links">
          <button className="primary" type="submit" name="intent" value="save">
            {t("playlists.save")}
          </button>
        </div>
      </form>
      <details className="sheet">
        <summary>{t("playlists.remove")}</summary>
        <form method="post">
          <p>{t("playlists.removeLead")}</p>
          <button type="submit" name="intent" value="remove">
            {t("playlists.remove")}
          </button>
        </form>
      </details>
    </>
  );
}
