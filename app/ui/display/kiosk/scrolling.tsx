import { type RefObject, useEffect, useState } from "react";
import { type Lang, language } from "../../../core/language/languages.ts";
import { Icon } from "./icons.tsx";
import { useKiosk } from "./kiosk-context.tsx";

/** How much of the window one touch on an arrow moves: the last lines stay in sight, so that nobody loses the thread. */
const STEP = 0.8;

interface ArrowProps {
  icon: "up" | "down";
  langs: readonly Lang[];
  /** Whether there is anything that way. */
  on: boolean;
  scroller: RefObject<HTMLElement>;
}

export function Arrow({ icon, langs, on, scroller }: ArrowProps) {
  const { speech } = useKiosk();
  function scroll() {
    const step = (scroller.current?.clientHeight ?? 0) * STEP;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // Only the arrows glide, to show where the words went; a kept place must be there at once.
    scroller.current?.scrollBy({ top: icon === "up" ? -step : step, behavior: calm ? "auto" : "smooth" });
  }
  return (
    <button type="button" className={`arrow ${icon}`} aria-disabled={!on} onClick={scroll}>
      <Icon name={icon} />
      {langs.map((lang) => (
        <span key={lang} lang={language(lang).tag}>
          {speech(lang).t(`nav.${icon}`)}
        </span>
      ))}
    </button>
  );
}

/** Whether there is something above and below what the window shows. */
export function useScrollRoom(scroller: RefObject<HTMLElement>): { above: boolean; below: boolean } {
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
