import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";

/** The place between the screen and its buttons. */
export const DockPlace = createContext<HTMLElement | null>(null);

/** What stands there: it does not scroll away. */
export function Dock({ children }: { children: ReactNode }) {
  const place = useContext(DockPlace);
  return place && createPortal(children, place);
}

/** Smaller glass is a phone's, and a phone has a keyboard. */
const OWN_KEYBOARD = "(min-width: 740px) and (min-height: 600px)";

/** Whether the kiosk brings its own keyboard. */
export function useOwnKeyboard(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(OWN_KEYBOARD);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(OWN_KEYBOARD).matches,
    () => false,
  );
}
