import { type RefObject, useEffect, useRef, useState } from "react";
import { useBeforePaint } from "./before-paint.ts";

/** What is tried in turn until everything is in sight: letters a little smaller, then without the other gates, which have a page of their own. */
const STEPS: readonly { scale: number; bare: boolean }[] = [
  ...[1, 0.95, 0.9, 0.85, 0.8, 0.75].map((scale) => ({ scale, bare: false })),
  ...[1, 0.9, 0.8, 0.72, 0.64, 0.56, 0.5].map((scale) => ({ scale, bare: true })),
];

/** Whether nothing stands out of the box, below or above: what is aligned to its end overflows where no scrolling leads. */
function holdsAll(box: HTMLElement): boolean {
  const { top, bottom } = box.getBoundingClientRect();
  const within = (child: Element) => {
    const place = child.getBoundingClientRect();
    return place.height === 0 || (place.top >= top - 1 && place.bottom <= bottom + 1);
  };
  return box.scrollHeight <= box.clientHeight && [...box.children].every(within);
}

/**
 * Keeps all of a screen in sight, whatever there is to say: nobody scrolls a screen that only wants to be touched. Lays the step on the
 * document as `--fit`, by which every size is multiplied, and `data-bare`; takes both away with the screen.
 * @param parts the box of what may not be cut: measured after every change of its words, of the glass, of the fonts, and of what makes the screen easier
 */
export function useFit(parts: RefObject<HTMLElement | null>): void {
  const fitted = useRef("");
  const [glass, setGlass] = useState("");
  useEffect(() => {
    let loaded = 0;
    const changed = () => setGlass(`${innerWidth} ${innerHeight} ${loaded}`);
    // Letters of another font take another place: what came first may have been measured with a stand-in.
    const other = () => {
      loaded += 1;
      changed();
    };
    window.addEventListener("resize", changed);
    document.fonts.addEventListener("loadingdone", other);
    return () => {
      window.removeEventListener("resize", changed);
      document.fonts.removeEventListener("loadingdone", other);
    };
  }, []);
  useBeforePaint(() => {
    const box = parts.current;
    if (!box) return;
    const { dataset, style } = document.documentElement;
    const said = `${box.textContent} ${glass} ${dataset.low === undefined} ${dataset.size}`;
    if (fitted.current === said) return;
    fitted.current = said;
    for (const { scale, bare } of STEPS) {
      style.setProperty("--fit", String(scale));
      box.toggleAttribute("data-bare", bare);
      if (holdsAll(box)) return;
    }
  });
  useEffect(
    () => () => {
      document.documentElement.style.removeProperty("--fit");
    },
    [],
  );
}
