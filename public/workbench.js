/*
 * What helps on every page of the workbench where scripts run: "/" leads to the search field, Escape closes the menu of a narrow
 * window. Pages are whole without.
 */
addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey, isComposing, defaultPrevented } = event;
  const menu = document.querySelector(".menu");
  if (key === "Escape" && menu?.open && !defaultPrevented) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  // The full-width stroke and the ideographic comma are what Chinese keyboards make of the key.
  const asked = key === "/" || key === "\uFF0F" || key === "\u3001";
  if (!asked || typing || altKey || ctrlKey || metaKey || isComposing || defaultPrevented || document.querySelector("dialog[open]")) return;
  const field = document.querySelector('[data-key="/"]');
  if (!field) return;
  event.preventDefault();
  if (menu && !field.checkVisibility?.()) menu.open = true;
  field.focus();
  field.select();
});
