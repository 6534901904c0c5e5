import { make, pencil } from "./dom.js";

/**
 * The bar at the foot of the window: what is on, how to end it, and every string of the page as a list, for those who go by keyboard and for
 * what can't be clicked (names of pictures, the title).
 * @param {{ words: Record<string, string>, lang: string, strings: string | null, mayMark: boolean, always: boolean, change: (mode: string) => void }} options
 *   `always`: switched off it leaves a small button behind
 */
export function makeBar({ words, lang, strings, mayMark, always, change }) {
  const toggle = (mode, name) => {
    const button = make("button", { type: "button", "data-mode": mode }, name);
    button.addEventListener("click", () => change(button.getAttribute("aria-pressed") === "true" ? "off" : mode));
    return button;
  };
  const toggles = [...(mayMark ? [toggle("marks", words.marks)] : []), ...(strings ? [toggle("strings", words.strings)] : [])];
  const open = make("button", { type: "button", className: "open", "aria-label": words.open, title: words.open }, pencil());
  open.addEventListener("click", () => {
    change("marks");
    toggles[0].focus();
  });
  const close = make("button", { type: "button", className: "close", "aria-label": words.close, title: words.close }, "×");
  close.addEventListener("click", () => {
    change("off");
    if (always) open.focus();
  });
  const hint = make("p", { role: "status" });
  const count = make("span");
  const found = make("ol");
  const list = make("details", {}, make("summary", {}, words.list, " ", count), found);
  const choice = make("div", { role: "group", "aria-label": words.choose, hidden: true });
  const element = make(
    "aside",
    { id: "in-place", lang, "aria-label": words.bar, hidden: true },
    hint,
    choice,
    list,
    make("p", { className: "acts" }, ...toggles, make("a", { href: "/workbench" }, words.desk), close),
    open,
  );
  const sheet = make("link", { rel: "stylesheet", href: "/in-place.css" });
  let mode = "off";
  const appear = () => {
    element.hidden = mode === "off" && !always;
  };
  // Bare, it would push the page about.
  sheet.addEventListener("load", appear);
  document.body.append(sheet, element);

  const closeChoice = () => {
    choice.hidden = true;
    choice.replaceChildren();
  };
  return {
    element,
    show(wanted) {
      mode = wanted;
      const off = mode === "off";
      for (const button of toggles) button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
      for (const part of element.children) part.hidden = off;
      open.hidden = !off;
      list.hidden = hint.hidden = mode !== "strings";
      list.open = false;
      hint.textContent = mode === "strings" ? words.hint : "";
      count.textContent = "";
      found.replaceChildren();
      closeChoice();
      if (sheet.sheet) appear();
    },
    /** @param {{ text: string, links: { href: string, name: string }[], element: Element | null, point: () => void }[]} items */
    list(items) {
      const held = element.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      count.textContent = `(${items.length})`;
      found.replaceChildren(...once(items).map(lineOf));
      if (!items.length) hint.textContent = words.none;
      if (held) [...found.querySelectorAll("a")].find((one) => one.getAttribute("href") === held)?.focus({ preventScroll: true });
    },
    /** One text, several strings. @param {{ href: string, name: string }[]} links */
    choose(links) {
      choice.replaceChildren(make("p", {}, words.choose), ...links.map(({ href, name }) => make("a", { href }, make("code", {}, name))));
      choice.hidden = false;
      choice.querySelector("a").focus();
    },
    /** @returns whether there was something to close before the whole */
    stepBack() {
      const within = !choice.hidden || list.open;
      if (!choice.hidden) closeChoice();
      else list.open = false;
      return within;
    },
  };
}

/** The same words for the same string are one line, wherever they stand first. */
function once(items) {
  const seen = new Set();
  return items.filter(({ text, links }) => {
    const what = `${text} ${links.map(({ href }) => href)}`;
    return !seen.has(what) && seen.add(what);
  });
}

/** Who goes through the list sees where each stands. */
function lineOf({ text, links, element, point }) {
  const line = make("li", {}, ...links.map(({ href, name }) => make("a", { href }, text, " ", make("code", {}, name))));
  line.addEventListener("focusin", () => {
    point();
    element?.scrollIntoView({ block: "nearest" });
  });
  line.addEventListener("mouseenter", point);
  return line;
}
