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
  validUntil: Date | null;
}

const PAGES = 20;

export async function readFrame({ db, now }: Reading, lang: Lang): Promise<FrameView> {
  return db.snapshot(async (tx) => {
    const { current, validUntil } = await listNotices(tx, lang, now());
    const pages = await listOfKind(tx, lang, "page", PAGES);
    return {
      urgent: current.filter(({ terms }) => terms.level !== "routine"),
      pages: pages.map(({ slug, title }) => ({ slug, title })).reverse(),
      validUntil,
    };
  });
}
