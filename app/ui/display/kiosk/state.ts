import type { Lang } from "../../../core/language/languages.ts";
import { articleOf, type KioskContent, topicsOf } from "./content.ts";
import type { Words } from "./words.ts";

/** Where the visitor stands. There are no addresses: the kiosk never navigates, so that nothing is left in the browser's history. */
export type Place = { screen: "attract" } | { screen: "home" } | { screen: "topic"; topic: string } | { screen: "article"; slug: string };

export interface KioskState {
  content: KioskContent;
  words: Words;
  place: Place;
  /** The visitor's language; null while nobody has chosen. */
  lang: Lang | null;
  /** Counts visits. Everything on screen is keyed by it, so that a new visit starts with nothing of the one before. */
  visit: number;
  /** Last sign of life, on a clock that never jumps (ms). */
  touchedAt: number;
  /** When the idle warning came up; null: it is not shown. */
  warnedAt: number | null;
  /** Without a touch for so long (ms), the warning comes up. */
  idleAfter: number;
  /** The article that was being read was taken back; said once, where the visitor was led. */
  takenBack: boolean;
}

export type KioskEvent =
  | { kind: "language-chosen"; lang: Lang; at: number }
  | { kind: "home-asked"; at: number }
  | { kind: "topic-opened"; topic: string; at: number }
  | { kind: "article-opened"; slug: string; at: number }
  | { kind: "back-asked"; at: number }
  | { kind: "touched"; at: number }
  | { kind: "stay-asked"; at: number }
  | { kind: "visit-ended" }
  | { kind: "time-passed"; at: number }
  | { kind: "content-received"; content: KioskContent; words: Words };

const IDLE_AFTER = 60_000;
const SHORTEST_IDLE = 2_000;

/** How long the warning stays before the reset (ms). WCAG 2.2.1 asks for 20 s at least; shorter would rob a slow reader of the page. */
export const WARNING_LASTS = 20_000;

/** `?idle=<seconds>`: a shorter or longer patience for trials; never below two seconds. */
export function idleFrom(search: string): number {
  const seconds = Number(new URLSearchParams(search).get("idle") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.max(SHORTEST_IDLE, seconds * 1000) : IDLE_AFTER;
}

export function startState(content: KioskContent, words: Words, idleAfter: number): KioskState {
  return { content, words, place: { screen: "attract" }, lang: null, visit: 0, touchedAt: 0, warnedAt: null, idleAfter, takenBack: false };
}

/** What the kiosk shows after an event. Pure: instants come with the events. */
export function kioskReducer(state: KioskState, event: KioskEvent): KioskState {
  switch (event.kind) {
    case "language-chosen":
      return { ...state, lang: event.lang, place: state.place.screen === "attract" ? { screen: "home" } : state.place, ...touch(event.at) };
    case "home-asked":
      return go(state, { screen: "home" }, event.at);
    case "topic-opened":
      return go(state, { screen: "topic", topic: event.topic }, event.at);
    case "article-opened":
      return go(state, { screen: "article", slug: event.slug }, event.at);
    case "back-asked":
      return go(state, placeAbove(state.place, state.content), event.at);
    case "touched":
      // The warning is answered by its buttons alone: a touch on "end" must not first make the warning go away.
      return state.warnedAt === null ? { ...state, touchedAt: event.at } : state;
    case "stay-asked":
      return { ...state, ...touch(event.at) };
    case "visit-ended":
      return endVisit(state);
    case "time-passed":
      return passTime(state, event.at);
    case "content-received":
      if (event.content === state.content && event.words === state.words) return state;
      return { ...state, content: event.content, words: event.words, ...heldPlace(state, event.content) };
  }
}

const touch = (at: number) => ({ touchedAt: at, warnedAt: null });

/** Nobody moves about before choosing a language. */
const go = (state: KioskState, place: Place, at: number): KioskState => (state.lang === null ? state : { ...state, place, takenBack: false, ...touch(at) });

const endVisit = (state: KioskState): KioskState => ({ ...startState(state.content, state.words, state.idleAfter), visit: state.visit + 1 });

function passTime(state: KioskState, at: number): KioskState {
  if (state.place.screen === "attract") return state;
  if (state.warnedAt === null) return at - state.touchedAt >= state.idleAfter ? { ...state, warnedAt: at } : state;
  // Counted from the moment the warning was seen to come up: a machine that slept still grants the full time.
  return at - state.warnedAt >= WARNING_LASTS ? endVisit(state) : state;
}

function placeAbove(place: Place, content: KioskContent): Place {
  const topic = place.screen === "article" ? articleOf(content, place.slug)?.about.topic : undefined;
  return topic === undefined ? { screen: "home" } : { screen: "topic", topic };
}

/** New content never moves a reader, unless what is being read is gone: then to its topic, or home where that is gone too. */
function heldPlace(state: KioskState, next: KioskContent): Pick<KioskState, "place" | "takenBack"> {
  const { place, takenBack } = state;
  const hasTopic = (key: string) => topicsOf(next).some((topic) => topic.key === key);
  if (place.screen === "article" && !articleOf(next, place.slug)) {
    const above = placeAbove(place, state.content);
    return { place: above.screen === "topic" && hasTopic(above.topic) ? above : { screen: "home" }, takenBack: true };
  }
  if (place.screen === "topic" && !hasTopic(place.topic)) return { place: { screen: "home" }, takenBack: true };
  return { place, takenBack };
}
