import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { language } from "../../../core/language/languages.ts";
import { NoticeSign } from "../../kit/notice-sign.tsx";
import { StatusSign } from "../../kit/status-sign.tsx";
import { gateRows, ownStatuses } from "../player/gate-statuses.ts";
import type { Material } from "../player/site-names.ts";
import type { PlayerSpeech } from "../player/speeches.ts";
import { noticeSayings } from "../player/texts.ts";

/** What stands on the page while nothing is said. */
export interface Standing extends Material {
  /** Those that hold, the most urgent first. */
  notices: readonly DisplayNotice[];
}

/** So many notices have room; more are told where there is more of it. */
const MOST_NOTICES = 2;

/** How it stands at the gate, or at every gate where this is none, and the notices that hold: for who waits by a silent loudspeaker. */
export function Meanwhile({ content, site, speeches, notices, speech, now }: Standing & { speech: PlayerSpeech; now: Date }) {
  const { device, lang, unsure } = speech;
  const own = content.gates.find(({ key }) => key === site);
  return (
    <div className="speaker-meanwhile">
      <h2>{device(own ? "speaker.gate" : "speaker.gates")}</h2>
      <ul className={own ? undefined : "is-board"}>
        {own
          ? ownStatuses(content, own, speech, true, now).map(({ state, over, word, detail }) => (
              <li key={over} className={`state-${state}`}>
                <StatusSign state={state} />
                <div>
                  <p>
                    {over} <b>{word}</b>
                  </p>
                  {detail && <p className="speaker-detail">{detail}</p>}
                </div>
              </li>
            ))
          : gateRows(content, null, speeches, now).map(({ key, state, name, word }) => (
              <li key={key} className={`state-${state}`}>
                <StatusSign state={state} />
                <p>
                  <span lang={language(name[lang].lang).tag}>{name[lang].text}</span> <b>{word[lang]}</b>
                </p>
              </li>
            ))}
      </ul>
      {notices.length > 0 && (
        <>
          <h2>{device("speaker.notices")}</h2>
          <ul>
            {notices.slice(0, MOST_NOTICES).map((notice) => (
              <li key={notice.id}>
                <NoticeSign level={notice.terms.level} />
                <p>{noticeSayings(notice, false, lang, unsure)[0].text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
