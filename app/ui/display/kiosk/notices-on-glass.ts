import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { type KioskContent, noticeOf, noticesAt } from "../content/content.ts";
import type { Place } from "./state.ts";

/** More would push out of sight what people came for. */
const MOST = 2;

/** What has to be known first: the notices above the routine that hold, the most urgent first, no more than a screen has room for. */
export const urgentNotices = ({ notices }: KioskContent, now: Date): DisplayNotice[] =>
  noticesAt(notices, now)
    .filter(({ terms }) => terms.level !== "routine")
    .slice(0, MOST);

/** The notices that a screen shows. */
export function noticesOn(content: KioskContent, place: Place, now: Date): DisplayNotice[] {
  if (place.screen === "notice") return [noticeOf(content, place.slug)].filter((notice) => notice !== null);
  return place.screen === "attract" || place.screen === "home" ? urgentNotices(content, now) : [];
}
