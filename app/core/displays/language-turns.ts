import { type Lang, ownFirst } from "../language/languages.ts";
import type { LanguagePolicy } from "./display.ts";
import type { Stretch, Turn } from "./loop.ts";
import { hoursOpening } from "./opening.ts";

/** The languages in the order in which they come at an instant; by the policy's times of day, the first that holds. */
export function languageOrder({ first, turns }: LanguagePolicy, now: Date): Lang[] {
  return ownFirst(turns.find((turn) => hoursOpening(turn, now).plays)?.first ?? first);
}

/**
 * Which language of a turn stands at `now`, and from when to when; null: all at once. The order is that of the turn's beginning, so that no language
 * changes its place in the middle; each has its own whole time, as if it were alone.
 */
export function languageAt<What>(policy: LanguagePolicy, { scene, begins, ends }: Turn<What>, now: Date): Stretch<Lang | null> {
  const { lasts } = scene;
  if (typeof lasts === "number") return { part: null, begins, ends };
  const order = languageOrder(policy, begins);
  let from = begins.getTime();
  for (const [index, lang] of order.entries()) {
    // The last one has what is left, whatever was rounded.
    const to = index === order.length - 1 ? ends.getTime() : Math.min(ends.getTime(), from + Math.round(lasts[lang] * 1000));
    if (now.getTime() < to || to === ends.getTime()) return { part: lang, begins: new Date(from), ends: new Date(to) };
    from = to;
  }
  throw new Error("no languages");
}
