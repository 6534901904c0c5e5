import type { ArticleAbout } from "./article.ts";

/**
 * What an article is for readers. All kinds are written, approved and published alike, as pairs; they differ in where they stand.
 * phrase: the title is the sentence to show, the summary says when, the segment "reading" how to say the other language's sentence.
 * page: a page about the portal itself.
 */
export const ARTICLE_KINDS = ["article", "question", "phrase", "notice", "page"] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** The three levels of Circular 39/2020/TT-BTTTT: thông thường, ưu tiên, khẩn cấp; the least first. */
export const NOTICE_LEVELS = ["routine", "priority", "emergency"] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];

export interface NoticeTerms {
  level: NoticeLevel;
  /** Instants, ISO 8601 in UTC. `until` null: until it is taken back. */
  from: string;
  until: string | null;
}

/** Whether a notice holds at an instant. */
export const holdsAt = (terms: NoticeTerms, now: Date): boolean =>
  Date.parse(terms.from) <= now.getTime() && (terms.until === null || now.getTime() < Date.parse(terms.until));

export type NoticePhase = "coming" | "current" | "ended";

export function phaseAt(terms: NoticeTerms, now: Date): NoticePhase {
  if (holdsAt(terms, now)) return "current";
  return now.getTime() < Date.parse(terms.from) ? "coming" : "ended";
}

/** The next instant at which a notice begins or ends; null: it stays as it is. */
export function nextTurnOf({ from, until }: NoticeTerms, now: Date): Date | null {
  const turns = [from, until].flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]));
  const next = turns.find((turn) => turn > now.getTime());
  return next === undefined ? null : new Date(next);
}

/** Whether something that names these gates concerns a gate: none named means all of them. */
export const concernsGate = (gates: readonly string[], gate: string): boolean => gates.length === 0 || gates.includes(gate);

/** For sorting: the most urgent first, of the same level the newest. */
export function byUrgency(a: NoticeTerms, b: NoticeTerms): number {
  return NOTICE_LEVELS.indexOf(b.level) - NOTICE_LEVELS.indexOf(a.level) || byNewest(a, b);
}

/** For sorting: the one that began last first. */
export const byNewest = (a: NoticeTerms, b: NoticeTerms): number => Date.parse(b.from) - Date.parse(a.from);

/** Its page's path below the language's prefix. Phrases share one page. */
export function pathOf(kind: ArticleKind, slug: string): string {
  switch (kind) {
    case "article":
      return `/articles/${slug}`;
    case "question":
      return `/questions/${slug}`;
    case "notice":
      return `/notices/${slug}`;
    case "phrase":
      return `/phrases#${slug}`;
    case "page":
      return `/${slug}`;
  }
}

/** What is wrong with an article's particulars, as short codes; empty when they may be kept. */
export function faultsOfAbout(about: ArticleAbout): string[] {
  const faults: string[] = [];
  if (!ARTICLE_KINDS.includes(about.kind)) faults.push(`kind:${about.kind}`);
  if ((about.kind === "notice") !== (about.notice !== null)) faults.push("notice");
  if (about.kind !== "page" && about.topic === "") faults.push("topic");
  const { notice } = about;
  if (notice?.until && Date.parse(notice.until) <= Date.parse(notice.from)) faults.push("notice:until");
  return faults;
}
