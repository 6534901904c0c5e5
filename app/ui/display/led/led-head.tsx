import { LANGS, type Lang, language } from "../../../core/language/languages.ts";
import { clocks } from "../../../i18n/format.ts";
import { type Material, siteNames } from "../player/site-names.ts";
import type { Setter } from "./sheets.ts";

interface Props extends Material {
  setter: Setter;
  now: Date;
  langs: readonly Lang[];
  /** Whose clock stands first. */
  first: Lang;
}

interface Reading {
  time: string;
  place: string;
}

/** Where this is and what time it is, on both clocks; the longest names that leave room for both. */
export function LedHead({ setter, langs, first, now, ...material }: Props) {
  const { frame, type } = setter;
  const size = frame.least;
  const { device } = material.speeches[first];
  const readings = clocks(now, first).map(({ zone, time, label }) => ({
    long: { time, place: label },
    short: { time, place: device(`led.clock.${LANGS.find((lang) => language(lang).zone === zone) ?? first}`) },
  }));
  const names = [siteNames(material, langs, now), siteNames(material, langs, now, true), siteNames(material, [first], now, true)];
  const times = [readings.map(({ long }) => long), readings.map(({ short }) => short)];
  const width = (text: string, lang: Lang) => type.measure(lang, size)(text);
  const namesWidth = (list: (typeof names)[number]) => list.reduce((sum, { text, lang }) => sum + width(text, lang) + GAP * size, 0);
  const timesWidth = (list: Reading[]) => list.reduce((sum, { time, place }) => sum + width(`${time} ${place}`, first) + GAP * size, 0);
  const room = frame.width - 2 * frame.pad;
  const beside = names.flatMap((some) => times.map((list) => ({ names: some, times: list })));
  const below = names.map((some) => ({ names: some, times: times.find((list) => timesWidth(list) <= room) ?? [] }));
  const chosen =
    frame.form === "totem" ? below.find((one) => namesWidth(one.names) <= room) : beside.find((one) => namesWidth(one.names) + timesWidth(one.times) <= room);
  const shownTimes = chosen && chosen.times.length > 0 ? chosen.times : readings.map(({ short }) => short);
  return (
    <header
      className={`led-head${shownTimes === chosen?.times ? "" : " is-tall"}`}
      style={{ height: frame.head, padding: `0 ${frame.pad}px`, fontSize: size, lineHeight: `${type.lineHeight(size)}px` }}
    >
      <p>
        {chosen?.names.map(({ lang, text }) => (
          <b key={lang} lang={language(lang).tag}>
            {text}
          </b>
        ))}
      </p>
      <p lang={language(first).tag} className="led-times">
        {shownTimes.map(({ time, place }) => (
          <span key={place}>
            <b>{time}</b> {place}
          </span>
        ))}
      </p>
    </header>
  );
}

/** Between names and between clocks, as a share of the size; the stylesheet has the same. */
const GAP = 0.7;
