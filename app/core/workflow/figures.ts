import { LANGS, type Lang } from "../language/languages.ts";
import type { PairAtWork } from "./progress.ts";

/** How far translations are: how many of their parts, the structure among them, are current, stale, missing. The source's own words are no translation. */
export interface Figures {
  current: number;
  stale: number;
  missing: number;
}

export const FIGURES = ["current", "stale", "missing"] as const;

/** As they are now, when more can be said. */
export interface FiguresNow extends Figures {
  /** How many of the current ones wait for a second person. */
  inReview: number;
  /** How many parts, in any language, were sent back and still wait. */
  returned: number;
}

/** What one team's translations into one language come to; `team` "": those of no team. */
export interface TeamFigures extends Figures {
  team: string;
  lang: Lang;
}

/** What all languages come to at the end of a day (YYYY-MM-DD, Hanoi). */
export interface DayFigures extends Figures {
  day: string;
}

type Counted = Pick<PairAtWork, "team" | "sourceLang" | "progress" | "returned">;

/** @param lang only translations into this language; null: into any */
export function figuresOf(pairs: readonly Counted[], lang: Lang | null): FiguresNow {
  const figures: FiguresNow = { current: 0, stale: 0, missing: 0, inReview: 0, returned: 0 };
  for (const { sourceLang, progress, returned } of pairs) {
    for (const target of LANGS) {
      if (target === sourceLang || (lang !== null && target !== lang)) continue;
      const { stale, missing, in_review, approved, published } = progress[target];
      figures.current += in_review + approved + published;
      figures.stale += stale;
      figures.missing += missing;
      figures.inReview += in_review;
    }
    figures.returned += returned;
  }
  return figures;
}

/** By team and language, each that has anything to translate; in the order of the teams' keys, then of the languages. */
export function figuresByTeam(pairs: readonly Counted[]): TeamFigures[] {
  const teams = Map.groupBy(pairs, ({ team }) => team ?? "");
  return [...teams.keys()].sort().flatMap((team) =>
    LANGS.map((lang): TeamFigures => {
      const { current, stale, missing } = figuresOf(teams.get(team) ?? [], lang);
      return { team, lang, current, stale, missing };
    }).filter((figures) => sumOf(figures) > 0),
  );
}

export const sumOf = ({ current, stale, missing }: Figures): number => current + stale + missing;
