import { createContext, type ReactNode, type RefObject, useContext, useEffect, useLayoutEffect, useRef, useState } from "react";
import { language, others } from "../../../core/language/languages.ts";
import { Mark } from "../../kit/mark.tsx";
import { Base } from "./base.tsx";
import { useNow } from "./clock.tsx";
import { Clocks } from "./clocks.tsx";
import { ownGate } from "./content.ts";
import { fullName } from "./gate-name.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useKiosk, useSpeech, type Wish } from "./kiosk-context.tsx";

const Scroller = createContext<RefObject<HTMLElement> | null>(null);

/** The element in which a screen scrolls. */
export function useScroller(): RefObject<HTMLElement> {
  const scroller = useContext(Scroller);
  if (!scroller) throw new Error("a screen stands outside the frame");
  return scroller;
}

/** What stays in place during a visit: gate and clocks, the screen in its scrolling window, the buttons, the emergency numbers. */
export function Frame({ children }: { children: ReactNode }) {
  const { state, send } = useKiosk();
  const { t, lang } = useSpeech();
  const now = useNow();
  const scroller = useRef<HTMLElement>(null);
  const more = useScrollRoom(scroller);
  const name = fullName(ownGate(state.content), useSpeech(), now);

  // A new screen begins at its top, and says so to those who listen.
  const place = JSON.stringify(state.place);
  useLayoutEffect(() => {
    if (!scroller.current || !place) return;
    scroller.current.scrollTop = 0;
    scroller.current.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [place]);

  return (
    <div className="screen visit">
      <header className="head">
        <Mark />
        <p className="gate" lang={language(name.lang).tag}>
          {name.text}
        </p>
        <Clocks langs={[lang]} />
      </header>
      <main ref={scroller} tabIndex={-1}>
        <Scroller.Provider value={scroller}>{children}</Scroller.Provider>
      </main>
      <nav className="bar" aria-label={t("nav.label")}>
        <Button icon="back" label={t("nav.back")} wish={{ kind: "back-asked" }} off={state.place.screen === "home"} />
        <Button icon="home" label={t("nav.home")} wish={{ kind: "home-asked" }} off={state.place.screen === "home"} />
        {others(lang).map((other) => (
          <button key={other} type="button" className="language" lang={language(other).tag} onClick={() => send({ kind: "language-chosen", lang: other })}>
            <b>{language(other).name}</b>
          </button>
        ))}
        <Arrow icon="up" label={t("nav.up")} on={more.above} scroller={scroller} />
        <Arrow icon="down" label={t("nav.down")} on={more.below} scroller={scroller} />
        <Button icon="end" label={t("nav.end")} wish={{ kind: "visit-ended" }} />
      </nav>
      <Base langs={[lang]} />
    </div>
  );
}

/** A button that cannot be used now stays where it is, so that no other slips under a finger. */
function Button({ icon, label, wish, off = false }: { icon: IconName; label: string; wish: Wish; off?: boolean }) {
  const { send } = useKiosk();
  return (
    <button type="button" className={icon} aria-disabled={off} onClick={() => !off && send(wish)}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** How much of the window one touch on an arrow moves: the last lines stay in sight, so that nobody loses the thread. */
const STEP = 0.8;

function Arrow({ icon, label, on, scroller }: { icon: "up" | "down"; label: string; on: boolean; scroller: RefObject<HTMLElement> }) {
  function scroll() {
    const step = (scroller.current?.clientHeight ?? 0) * STEP;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // Only the arrows glide, to show where the words went; a kept place must be there at once.
    scroller.current?.scrollBy({ top: icon === "up" ? -step : step, behavior: calm ? "auto" : "smooth" });
  }
  return (
    <button type="button" className="arrow" aria-disabled={!on} onClick={scroll}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** Whether there is something above and below what the window shows. */
function useScrollRoom(scroller: RefObject<HTMLElement>): { above: boolean; below: boolean } {
  const [room, setRoom] = useState({ above: false, below: false });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const above = element.scrollTop > 1;
      const below = element.scrollTop + element.clientHeight < element.scrollHeight - 1;
      setRoom((before) => (before.above === above && before.below === below ? before : { above, below }));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    const content = new MutationObserver(look);
    content.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      element.removeEventListener("scroll", look);
      sizes.disconnect();
      content.disconnect();
    };
  }, [scroller]);
  return room;
}
