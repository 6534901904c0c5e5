/** How the reader wants to read: colours, contrast, size. Kept on this device alone; portal-early.js applies it on the next page. */
export function reading() {
  const panel = document.querySelector(".tools");
  if (!panel) return;
  const root = document.documentElement;
  const system = { dark: matchMedia("(prefers-color-scheme:dark)"), more: matchMedia("(prefers-contrast:more)") };
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("reading")) ?? {};
  } catch {}

  const apply = () => {
    const { theme, contrast, text } = chosen;
    if (text) root.dataset.text = text;
    else delete root.dataset.text;
    if (theme || contrast) root.dataset.look = (theme || (system.dark.matches ? "dark" : "light")) + (contrast || system.more.matches ? "-more" : "");
    else delete root.dataset.look;
    const paper = getComputedStyle(root).backgroundColor;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = paper;
  };

  for (const input of panel.querySelectorAll("input")) {
    if (input.type === "checkbox") input.checked = !!chosen[input.name];
    else input.checked = input.value === (chosen[input.name] ?? "");
  }
  panel.addEventListener("change", ({ target }) => {
    chosen[target.name] = target.type === "checkbox" ? target.checked : target.value;
    try {
      localStorage.setItem("reading", JSON.stringify(chosen));
    } catch {
      // A browser that keeps nothing still shows it on this page.
    }
    apply();
  });
  for (const query of Object.values(system)) query.addEventListener?.("change", apply);
  if (root.dataset.look) apply();

  const close = () => {
    panel.open = false;
  };
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !panel.open) return;
    close();
    panel.firstElementChild.focus();
  });
  addEventListener("click", ({ target }) => panel.contains(target) || close());
}
