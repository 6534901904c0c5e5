import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { clocks, formatDay } from "../../../i18n/format.ts";
import type { Material } from "../player/site-names.ts";
import { LedHead } from "./led-head.tsx";
import type { Setter } from "./sheets.ts";

interface Props extends Material {
  setter: Setter;
  now: Date;
  first: Lang;
}

/** Digits that are not at least so large against the least size give up what stands around them. */
const WORTH = 2.6;
/** Digits have no marks above and nothing below. */
const DIGIT_HEIGHT = 1.05;

/** Every clock as large as the display lets it be, named in all languages; with the place above and the day below where there is room. */
export function ClockPicture({ setter, first, now, ...material }: Props) {
  const { frame, type } = setter;
  const langs = ownFirst(first);
  const { least, pad } = frame;
  const stacked = frame.form === "totem";
  const over = stacked ? frame.over : least;
  const readings = clocks(now, first);
  const digit = type.measure(first, 100)("00:00") / 100;
  const room = frame.width / (stacked ? 1 : readings.length) - pad * 3;
  const named = (some: readonly Lang[], zone: string) =>
    some.map((lang) => ({ lang, text: clocks(now, lang).find((reading) => reading.zone === zone)?.label ?? "" }));
  const days = langs.map((lang) => ({ lang, text: formatDay(hanoiDay(now), lang) }));
  /** How many lines texts take that stand beside one another where they can. */
  const linesOf = (texts: { lang: Lang; text: string }[], size: number, width: number) =>
    texts.reduce((sum, { lang, text }) => sum + type.measure(lang, size)(text) + size, 0) > width ? texts.length : 1;
  const nameLines = Math.max(...readings.map(({ zone }) => linesOf(named(langs, zone), over, room)));
  const wide = frame.width - 2 * pad;
  const daySize = [frame.over, least].find((size) => days.every(({ lang, text }) => type.measure(lang, size)(text) <= wide)) ?? Math.floor(least * 0.8);
  const dayHeight = type.lineHeight(daySize) * linesOf(days, daySize, wide) + 2 * pad;
  const head = Math.round(type.lineHeight(least) * 1.3);
  const layout = (around: boolean, both: boolean, nameSize: number) => {
    const names = type.lineHeight(nameSize) * (both ? nameLines : 1) * (stacked ? readings.length : 1);
    const high = (frame.height - (around ? head + dayHeight : 0) - names - pad * (stacked ? 8 : 2)) / (stacked ? readings.length : 1);
    return { around, both, nameSize, size: Math.floor(Math.min(room / digit, high / DIGIT_HEIGHT)) };
  };
  const layouts = [layout(frame.head > 0, true, over), layout(false, true, least)];
  const { around, both, nameSize, size } = layouts.find((one) => one.size >= least * WORTH) ?? layout(false, false, least);
  return (
    <>
      {around && <LedHead setter={setter} {...material} now={now} langs={langs} first={null} height={head} />}
      <div className="led-clock">
        <dl className={stacked ? "is-stacked" : undefined}>
          {readings.map(({ zone, time }) => (
            <div key={zone}>
              <dt style={{ fontSize: nameSize, lineHeight: `${type.lineHeight(nameSize)}px` }}>
                {named(both ? langs : langs.filter((lang) => language(lang).zone === zone), zone).map(({ lang, text }) => (
                  <span key={lang} lang={language(lang).tag}>
                    {text}
                  </span>
                ))}
              </dt>
              <dd style={{ fontSize: size, lineHeight: DIGIT_HEIGHT }}>
                <time dateTime={now.toISOString()}>{time}</time>
              </dd>
            </div>
          ))}
        </dl>
        {around && (
          <p className="led-day" style={{ padding: pad, fontSize: daySize, lineHeight: `${type.lineHeight(daySize)}px` }}>
            {days.map(({ lang, text }) => (
              <span key={lang} lang={language(lang).tag}>
                {text}
              </span>
            ))}
          </p>
        )}
      </div>
    </>
  );
}
