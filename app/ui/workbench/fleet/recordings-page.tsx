import { useTranslation } from "react-i18next";
import type { RecordingsView } from "../../../core/displays/fleet-views.ts";
import { LANGUAGES, type Lang } from "../../../core/language/languages.ts";
import { formatDateTime } from "../../../i18n/format.ts";
import { lengthWords } from "../../kit/length.ts";
import { Words } from "../../kit/words.tsx";
import { Field, Labelled } from "../field.tsx";
import { NameFields } from "../people/name-fields.tsx";
import { SelectField } from "../people/select-field.tsx";
import { type FleetDone, FleetDoneNote } from "./done-note.tsx";
import { FleetPages } from "./fleet-pages.tsx";
import { FleetRefused, namesIn, problemOf, type TriedFleet } from "./refused.tsx";

interface RecordingsPageProps {
  view: RecordingsView;
  lang: Lang;
  done: FleetDone | null;
  tried: TriedFleet | null;
}

/** What loudspeakers say: recordings in every language, to be heard and read here before anybody else hears them. */
export function RecordingsPage({ view, lang, done, tried }: RecordingsPageProps) {
  const { t } = useTranslation("fleet");
  return (
    <>
      <header className="desk-head">
        <h1>{t("recordings.title")}</h1>
        <p>{t("recordings.lead")}</p>
        <FleetPages page="recordings" />
      </header>
      {!tried && <FleetDoneNote done={done} />}
      {view.rows.length === 0 && <p className="sheet">{t("recordings.none")}</p>}
      {view.rows.map((recording) => (
        <section key={recording.key} className="sheet" aria-labelledby={`r-${recording.key}`}>
          <h2 id={`r-${recording.key}`}>
            <Words text={recording.name[lang]} lang={lang} />
          </h2>
          <p className="hint">
            {recording.notice && (
              <>
                <Words text={t("recordings.ofNotice", { notice: recording.notice[lang] })} lang={lang} />
                {" · "}
              </>
            )}
            {t("recordings.playedIn", { count: recording.playedIn })}
          </p>
          <div className="pair">
            {LANGUAGES.map(({ code, tag, name }) => (
              <div key={code} className="side" lang={tag}>
                <h3>
                  {name} <Length seconds={recording.seconds[code]} />
                </h3>
                {/* biome-ignore lint/a11y/useMediaCaption: its words stand right below it */}
                <audio controls preload="none" src={`/workbench/clips/${recording.clips[code]}`} aria-label={`${recording.name[code]}, ${name}`} />
                <p>{recording.script[code]}</p>
              </div>
            ))}
          </div>
          <details>
            <summary>{t("recordings.remove")}</summary>
            <form method="post">
              <p>{t("recordings.removeLead")}</p>
              <input type="hidden" name="key" value={recording.key} />
              <button type="submit" name="intent" value="remove">
                {t("recordings.remove")}
              </button>
            </form>
          </details>
        </section>
      ))}
      <RecordingForm view={view} lang={lang} tried={tried?.typed.intent === "film" ? null : tried} />
      <FilmForm films={view.films} lang={lang} tried={tried?.typed.intent === "film" ? tried : null} />
    </>
  );
}

function RecordingForm({ view, lang, tried }: Omit<RecordingsPageProps, "done">) {
  const { t } = useTranslation("fleet");
  const typed = tried?.typed ?? {};
  return (
    <form className="sheet" method="post" encType="multipart/form-data" aria-labelledby="add">
      <h2 id="add">{t("recordings.add")}</h2>
      <p>{t("recordings.addLead")}</p>
      <FleetRefused tried={tried} />
      {view.notices.length > 0 && (
        <SelectField
          label={t("recordings.notice")}
          hint={t("recordings.noticeHint")}
          name="notice"
          defaultValue={typed.notice}
          options={[{ value: "", words: t("recordings.noNotice") }, ...view.notices.map(({ key, name }) => ({ value: key, words: name[lang] }))]}
        />
      )}
      <NameFields typed={tried ? namesIn(typed, "name") : null} refused={problemOf(t, tried, "name") !== null} />
      {LANGUAGES.map(({ code, tag, name }) => (
        <fieldset key={code} className="field">
          <legend>{name}</legend>
          <Field
            label={t("recordings.file", { language: name })}
            hint={t("recordings.fileHint")}
            name={`file.${code}`}
            type="file"
            accept="audio/mpeg,audio/wav,audio/ogg,audio/mp4,.mp3,.wav,.ogg,.m4a"
            required
            problem={problemOf(t, tried, `file.${code}`) ?? problemOf(t, tried, `length.${code}`)}
          />
          <Labelled label={t("recordings.script", { language: name })} hint={t("recordings.scriptHint")} problem={problemOf(t, tried, `script.${code}`)}>
            {(tied) => <textarea {...tied} name={`script.${code}`} lang={tag} rows={3} required maxLength={2000} defaultValue={typed[`script.${code}`]} />}
          </Labelled>
        </fieldset>
      ))}
      <Field
        label={t("recordings.rights")}
        hint={t("recordings.rightsHint")}
        name="rights"
        required
        maxLength={500}
        defaultValue={typed.rights}
        problem={problemOf(t, tried, "rights")}
      />
      <button className="primary" type="submit" name="intent" value="add">
        {t("recordings.submit")}
      </button>
    </form>
  );
}

/** How long something plays; nothing where nobody knows. */
function Length({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation("fleet");
  return seconds === null ? null : <span className="hint length">{t("length", { length: lengthWords(seconds) })}</span>;
}

/** Films for walls: what is there, and one more. */
function FilmForm({ films, lang, tried }: { films: RecordingsView["films"]; lang: Lang; tried: TriedFleet | null }) {
  const { t } = useTranslation("fleet");
  return (
    <section className="sheet" aria-labelledby="films">
      <h2 id="films">{t("films.title")}</h2>
      <p>{films.length === 0 ? t("films.none") : t("films.lead")}</p>
      <ul>
        {films.map(({ hash, rights, seconds, at }) => (
          <li key={hash}>
            <a href={`/workbench/clips/${hash}`}>{rights}</a> <Length seconds={seconds} /> <span className="hint">{formatDateTime(at, lang)}</span>
          </li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data">
        <FleetRefused tried={tried} />
        <Field
          label={t("films.file")}
          hint={t("films.fileHint")}
          name="file"
          type="file"
          accept="video/mp4,video/webm,.mp4,.webm"
          required
          problem={(problemOf(t, tried, "file") && t("films.wrong")) ?? problemOf(t, tried, "length")}
        />
        <Field
          label={t("films.rights")}
          hint={t("films.rightsHint")}
          name="rights"
          required
          maxLength={500}
          defaultValue={tried?.typed.rights}
          problem={problemOf(t, tried, "rights")}
        />
        <button type="submit" name="intent" value="film">
          {t("films.submit")}
        </button>
      </form>
    </section>
  );
}
