import type { TFunction } from "i18next";
import type { NoticeTerms } from "../../core/articles/kinds.ts";
import { hanoiDay, nextHanoiDay } from "../../core/facts/gate-status.ts";
import { type Lang, language } from "../../core/language/languages.ts";
import { formatDay } from "../../i18n/format.ts";
import { clockWords } from "./clock-words.ts";

interface Words {
  pages: TFunction<"pages">;
  common: TFunction<"common">;
}

/** From when until when a notice holds, with every clock; a notice that begins with a day of Hanoi names the day alone. */
export function periodWords({ pages, common }: Words, { from, until }: NoticeTerms, lang: Lang): string {
  const moment = (at: Date) => pages("notice.moment", { at: clockWords(common, at, lang), day: dayOf(at, lang) });
  const begin = new Date(from);
  const end = until === null ? null : new Date(until);
  if (end && dayOf(begin, lang) === dayOf(end, lang)) {
    return pages("notice.withinDay", { from: clockWords(common, begin, lang), until: clockWords(common, end, lang), day: dayOf(end, lang) });
  }
  const beginning = beginsDay(begin) ? formatDay(hanoiDay(begin), lang) : moment(begin);
  return end ? pages("notice.between", { from: beginning, until: moment(end) }) : pages("notice.since", { from: beginning });
}

const beginsDay = (at: Date): boolean => nextHanoiDay(new Date(at.getTime() - 1)).getTime() === at.getTime();

/** The instant's day on the reader's own clock. */
const dayOf = (at: Date, lang: Lang): string => formatDay(new Intl.DateTimeFormat("en-CA", { timeZone: language(lang).zone }).format(at), lang);
