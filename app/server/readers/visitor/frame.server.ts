import { nextTurnOf } from "../../../core/articles/kinds.ts";
import { earliest } from "../../../core/facts/gate-status.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { listOfKind } from "./listed.server.ts";
import { type ListedNotice, listNotices } from "./notices.server.ts";

/** What stands around every visitors' page. */
export interface FrameView {
  /** Notices above the routine that hold now, the most urgent first. */
  urgent: ListedNotice[];
  /** The pages about the portal, in the order in which they were made. */
  pages: { slug: string; title: string }[];
  /** When one of the notices above the routine begins or ends. */
  validUntil: Date | null;
}

const PAGES = 20;

const isUrgent = ({ terms }: ListedNotice): boolean => terms.level !== "routine";

export async function readFrame({ db, now }: Reading, lang: Lang): Promise<FrameView> {
  return db.snapshot(async (tx) => {
    const instant = now();
    const { current, coming } = await listNotices(tx, lang, instant);
    const urgent = current.filter(isUrgent);
    const pages = await listOfKind(tx, lang, "page", PAGES);
    return {
      urgent,
      pages: pages.map(({ slug, title }) => ({ slug, title })).reverse(),
      validUntil: earliest([...urgent, ...coming.filter(isUrgent)].map(({ terms }) => nextTurnOf(terms, instant))),
    };
  });
}
