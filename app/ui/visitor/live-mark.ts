/**
 * Value of `data-live` on what shows gates: the kinds of change (core/announcement.ts) after which public/portal/live.js puts the
 * element's new content in its place. Such an element needs an id.
 */
export const LIVE = "gate place";
