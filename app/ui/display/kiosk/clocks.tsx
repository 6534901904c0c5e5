import { type Lang, language } from "../../../core/language/languages.ts";
import { clocks } from "../../../i18n/format.ts";
import { useNow } from "./clock.tsx";

/** The time now on every clock, named in the given languages. The first language's own clock stands first. */
export function Clocks({ langs }: { langs: readonly [Lang, ...Lang[]] }) {
  const now = useNow();
  return (
    <dl className="clocks">
      {clocks(now, langs[0]).map(({ zone, time }) => (
        <div key={zone}>
          <dt>
            {langs.map((lang) => (
              <span key={lang} lang={language(lang).tag}>
                {clocks(now, lang).find((reading) => reading.zone === zone)?.label}
              </span>
            ))}
          </dt>
          <dd>
            <time dateTime={now.toISOString()}>{time}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
