import { FLOWS, type Gate } from "../../../core/facts/gate.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { formatFact } from "../../../i18n/format.ts";
import { flowWords } from "../../kit/flow-words.ts";
import { StatusSign } from "../../kit/status-sign.tsx";
import { confirmedWords, statusWords } from "../../kit/status-words.ts";
import { agencyName, type FlowStatus, flowStatuses, restsOnUnverifiedHours } from "../content/statuses.ts";
import { useNow } from "./clock.tsx";
import { useKiosk } from "./kiosk-context.tsx";

/** A gate's status, flow by flow, in the given languages: what holds, until when on every clock, and how sure it is. */
export function StatusCard({ gate, langs }: { gate: Gate; langs: readonly Lang[] }) {
  const { state } = useKiosk();
  const now = useNow();
  return (
    <ul className="status">
      {FLOWS.flatMap((flow) => flowStatuses(state.content, gate, flow, now)).map((status) => (
        <Flow key={`${status.flow} ${status.direction}`} status={status} langs={langs} now={now} />
      ))}
    </ul>
  );
}

function Flow({ status, langs, now }: { status: FlowStatus; langs: readonly Lang[]; now: Date }) {
  const { state, speech } = useKiosk();
  const each = langs.map((lang) => ({ lang, tag: language(lang).tag, common: speech(lang).common, t: speech(lang).t }));
  const alone = langs.length === 1;
  return (
    <li className={`state-${status.status.state}`}>
      <StatusSign state={status.status.state} />
      <div>
        <p className="flow">
          {each.map(({ lang, tag, common }) => (
            <span key={lang} lang={tag}>
              {flowWords(common, status)}
            </span>
          ))}
        </p>
        <p className="word">
          {each.map(({ lang, tag, common }) => (
            <b key={lang} lang={tag}>
              {statusWords(common, status, lang).word}
            </b>
          ))}
        </p>
        <div className="details">
          {each.map(({ lang, tag, common, t }) => {
            const { detail } = statusWords(common, status, lang);
            const confirmed = confirmedWords(common, status, lang);
            // The timetable beside it only where there is room for it: with one language.
            const hours = alone && status.hours?.value.type === "hours" ? t("status.hours", { hours: formatFact(status.hours.value, lang) }) : null;
            return [detail, confirmed, hours].map(
              (line) =>
                line && (
                  <p key={`${lang} ${line}`} lang={tag} className="detail">
                    {line}
                  </p>
                ),
            );
          })}
        </div>
        {status.hours && (alone ? status.hours.mark === "verify" : restsOnUnverifiedHours(status)) && (
          <p className="marks">
            {each.map(({ lang, tag, common }) => (
              <span key={lang} lang={tag} className="verify">
                {alone ? common("mark.verifyBy", { agency: agencyName(state.content.agencies, status.hours?.agency ?? "", now, lang) }) : common("mark.verify")}
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}
