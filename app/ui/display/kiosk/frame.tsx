import { createContext, type ReactNode, type RefObject, useCallback, useContext, useLayoutEffect, useRef, useState } from "react";
import { language, others } from "../../../core/language/languages.ts";
import { Mark } from "../../kit/mark.tsx";
import { siteName } from "../content/gate-name.ts";
import { portalPath } from "./addresses.ts";
import { Base } from "./base.tsx";
import { useNow } from "./clock.tsx";
import { Clocks } from "./clocks.tsx";
import { DockPlace } from "./dock.tsx";
import { documentAt } from "./documents.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useKiosk, useSpeech, type Wish } from "./kiosk-context.tsx";
import { Arrow, useScrollRoom } from "./scrolling.tsx";
import { type ReadingAloud, useReadingAloud } from "./use-reading-aloud.ts";

const Scroller = createContext<RefObject<HTMLElement> | null>(null);

/** The element in which a screen scrolls. */
export function useScroller(): RefObject<HTMLElement> {
  const scroller = useContext(Scroller);
  if (!scroller) throw new Error("a screen stands outside the frame");
  return scroller;
}

/** What stays in place during a visit: place and clocks, the screen in its scrolling window, the buttons, the emergency numbers. */
export function Frame({ children }: { children: ReactNode }) {
  const { state } = useKiosk();
  const speech = useSpeech();
  const now = useNow();
  const scroller = useRef<HTMLElement>(null);
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const name = siteName(state.content, speech, now);

  // A new screen begins at its top, and says so to those who listen.
  const place = JSON.stringify(state.place);
  useLayoutEffect(() => {
    if (!scroller.current || !place) return;
    scroller.current.scrollTop = 0;
    scroller.current.querySelector<HTMLElement>("[data-first], h1[tabindex]")?.focus({ preventScroll: true });
  }, [place]);

  return (
    <div className="screen visit">
      <header className="head">
        <Mark />
        <p className="gate" lang={language(name.lang).tag}>
          {name.text}
        </p>
        <Clocks langs={[speech.lang]} />
      </header>
      <div className="window">
        <main ref={scroller} tabIndex={-1}>
          <DockPlace.Provider value={dock}>
            <Scroller.Provider value={scroller}>{children}</Scroller.Provider>
          </DockPlace.Provider>
        </main>
        <div className="dock" ref={setDock} />
      </div>
      <Bar scroller={scroller} place={place} />
      <Base langs={[speech.lang]} />
    </div>
  );
}

function Bar({ scroller, place }: { scroller: RefObject<HTMLElement>; place: string }) {
  const { state, send } = useKiosk();
  const { t, lang } = useSpeech();
  const more = useScrollRoom(scroller);
  const alive = useCallback(() => send({ kind: "touched" }), [send]);
  const aloud = useReadingAloud(lang, `${place} ${state.warnedAt !== null}`, alive);
  const atHome = state.place.screen === "home";
  const address = state.content.origin + portalPath(state.place, lang, state.query);
  return (
    <nav className={aloud ? "bar voiced" : "bar"} aria-label={t("nav.label")}>
      <Button icon="back" label={t("nav.back")} wish={{ kind: "back-asked" }} off={atHome} />
      <Button icon="home" label={t("nav.home")} wish={{ kind: "home-asked" }} off={atHome} />
      <Arrow icon="up" langs={[lang]} on={more.above} scroller={scroller} />
      <Arrow icon="down" langs={[lang]} on={more.below} scroller={scroller} />
      {others(lang).map((other) => (
        <button key={other} type="button" className="language" lang={language(other).tag} onClick={() => send({ kind: "language-chosen", lang: other })}>
          <b>{language(other).name}</b>
        </button>
      ))}
      <Button icon="search" label={t("nav.search")} wish={{ kind: "opened", place: { screen: "search" } }} off={state.place.screen === "search"} />
      <Button icon="carry" label={t("nav.carry")} wish={{ kind: "panel-opened", panel: { kind: "carry", address } }} />
      <Button icon="ease" label={t("nav.ease")} wish={{ kind: "panel-opened", panel: { kind: "ease" } }} />
      {aloud && <SpeakButton aloud={aloud} />}
      <Button icon="end" label={t("nav.end")} wish={{ kind: "visit-ended" }} />
    </nav>
  );
}

/** A button that cannot be used now stays where it is, so that no other slips under a finger. */
function Button({ icon, label, wish, off = false }: { icon: IconName; label: string; wish: Wish; off?: boolean }) {
  const { send } = useKiosk();
  return (
    <button type="button" className={icon} aria-disabled={off} onClick={() => !off && send(wish)}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

/** Reads the page aloud; not there where the machine has no voice. */
function SpeakButton({ aloud }: { aloud: ReadingAloud }) {
  const { state } = useKiosk();
  const { t, lang } = useSpeech();
  const page = documentAt(state.content, state.place);
  const toggle = () => {
    if (aloud.speaking) return aloud.stop();
    if (page) aloud.start([page.versions[lang].title, ...page.versions[lang].passages.map(({ text }) => text)]);
  };
  return (
    <button type="button" className="speak" aria-disabled={!page} aria-pressed={aloud.speaking} onClick={toggle}>
      <Icon name={aloud.speaking ? "stop" : "speak"} />
      <span>{t(aloud.speaking ? "nav.stop" : "nav.speak")}</span>
    </button>
  );
}
