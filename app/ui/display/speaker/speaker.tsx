import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { bulletinAt } from "../../../core/displays/bulletins.ts";
import { holding } from "../../../core/displays/emergency.ts";
import type { Recording } from "../../../core/displays/playlist.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { language, ownFirst } from "../../../core/language/languages.ts";
import { formatDay } from "../../../i18n/format.ts";
import { clockWords } from "../../kit/clock-words.ts";
import { Mark } from "../../kit/mark.tsx";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { ClockFaces } from "../content/clock-faces.tsx";
import type { Stage } from "../device/stage.ts";
import { siteNames } from "../player/site-names.ts";
import { type PlayerSpeech, speechesOf } from "../player/speeches.ts";
import { noticeSayings } from "../player/texts.ts";
import { type Announcing, runAnnouncer } from "./announcer.ts";
import { fitHeight } from "./fit-height.ts";
import { Meanwhile, type Standing } from "./meanwhile.tsx";
import { browserSound, type Sound } from "./sound.ts";

/** A loudspeaker's page: it speaks, and shows in both languages what is being said and when it will be next. */
export function Speaker({ stage }: { stage: Stage }) {
  const [sound, setSound] = useState<Sound | null>(null);
  const [told, setTold] = useState<Announcing | null>(null);
  useEffect(() => {
    const own = browserSound();
    setSound(own);
    const announcer = runAnnouncer(stage, own, setTold);
    return () => {
      announcer.stop();
      own.close();
    };
  }, [stage]);
  return <div className="speaker">{told && sound && <Page stage={stage} told={told} onTouch={sound.unlock} />}</div>;
}

function Page({ stage, told, onTouch }: { stage: Stage; told: Announcing; onTouch: () => void }) {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (main.current) fitHeight(main.current);
  });
  const { content, words } = stage.content.holding();
  const { settings, site } = stage.manifest();
  const speeches = speechesOf(words);
  const langs = ownFirst(settings.languages.first);
  const names = siteNames({ content, site, speeches }, langs, told.now);
  const { playlist, recordings } = stage.manifest();
  const coming =
    playlist && told.next ? bulletinAt(playlist, recordings, settings.languages, told.next).flatMap(({ recording, chime }) => (chime ? [recording] : [])) : [];
  const standing = { content, site, notices: holding(stage.notices(), told.now), speeches };
  return (
    <>
      <header className="speaker-head">
        <Mark />
        <h1>
          {names.map(({ lang, text }) => (
            <span key={lang} lang={language(lang).tag}>
              {text}
            </span>
          ))}
        </h1>
        <ClockFaces className="speaker-clocks" langs={langs} now={told.now} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard (axe: scrollable-region-focusable) */}
      <main ref={main} className="speaker-main" data-urgent={told.urgent.length > 0 || undefined} tabIndex={0}>
        {langs.map((lang) => (
          <section key={lang} lang={language(lang).tag} data-said={told.saying?.lang === lang || undefined}>
            <Side told={told} speech={speeches[lang]} coming={coming} standing={standing} />
          </section>
        ))}
      </main>
      {told.blocked && (
        <div className="speaker-touch" role="alert">
          {langs.map((lang) => (
            <div key={lang} lang={language(lang).tag}>
              <h2>{speeches[lang].device("speaker.touch.title")}</h2>
              <p>{speeches[lang].device("speaker.touch.body")}</p>
            </div>
          ))}
          <button type="button" onClick={onTouch}>
            {langs.map((lang) => (
              <span key={lang} lang={language(lang).tag}>
                {speeches[lang].device("speaker.touch.button")}
              </span>
            ))}
          </button>
        </div>
      )}
    </>
  );
}

interface SideProps {
  told: Announcing;
  speech: PlayerSpeech;
  /** What the next time of the timetable says. */
  coming: Recording[];
  standing: Standing;
}

/** One language's half: an emergency before all else, then what is being said, then when it will be next and what holds at the gate meanwhile. */
function Side({ told, speech, coming, standing }: SideProps) {
  const { saying, urgent } = told;
  const { device, lang, unsure } = speech;
  const [notice] = urgent;
  if (notice) {
    const [title, ...rest] = noticeSayings(notice, true, lang, unsure);
    return (
      <>
        <p className="speaker-what is-urgent">
          <NoticeSign level="emergency" /> {device("speaker.emergency")}
        </p>
        <h2>{title.text}</h2>
        {rest.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
        {!saying && <p className="speaker-note">{device("speaker.readOut")}</p>}
      </>
    );
  }
  if (saying) {
    return (
      <>
        <p className="speaker-what">
          <Waves sounding={saying.lang === lang} /> {device(saying.lang === lang ? "speaker.now" : "speaker.both")}
        </p>
        <h2>{saying.recording.name[lang]}</h2>
        <p className="speaker-script">{saying.recording.script[lang]}</p>
      </>
    );
  }
  return (
    <>
      <Next told={told} speech={speech} coming={coming} />
      <Meanwhile {...standing} speech={speech} now={told.now} />
    </>
  );
}

/** When the loudspeaker speaks next, and what. */
function Next({ told: { next, quiet, now }, speech, coming }: Omit<SideProps, "standing">) {
  const { device, common, lang } = speech;
  return (
    <>
      <p className="speaker-what">
        <Waves sounding={false} /> {device(next ? "speaker.next" : "speaker.waiting")}
      </p>
      {next && (
        <h2>
          {clockWords(common, next, lang)}
          {hanoiDay(next) !== hanoiDay(now) && <small>{formatDay(hanoiDay(next), lang)}</small>}
        </h2>
      )}
      {coming.length > 0 && (
        <ul className="speaker-coming">
          {coming.map(({ key, name }) => (
            <li key={key}>{name[lang]}</li>
          ))}
        </ul>
      )}
      {quiet ? <p>{device("speaker.quiet")}</p> : !next && <p>{device("speaker.none")}</p>}
    </>
  );
}

/** A loudspeaker; with its waves while it speaks. Decorative: the words beside it say so. */
function Waves({ sounding }: { sounding: boolean }) {
  return (
    <svg
      className="speaker-waves"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M3 9.5v5h3.5L12 19V5L6.5 9.5Z" fill="currentColor" />
      {sounding && <path d="M15.5 9a4.5 4.5 0 0 1 0 6m2.7-8.7a8.3 8.3 0 0 1 0 11.4" />}
    </svg>
  );
}
