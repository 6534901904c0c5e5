import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { type Lang, language, ownFirst } from "../../../core/language/languages.ts";
import { clocks, formatDay } from "../../../i18n/format.ts";
import { type Material, siteNames } from "../player/site-names.ts";
import type { Setter } from "./sheets.ts";

interface Props extends Material {
  setter: Setter;
  now: Date;
  first: Lang;
}

/** Digits that are not at least so large against the least size give up what stands around them. */
const WORTH = 2.6;

/** Both clocks as large as the display lets them be, named in both languages; with the place and the day where there is room. */
export function ClockPicture({ setter, first, now, ...material }: Props) {
  const { frame, type } = setter;
  const langs = ownFirst(first);
  const { least, pad } = frame;
  const stacked = frame.form === "totem";
  const placeSize = Math.round(least * 1.2);
  const digit = type.measure(first, 100)("00:00") / 100;
  const names = { className: "led-place", size: placeSize, lines: siteNames(material, langs, now) };
  const days = { className: "led-day", size: least, lines: langs.map((lang) => ({ lang, text: formatDay(hanoiDay(now), lang) })) };
  const tall = ({ lines, size }: typeof names) => lines.reduce((sum, { lang, text }) => sum + type.measure(lang, size)(text) + size, 0) > frame.width - 2 * pad;
  const heightOf = (some: typeof names) => type.lineHeight(some.size) * (tall(some) ? some.lines.length : 1);
  const layout = (around: boolean, both: boolean) => {
    const taken = (around ? heightOf(names) + heightOf(days) + 4 * pad : 0) + type.lineHeight(least) * (both ? 2 : 1) * (stacked ? 2 : 1);
    const each = { width: frame.width / (stacked ? 1 : 2) - pad * 3, height: (frame.height - taken - pad * 2) / (stacked ? 2 : 1) };
    return { around, both, size: Math.floor(Math.min(each.width / digit, each.height / DIGIT_HEIGHT)) };
  };
  const layouts = [layout(true, true), layout(false, true), layout(false, false)];
  const { around, both, size } = layouts.find((one) => one.size >= least * WORTH) ?? layout(false, false);
  return (
    <div className="led-clock" style={{ padding: pad, gap: around ? pad * 2 : 0 }}>
      {around && <Lines {...names} setter={setter} tall={tall(names)} />}
      <dl className={stacked ? "is-stacked" : undefined} style={{ gap: pad * 2 }}>
        {clocks(now, first).map(({ zone, time }) => (
          <div key={zone}>
            <dt style={{ fontSize: least, lineHeight: `${type.lineHeight(least)}px` }}>
              {(both ? langs : langs.filter((lang) => language(lang).zone === zone)).map((lang) => (
                <span key={lang} lang={language(lang).tag}>
                  {clocks(now, lang).find((reading) => reading.zone === zone)?.label}
                </span>
              ))}
            </dt>
            <dd style={{ fontSize: size, lineHeight: DIGIT_HEIGHT }}>
              <time dateTime={now.toISOString()}>{time}</time>
            </dd>
          </div>
        ))}
      </dl>
      {around && <Lines {...days} setter={setter} tall={tall(days)} />}
    </div>
  );
}

/** Digits have no marks above and nothing below. */
const DIGIT_HEIGHT = 1.05;

interface LinesProps {
  className: string;
  size: number;
  setter: Setter;
  lines: { lang: Lang; text: string }[];
  /** One below the other: they are too wide for one row. */
  tall: boolean;
}

function Lines({ className, size, setter, lines, tall }: LinesProps) {
  return (
    <p className={tall ? `${className} is-tall` : className} style={{ fontSize: size, lineHeight: `${setter.type.lineHeight(size)}px` }}>
      {lines.map(({ lang, text }) => (
        <span key={lang} lang={language(lang).tag}>
          {text}
        </span>
      ))}
    </p>
  );
}
