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
