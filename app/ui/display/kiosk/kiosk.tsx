import { useCallback, useEffect, useReducer, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { byLang, language } from "../../../core/language/languages.ts";
import { ArticleScreen } from "./article-screen.tsx";
import { AttractScreen } from "./attract-screen.tsx";
import { ClockProvider } from "./clock.tsx";
import type { KioskContent } from "./content.ts";
import { askServer, createContentStore } from "./content-store.ts";
import { Frame } from "./frame.tsx";
import { holdPage } from "./hold.ts";
import { HomeScreen } from "./home-screen.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { KioskProvider, type Wish } from "./kiosk-context.tsx";
import { followServer } from "./live.ts";
import { askFullScreen, keepInside } from "./no-way-out.ts";
import { Recovery } from "./recovery.tsx";
import { idleFrom, type KioskEvent, kioskReducer, type Place, startState } from "./state.ts";
import { TopicScreen } from "./topic-screen.tsx";

/** Signs of life, besides those that are wishes. */
const TOUCHES = ["pointerdown", "touchmove", "wheel", "keydown"] as const;

/**
 * The kiosk of one gate: one page that never navigates.
 * @param content what the server rendered with; from then on the kiosk keeps itself current
 */
export function Kiosk({ content }: { content: KioskContent }) {
  const { i18n } = useTranslation();
  /** The server's clock minus this machine's, ms. */
  const offset = useRef(0);
  const now = useCallback(() => new Date(Date.now() + offset.current), []);
  const [store] = useState(() => createContentStore({ content, words: byLang((lang) => i18n.getDataByLanguage(lang) ?? {}) }, askServer, now));
  const contact = useSyncExternalStore(store.subscribe, store.contact, store.contact);
  const [state, dispatch] = useReducer(kioskReducer, null, () => {
    const { content, words } = store.holding();
    return startState(content, words, idleFrom(globalThis.location?.search ?? ""));
  });
  const send = useCallback((wish: Wish) => dispatch({ at: performance.now(), ...wish } as KioskEvent), []);

  useEffect(() => store.subscribe(() => dispatch({ kind: "content-received", ...store.holding() })), [store]);
  useEffect(() => {
    const setOffset = (ms: number) => {
      offset.current = ms;
    };
    return followServer(store, () => new EventSource("/events"), setOffset);
  }, [store]);
  useEffect(() => keepInside(document), []);
  useTouches(send);
  useIdleWatch(send);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page to be held is the one with the newest content
  useEffect(() => {
    if (import.meta.env.PROD) void holdPage();
  }, [state.content]);

  const tag = state.lang && language(state.lang).tag;
  useDocumentLanguage(tag);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the end of every visit
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  }, [state.visit]);

  return (
    <KioskProvider state={state} contact={contact} send={send}>
      <ClockProvider start={new Date(content.generatedAt)} read={now}>
        <div className="kiosk" lang={tag ?? undefined} data-screen={state.place.screen}>
          <Recovery onRecover={() => dispatch({ kind: "visit-ended" })}>
            <Screen key={state.visit} place={state.place} />
            {state.warnedAt !== null && <IdleWarning />}
          </Recovery>
        </div>
      </ClockProvider>
    </KioskProvider>
  );
}

function Screen({ place }: { place: Place }) {
  if (place.screen === "attract") return <AttractScreen />;
  return (
    <Frame>
      {place.screen === "home" && <HomeScreen />}
      {place.screen === "topic" && <TopicScreen topic={place.topic} />}
      {place.screen === "article" && <ArticleScreen key={place.slug} slug={place.slug} />}
    </Frame>
  );
}

/** Tells of every touch, at most twice a second; the first one also asks for the full screen. */
function useTouches(send: (wish: Wish) => void): void {
  useEffect(() => {
    const ending = new AbortController();
    let last = Number.NEGATIVE_INFINITY;
    const touched = () => {
      if (performance.now() - last < 500) return;
      last = performance.now();
      send({ kind: "touched" });
    };
    for (const kind of TOUCHES) document.addEventListener(kind, touched, { capture: true, passive: true, signal: ending.signal });
    document.addEventListener("click", () => askFullScreen(document), { capture: true, signal: ending.signal });
    return () => ending.abort();
  }, [send]);
}

function useIdleWatch(send: (wish: Wish) => void): void {
  useEffect(() => {
    const timer = setInterval(() => send({ kind: "time-passed" }), 250);
    return () => clearInterval(timer);
  }, [send]);
}

/** The document speaks the visitor's language during the visit, and the server's choice again after it. */
function useDocumentLanguage(tag: string | null): void {
  useEffect(() => {
    if (tag === null) return;
    const root = document.documentElement;
    const before = root.lang;
    root.lang = tag;
    return () => {
      root.lang = before;
    };
  }, [tag]);
}
