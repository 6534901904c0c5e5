import type { Lang } from "../../../core/language/languages.ts";
import { articleOf, type KioskContent, noticeOf, phraseOf, questionOf, topicsOf } from "../content/content.ts";
import type { Words } from "../content/words.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { type Ease, NO_EASE } from "./ease.ts";

/** Where the visitor stands. There are no addresses: the kiosk never navigates, so that nothing is left in the browser's history. */
export type Place =
  | { screen: "attract" | "home" | "search" | "phrases" | "questions" | "notices" | "gates" | "write" }
  | { screen: "topic"; topic: string }
  | { screen: "article" | "question" | "notice" | "phrase"; slug: string }
  | { screen: "gate"; gate: string };

/** What lies over the screen until it is closed: an address for a phone, or how the screen can be made easier. */
export type Panel = { kind: "carry"; address: string } | { kind: "ease" };

export interface KioskState {
  content: KioskContent;
  words: Words;
  place: Place;
  /** What is read was opened from the search's results: the way back leads there. */
  found: boolean;
  /** The visitor's language; null while nobody has chosen. */
  lang: Lang | null;
  /** What is being looked for. */
  query: string;
  /** What the visitor is writing: it stays whatever else is looked at meanwhile. */
  draft: Draft;
  ease: Ease;
  panel: Panel | null;
  /** Counts visits. Everything on screen is keyed by it, so that a new visit starts with nothing of the one before. */
  visit: number;
  /** Last sign of life, on a clock that never jumps (ms). */
  touchedAt: number;
  /** When the idle warning came up; null: it is not shown. */
  warnedAt: number | null;
  /** Without a touch for so long (ms), the warning comes up. */
  idleAfter: number;
  /** What was being read was taken back; said once, where the visitor was led. */
  takenBack: boolean;
}

export type KioskEvent =
  | { kind: "language-chosen"; lang: Lang; at: number }
  | { kind: "home-asked"; at: number }
  /** `found`: it was a result of the search. */
  | { kind: "opened"; place: Place; found?: true; at: number }
  | { kind: "back-asked"; at: number }
  | { kind: "sought"; query: string; at: number }
  | { kind: "written"; draft: Partial<Draft>; at: number }
  | { kind: "eased"; ease: Partial<Ease>; at: number }
  | { kind: "panel-opened"; panel: Panel; at: number }
  | { kind: "panel-closed"; at: number }
  | { kind: "touched"; at: number }
  | { kind: "stay-asked"; at: number }
  | { kind: "visit-ended" }
  /** `covered`: an emergency takes the screen; nobody can be asked whether they are still there. */
  | { kind: "time-passed"; at: number; covered?: boolean }
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
  return {
    content,
    words,
    place: { screen: "attract" },
    found: false,
    lang: null,
    query: "",
    draft: emptyDraft,
    ease: NO_EASE,
    panel: null,
    visit: 0,
    touchedAt: 0,
    warnedAt: null,
    idleAfter,
    takenBack: false,
  };
}

/** What the kiosk shows after an event. Pure: instants come with the events. */
export function kioskReducer(state: KioskState, event: KioskEvent): KioskState {
  switch (event.kind) {
    case "language-chosen":
      return { ...state, lang: event.lang, place: state.place.screen === "attract" ? { screen: "home" } : state.place, ...touch(event.at) };
    case "home-asked":
      return go(state, { screen: "home" }, event.at);
    case "opened":
      return { ...go(state, event.place, event.at), found: event.found === true };
    case "back-asked":
      return state.found ? go(state, { screen: "search" }, event.at) : go(state, placeAbove(state.place, state.content), event.at);
    case "sought":
      return { ...state, query: event.query, ...touch(event.at) };
    case "written":
      return { ...state, draft: { ...state.draft, ...event.draft }, ...touch(event.at) };
    case "eased":
      return { ...state, ease: { ...state.ease, ...event.ease }, ...touch(event.at) };
    case "panel-opened":
      return { ...state, panel: event.panel, ...touch(event.at) };
    case "panel-closed":
      return { ...state, panel: null, ...touch(event.at) };
    case "touched":
      // The warning is answered by its buttons alone: a touch on "end" must not first make the warning go away.
      return state.warnedAt === null ? { ...state, touchedAt: event.at } : state;
    case "stay-asked":
      return { ...state, ...touch(event.at) };
    case "visit-ended":
      return endVisit(state);
    case "time-passed":
      return passTime(state, event.at, event.covered === true);
    case "content-received":
      if (event.content === state.content && event.words === state.words) return state;
      return { ...state, content: event.content, words: event.words, ...heldPlace(state, event.content) };
  }
}

const touch = (at: number) => ({ touchedAt: at, warnedAt: null });

/** Nobody moves about before choosing a language. */
const go = (state: KioskState, place: Place, at: number): KioskState =>
  state.lang === null ? state : { ...state, place, found: false, takenBack: false, panel: null, ...touch(at) };

const endVisit = (state: KioskState): KioskState => ({ ...startState(state.content, state.words, state.idleAfter), visit: state.visit + 1 });

function passTime(state: KioskState, at: number, covered: boolean): KioskState {
  const idle = at - state.touchedAt >= state.idleAfter;
  // Before a language is chosen there is nothing to lose but how the screen was made easier.
  if (state.place.screen === "attract") return idle && state.ease !== NO_EASE ? endVisit(state) : state;
  if (covered) return at - state.touchedAt >= state.idleAfter + WARNING_LASTS ? endVisit(state) : { ...state, warnedAt: null };
  if (state.warnedAt === null) return idle ? { ...state, warnedAt: at } : state;
  // Counted from the moment the warning was seen to come up: a machine that slept still grants the full time.
  return at - state.warnedAt >= WARNING_LASTS ? endVisit(state) : state;
}

function placeAbove(place: Place, content: KioskContent): Place {
  switch (place.screen) {
    case "article": {
      const topic = articleOf(content, place.slug)?.about.topic;
      return topic === undefined ? { screen: "home" } : { screen: "topic", topic };
    }
    case "question":
      return { screen: "questions" };
    case "notice":
      return { screen: "notices" };
    case "phrase":
      return { screen: "phrases" };
    case "gate":
      return { screen: "gates" };
    default:
      return { screen: "home" };
  }
}

function isThere(place: Place, content: KioskContent): boolean {
  switch (place.screen) {
    case "topic":
      return topicsOf(content).some(({ key }) => key === place.topic);
    case "article":
      return articleOf(content, place.slug) !== null;
    case "question":
      return questionOf(content, place.slug) !== null;
    case "notice":
      return noticeOf(content, place.slug) !== null;
    case "phrase":
      return phraseOf(content, place.slug) !== null;
    case "gate":
      return content.gates.some(({ key }) => key === place.gate);
    default:
      return true;
  }
}

/** New content never moves a reader, unless what is being read is gone: then to the page above it, or home where that is gone too. */
function heldPlace(state: KioskState, next: KioskContent): Pick<KioskState, "place" | "takenBack"> {
  const { place, takenBack } = state;
  if (isThere(place, next)) return { place, takenBack };
  const above = placeAbove(place, state.content);
  return { place: isThere(above, next) ? above : { screen: "home" }, takenBack: true };
}
