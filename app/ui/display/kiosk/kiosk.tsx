import { useCallback, useEffect, useReducer, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { byLang, language } from "../../../core/language/languages.ts";
import { emergenciesAt, type KioskContent, pictureFiles } from "../content/content.ts";
import { askServer, createContentStore } from "../content/content-store.ts";
import type { Stage } from "../device/stage.ts";
import { ArticleScreen } from "./article-screen.tsx";
import { AttractScreen } from "./attract-screen.tsx";
import { useBeforePaint } from "./before-paint.ts";
import { ClockProvider, useNow } from "./clock.tsx";
import { applyEase, type Ease } from "./ease.ts";
import { Emergency } from "./emergency.tsx";
import { Frame } from "./frame.tsx";
import { GateScreen } from "./gate-screen.tsx";
import { GatesScreen } from "./gates-screen.tsx";
import { holdPage } from "./hold.ts";
import { HomeScreen } from "./home-screen.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { KioskProvider, type Wish } from "./kiosk-context.tsx";
import { followServer } from "./live.ts";
import { askFullScreen, keepInside } from "./no-way-out.ts";
import { NoticeScreen } from "./notice-screen.tsx";
import { noticesOn } from "./notices-on-glass.ts";
import { NoticesScreen } from "./notices-screen.tsx";
import { Panel } from "./panel.tsx";
import { PhraseScreen } from "./phrase-screen.tsx";
import { PhrasesScreen } from "./phrases-screen.tsx";
import { QuestionsScreen } from "./questions-screen.tsx";
import { Recovery } from "./recovery.tsx";
import { SearchScreen } from "./search-screen.tsx";
import { idleFrom, type KioskEvent, type KioskState, kioskReducer, type Place, startState } from "./state.ts";
import { TopicScreen } from "./topic-screen.tsx";
import { useStageReports } from "./use-stage-reports.ts";
import { WriteScreen } from "./write-screen.tsx";

/** Signs of life, besides those that are wishes. */
const TOUCHES = ["pointerdown", "touchmove", "wheel", "keydown"] as const;

/**
 * The kiosk of one site: one page that never navigates.
 * @param content what the server rendered with; from then on the kiosk keeps itself current
 * @param stage of a paired device, which keeps content and clock itself
 */
export function Kiosk({ content, stage }: { content: KioskContent; stage?: Stage }) {
  const { i18n } = useTranslation();
  /** The server's clock minus this machine's, ms. */
  const offset = useRef(0);
  const now = useCallback(() => stage?.now() ?? new Date(Date.now() + offset.current), [stage]);
  const [store] = useState(
    () => stage?.content ?? createContentStore({ content, words: byLang((lang) => i18n.getDataByLanguage(lang) ?? {}) }, askServer, now),
  );
  const contact = useSyncExternalStore(store.subscribe, store.contact, store.contact);
  const [state, dispatch] = useReducer(kioskReducer, null, () => {
    const { content, words } = store.holding();
    return startState(content, words, idleFrom(globalThis.location?.search ?? ""));
  });
  const send = useCallback((wish: Wish) => dispatch({ at: performance.now(), ...wish } as KioskEvent), []);

  useEffect(() => store.subscribe(() => dispatch({ kind: "content-received", ...store.holding() })), [store]);
  useEffect(() => {
    if (stage) return;
    const setOffset = (ms: number) => {
      offset.current = ms;
    };
    return followServer(store, () => new EventSource("/events"), setOffset);
  }, [store, stage]);
  useEffect(() => keepInside(document), []);
  useTouches(send);

  useEffect(() => {
    if (import.meta.env.PROD && !stage) void holdPage(pictureFiles(state.content));
  }, [state.content, stage]);

  const told = useTold(stage);
  const tag = state.lang && language(state.lang).tag;
  useDocumentLanguage(tag);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the end of every visit
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
  }, [state.visit]);

  return (
    <KioskProvider state={state} contact={contact} send={send} mailbox={stage ? "/display/messages" : `/kiosk/${content.site.key}/messages`}>
      <ClockProvider start={new Date(content.generatedAt)} read={now} pulse={told ?? state.content}>
        <Eased ease={state.ease} />
        <Glass state={state} stage={stage} told={told} send={send} tag={tag} />
      </ClockProvider>
    </KioskProvider>
  );
}

/** Lays on the document how the visitor made the screen easier. It stands before the screens, so that they are measured as they will be seen. */
function Eased({ ease }: { ease: Ease }) {
  useBeforePaint(() => applyEase(ease, document.documentElement), [ease]);
  return null;
}

interface GlassProps {
  state: KioskState;
  stage: Stage | undefined;
  /** The notices as a paired device was told them; null: those of the content count. */
  told: DisplayNotice[] | null;
  send: (wish: Wish) => void;
  tag: string | null;
}

/** What is on the glass: an emergency alone, or the screens of a visit. */
function Glass({ state, stage, told, send, tag }: GlassProps) {
  const now = useNow();
  const emergencies = emergenciesAt(told ?? state.content.notices, state.content.site.key, now);
  const covered = emergencies.length > 0;
  useIdleWatch(send, covered);
  useStageReports(stage, { place: state.place, lang: state.lang, emergencies, notices: noticesOn(state.content, state.place, now) });
  return (
    <div className="kiosk" lang={tag ?? undefined} data-screen={covered ? "emergency" : state.place.screen}>
      <Recovery onRecover={() => send({ kind: "visit-ended" })} onTrouble={stage?.trouble}>
        {covered ? (
          <Emergency notices={emergencies} />
        ) : (
          <>
            <Screen key={state.visit} place={state.place} />
            {state.panel && state.warnedAt === null && <Panel key={`${state.visit} ${state.panel.kind}`} panel={state.panel} />}
            {state.warnedAt !== null && <IdleWarning />}
          </>
        )}
      </Recovery>
    </div>
  );
}

/** The notices as a paired device was told them last, whatever its link does; null: it is not paired. */
function useTold(stage: Stage | undefined): DisplayNotice[] | null {
  const [told, setTold] = useState(() => stage?.notices() ?? null);
  useEffect(() => stage?.subscribe(() => setTold(stage.notices())), [stage]);
  return told;
}

function Screen({ place }: { place: Place }) {
  return place.screen === "attract" ? (
    <AttractScreen />
  ) : (
    <Frame>
      <Within place={place} />
    </Frame>
  );
}

function Within({ place }: { place: Place }) {
  switch (place.screen) {
    case "attract":
    case "home":
      return <HomeScreen />;
    case "topic":
      return <TopicScreen topic={place.topic} />;
    case "article":
    case "question":
      return <ArticleScreen key={`${place.screen} ${place.slug}`} slug={place.slug} kind={place.screen} />;
    case "notice":
      return <NoticeScreen key={place.slug} slug={place.slug} />;
    case "phrase":
      return <PhraseScreen slug={place.slug} />;
    case "gate":
      return <GateScreen gate={place.gate} />;
    case "gates":
      return <GatesScreen />;
    case "phrases":
      return <PhrasesScreen />;
    case "questions":
      return <QuestionsScreen />;
    case "notices":
      return <NoticesScreen />;
    case "search":
      return <SearchScreen />;
    case "write":
      return <WriteScreen />;
  }
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

function useIdleWatch(send: (wish: Wish) => void, covered: boolean): void {
  useEffect(() => {
    const timer = setInterval(() => send({ kind: "time-passed", covered }), 250);
    return () => clearInterval(timer);
  }, [send, covered]);
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
