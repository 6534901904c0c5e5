import { type Lang, language } from "../../../core/language/languages.ts";
import { clocks } from "../../../i18n/format.ts";

interface ClockFacesProps {
  langs: readonly Lang[];
  now: Date;
  className: string;
}

/** An instant on every clock, named in the given languages. The first language's own clock stands first. */
export function ClockFaces({ langs, now, className }: ClockFacesProps) {
  const [first] = langs as [Lang];
  return (
    <dl className={className}>
      {clocks(now, first).map(({ zone, time }) => (
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
