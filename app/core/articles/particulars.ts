import type { ArticleAbout } from "./article.ts";
import { faultsOfAbout, NOTICE_LEVELS } from "./kinds.ts";

/** The fields in which an article's particulars may be wrong. */
export type ParticularsField = "kind" | "topic" | "gates" | "agency" | "verifiedOn" | "verifyAgainBy" | "notice";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a day of the calendar, YYYY-MM-DD. */
export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** What exists, for particulars to name. */
export interface Places {
  topics: readonly string[];
  gates: readonly string[];
  agencies: readonly string[];
}

/** The fields that are wrong; empty when the particulars may be kept. */
export function wrongParticulars(about: ArticleAbout, places: Places): ParticularsField[] {
  const wrong = new Set<ParticularsField>();
  for (const fault of faultsOfAbout(about)) {
    const [field] = fault.split(":");
    if (field === "kind" || field === "topic" || field === "notice") wrong.add(field);
  }
  if (about.topic !== "" && !places.topics.includes(about.topic)) wrong.add("topic");
  if (about.kind === "page" && about.topic !== "") wrong.add("topic");
  if (!places.agencies.includes(about.agency)) wrong.add("agency");
  if (about.gates.some((gate) => !places.gates.includes(gate)) || new Set(about.gates).size < about.gates.length) wrong.add("gates");
  if (about.verifiedOn !== null && !isDay(about.verifiedOn)) wrong.add("verifiedOn");
  if (about.verifyAgainBy !== null && !isDay(about.verifyAgainBy)) wrong.add("verifyAgainBy");
  if (about.notice && (!NOTICE_LEVELS.includes(about.notice.level) || Number.isNaN(Date.parse(about.notice.from)))) wrong.add("notice");
  return [...wrong];
}
