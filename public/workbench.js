/*
 * What helps on every page of the workbench where scripts run: "/" leads to the search field, Escape and a click elsewhere close what
 * the head holds open. Pages are whole without.
 */
const root = document.documentElement;
const field = document.querySelector('[data-key="/"]');
// The whole head of a narrow window first: what it holds open lies within.
const folds = [...document.querySelectorAll(".top .menu, .top .more")];

/** Where this browser keeps that keys by themselves do nothing: for those who speak their words, or whose hands tremble. */
const KEPT = "single-keys";

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** @param {"on" | "off"} wish */
function obey(wish) {
  root.dataset.singleKeys = wish;
  if (!field) return;
  field.title = wish === "on" ? field.dataset.hint : "";
  if (wish === "on") field.setAttribute("aria-keyshortcuts", field.dataset.key);
  else field.removeAttribute("aria-keyshortcuts");
}

obey(kept() === "off" ? "off" : "on");
addEventListener("storage", ({ key, newValue }) => key === KEPT && obey(newValue === "off" ? "off" : "on"));

const choice = document.querySelector("[data-single-keys-choice]");
if (choice) {
  choice.checked = root.dataset.singleKeys === "on";
  choice.addEventListener("change", () => {
    const wish = choice.checked ? "on" : "off";
    const said = document.querySelector("[data-single-keys-said]");
    obey(wish);
    try {
      localStorage.setItem(KEPT, wish);
      said.textContent = said.dataset.kept;
    } catch {
      said.textContent = said.dataset.notKept;
    }
  });
}

addEventListener("click", ({ target }) => {
  const more = document.querySelector(".more[open]");
  if (more && !more.contains(target)) more.open = false;
});

addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey, isComposing, defaultPrevented } = event;
  const open = folds.find((fold) => fold.open && fold.checkVisibility());
  if (key === "Escape" && open && !defaultPrevented) {
    open.open = false;
    open.querySelector("summary").focus();
  }
  const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  // The full-width stroke and the ideographic comma are what Chinese keyboards make of the key.
  const asked = root.dataset.singleKeys === "on" && (key === "/" || key === "\uFF0F" || key === "\u3001");
  if (!asked || typing || altKey || ctrlKey || metaKey || isComposing || defaultPrevented || document.querySelector("dialog[open]")) return;
  if (!field) return;
  event.preventDefault();
  const menu = document.querySelector(".top .menu");
  if (menu && !field.checkVisibility?.()) menu.open = true;
  field.focus();
  field.select();
});
