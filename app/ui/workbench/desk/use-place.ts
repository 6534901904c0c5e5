import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { isLang, type Lang } from "../../../core/language/languages.ts";
import { anchorOf } from "./anchors.ts";
import { type Act, actOf, areSingleKeysOn } from "./keys.ts";

/** Goes to a row; with a language, into its field there. */
export type Go = (unit: string | null, focusOn: Lang | "any" | null) => void;

/** Into which field the focus is to go; "any": the translation's. A new one each time, also to the same place. */
export interface FocusOn {
  lang: Lang | "any";
}

interface Place {
  active: string | null;
  focusOn: FocusOn | null;
}

/** Which row is being worked on. The address names it, so that a reload comes back to it and a link leads to it. */
export function usePlace(begin: string | null): Place & { go: Go } {
  const [place, setPlace] = useState<Place>({ active: begin, focusOn: null });
  const go = useCallback<Go>((unit, focusOn) => {
    if (unit === null) return;
    setPlace({ active: unit, focusOn: focusOn && { lang: focusOn } });
    history.replaceState(history.state, "", `#${encodeURIComponent(anchorOf(unit))}`);
  }, []);
  useEffect(() => {
    const follow = () => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (row?.dataset.unit) setPlace({ active: row.dataset.unit, focusOn: null });
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return { ...place, go };
}

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

/** Hears the desk's keys while the focus is in it, or nowhere. */
export function useDeskKeys(desk: RefObject<HTMLElement>, act: (act: Act) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      // Around the desk nothing else is meant: a click beside it leaves the focus on what holds it.
      const within = target instanceof Node && (desk.current?.contains(target) === true || target.contains(desk.current));
      // A dialog has keys of its own; so has the field of a comment, where Ctrl + Enter sends nothing of the desk's.
      if (event.defaultPrevented || !within || document.querySelector("dialog[open]")) return;
      const asks = actOf(event, { typing: isField(target), singleKeys: areSingleKeysOn() });
      if (!asks || (asks === "save" && !(target instanceof HTMLElement && target.closest(".editor")))) return;
      event.preventDefault();
      latest.current(asks);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [desk]);
}

/** A click on a row's words opens it with the focus in the field of those words; marking words does not. */
export function useRowClicks(desk: RefObject<HTMLElement>, go: Go): void {
  useEffect(() => {
    const list = desk.current;
    const hear = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const row = event.target.closest<HTMLElement>(".unit:not(.is-active)");
      const link = event.target.closest("a, button");
      if (!row?.dataset.unit || (link && !link.matches(".open-unit")) || String(getSelection())) return;
      event.preventDefault();
      const lang = event.target.closest<HTMLElement>("[data-lang]")?.dataset.lang;
      go(row.dataset.unit, isLang(lang) ? lang : "any");
    };
    list?.addEventListener("click", hear);
    return () => list?.removeEventListener("click", hear);
  }, [desk, go]);
}
