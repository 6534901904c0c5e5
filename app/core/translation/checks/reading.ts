import type { Lang } from "../../language/languages.ts";
import { wordsOf } from "./masked.ts";
import { type Contact, readContacts, readLinks } from "./read-contacts.ts";
import { type DateFound, readDates, type WeekdayFound } from "./read-dates.ts";
import { type DocumentNumber, readDocuments } from "./read-documents.ts";
import { type Code, type NumberFound, readCodes, readNumbers } from "./read-numbers.ts";
import { readTimes, type TimeFound, type ZoneFound } from "./read-times.ts";

/** Everything in a text that must say the same in another language, each thing found once: what is a date is no number. */
export interface Reading {
  lang: Lang;
  /** As it is stored. */
  text: string;
  /** Without markup and placeholders; every sign at its place. */
  words: string;
  links: Contact[];
  contacts: Contact[];
  documents: DocumentNumber[];
  dates: DateFound[];
  weekdays: WeekdayFound[];
  times: TimeFound[];
  zones: ZoneFound[];
  codes: Code[];
  numbers: NumberFound[];
  /** Values that the text may stand for besides: those of words, and the parts of what was taken out as something else. */
  hints: number[];
}

const FIGURE = /\d/;
const digitsIn = (shown: string): number[] => (shown.match(/\d+/g) ?? []).map(Number);

export function readText(text: string, lang: Lang): Reading {
  const words = wordsOf(text);
  const links = text.includes("](") ? readLinks(text) : [];
  const hasFigures = FIGURE.test(words);
  const { contacts, rest: withoutContacts } = hasFigures || /[.@]/.test(words) ? readContacts(words) : { contacts: [], rest: words };
  const { documents, rest: withoutDocuments } = hasFigures ? readDocuments(withoutContacts) : { documents: [], rest: withoutContacts };
  const { dates, weekdays, rest: withoutDates } = readDates(withoutDocuments, lang);
  const { times, zones, rest: withoutTimes } = readTimes(withoutDates, lang);
  const { codes, rest } = hasFigures ? readCodes(withoutTimes) : { codes: [], rest: withoutTimes };
  const { numbers, hints } = readNumbers(rest, lang);
  const parts = [
    ...[...documents, ...codes, ...contacts].flatMap(({ shown }) => digitsIn(shown)),
    ...dates.flatMap(({ day, month, year }) => [day, month, ...(year === null ? [] : [year])]),
    ...weekdays.flatMap(({ weekday }) => [weekday, weekday + 1]),
    ...times.flatMap(({ minutes, shown }) => [Math.floor(minutes / 60), minutes % 60, ...digitsIn(shown)]),
  ];
  return { lang, text, words, links, contacts, documents, dates, weekdays, times, zones, codes, numbers, hints: [...hints, ...parts] };
}
