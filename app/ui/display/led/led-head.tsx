import { LANGS, type Lang, language } from "../../../core/language/languages.ts";
import { clocks } from "../../../i18n/format.ts";
import { Mark } from "../../kit/mark.tsx";
import { type Material, siteNames } from "../player/site-names.ts";
import type { Setter } from "./sheets.ts";

interface Props extends Material {
  setter: Setter;
  now: Date;
  langs: readonly Lang[];
  /** Whose clock stands first; null: clocks stand elsewhere. */
  first: Lang | null;
  height?: number;
}

/** Between names and between clocks, and beside the mark, as a share of the size; the stylesheet has the same. */
const GAP = 0.8;
const MARK = 1.25;
/** Smaller, the carpels of the mark run together. */
const LEAST_OF_MARK = 22;

/** Where this is and what time it is, on every clock; the longest names that leave room for both. */
export function LedHead({ setter, langs, first, now, height = setter.frame.head, ...material }: Props) {
  const { frame, type } = setter;
  const size = frame.least;
  const own = first ?? langs[0] ?? LANGS[0];
  const readings = first && own ? readingsOf(material, first, now) : [];
  const marked = size >= LEAST_OF_MARK;
  const room = frame.width - 2 * frame.pad - (marked ? (MARK + GAP) * size : 0);
  const width = (text: string, lang: Lang) => type.measure(lang, size)(text) + GAP * size;
  const names = [siteNames(material, langs, now), siteNames(material, langs, now, true), siteNames(material, langs.slice(0, 1), now, true)];
  const times = [readings.map(({ time, long }) => ({ time, place: long })), readings.map(({ time, short }) => ({ time, place: short }))];
  const namesWidth = (list: (typeof names)[number]) => list.reduce((sum, { text, lang }) => sum + width(text, lang), 0);
  const timesWidth = (list: (typeof times)[number]) => list.reduce((sum, { time, place }) => sum + width(`${place} ${time}`, own as Lang), 0);
  const chosen = names
    .flatMap((some) => times.map((list) => ({ names: some, times: list })))
    .find((one) => (frame.form === "totem" ? namesWidth(one.names) : namesWidth(one.names) + timesWidth(one.times)) <= room);
  // On a totem every clock has a line of its own.
  const shown = frame.form === "totem" ? times[0] : (chosen?.times ?? times[1]);
  return (
    <header className="led-head" style={{ height, padding: `0 ${frame.pad}px`, fontSize: size, lineHeight: `${type.lineHeight(size)}px` }}>
      <p className="led-names">
        {marked && <Mark />}
        {(chosen?.names ?? names[2])?.map(({ lang, text }) => (
          <b key={lang} lang={language(lang).tag}>
            {text}
          </b>
        ))}
      </p>
      {shown && shown.length > 0 && (
        <p lang={language(own as Lang).tag} className="led-times">
          {shown.map(({ time, place }) => (
            <span key={place}>
              <span>{place}</span> <b>{time}</b>
            </span>
          ))}
        </p>
      )}
    </header>
  );
}

/** Every clock, with the name of its zone, and with that of its capital alone. */
function readingsOf({ speeches }: Material, first: Lang, now: Date) {
  const { device } = speeches[first];
  return clocks(now, first).map(({ zone, time, label }) => ({
    time,
    long: label.charAt(0).toLocaleUpperCase(first) + label.slice(1),
    short: device(`led.clock.${LANGS.find((lang) => language(lang).zone === zone) ?? first}`),
  }));
}
