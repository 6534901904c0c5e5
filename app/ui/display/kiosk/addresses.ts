import { pathOf } from "../../../core/articles/kinds.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Draft } from "./draft.ts";
import type { Place } from "./state.ts";

/** The path of the portal's page that says the same as a screen (the public contract), without its language. */
function pathAt(place: Place, query: string): string {
  switch (place.screen) {
    case "attract":
    case "home":
      return "";
    case "topic":
      return `/topics/${place.topic}`;
    case "gate":
      return `/gates/${place.gate}`;
    case "search":
      return query.trim() === "" ? "/search" : `/search?${new URLSearchParams({ q: query.trim() })}`;
    case "write":
      return "/questions/new";
    case "article":
    case "question":
    case "notice":
    case "phrase":
      return pathOf(place.screen, place.slug);
    default:
      return `/${place.screen}`;
  }
}

/** The path of the same page on the portal. */
export const portalPath = (place: Place, lang: Lang, query = ""): string => `/${lang}${pathAt(place, query)}`;

/** Where the answer to a message is looked up. */
export const replyAddress = (origin: string, lang: Lang, number: string): string => `${origin}/${lang}/questions/reply?${new URLSearchParams({ number })}`;

/** A longer address makes a code too fine for a phone to read from a screen. */
const LONGEST_ADDRESS = 600;

/** The portal's own form, with what was typed here as far as a code can hold it: whole or not at all. */
export function formAddress(origin: string, lang: Lang, { kind, text, topic, from }: Draft): string {
  const form = `${origin}/${lang}/${kind === "question" ? "questions/new" : "feedback"}`;
  const around = { ...(topic && kind === "question" && { topic }), ...(from && { from }) };
  const full = `${form}?${new URLSearchParams({ ...around, ...(text.trim() && { text: text.trim() }) })}`;
  return full.length <= LONGEST_ADDRESS ? full.replace(/\?$/, "") : `${form}?${new URLSearchParams(around)}`.replace(/\?$/, "");
}
