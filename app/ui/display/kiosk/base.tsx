import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { type Lang, language } from "../../../core/language/languages.ts";
import { clocks, formatDateTime } from "../../../i18n/format.ts";
import { EMERGENCY } from "../../kit/emergency-numbers.tsx";
import type { Speech } from "../content/words.ts";
import { useNow } from "./clock.tsx";
import { useKiosk } from "./kiosk-context.tsx";

/** The foot of every screen: the emergency numbers, always in sight, and how fresh the rest is. */
export function Base({ langs }: { langs: readonly Lang[] }) {
  const { speech, contact } = useKiosk();
  const now = useNow();
  return (
    <footer className="base">
      <ul className="sos">
        {EMERGENCY.map(({ number, help, abroad }) => (
          <li key={number}>
            <b>{number}</b>
            <span>
              {langs.map((lang) => (
                <span key={lang} lang={language(lang).tag}>
                  {speech(lang).common(`emergency.${help}`)}
                </span>
              ))}
            </span>
            {abroad && langs.length === 1 && <small>{langs.map((lang) => speech(lang).common("emergency.abroad", { number: abroad }))}</small>}
          </li>
        ))}
      </ul>
      <p className="fresh" role="status">
        {langs.map((lang) => (
          <span key={lang} lang={language(lang).tag}>
            {speech(lang).t(contact.connected ? "updated" : "disconnected", { at: moment(contact.confirmedAt, now, speech(lang)) })}
          </span>
        ))}
      </p>
    </footer>
  );
}

/** A time on the reader's own clock; with its day when that is not today. */
function moment(at: Date, now: Date, { common, lang }: Speech): string {
  if (hanoiDay(at) !== hanoiDay(now)) return formatDateTime(at, lang);
  const [own] = clocks(at, lang);
  return common("clock.one", { time: own?.time, zone: own?.label });
}
