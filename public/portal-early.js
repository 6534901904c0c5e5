/*
 * Before the first paint: what the reader chose to read with (reading.js keeps it). `enhanced` says that the module script will run,
 * so that what needs it may show itself without moving the page. At most 500 bytes.
 */
(() => {
  const root = document.documentElement;
  const prefers = (what) => matchMedia(`(prefers-${what})`).matches;
  try {
    if ("noModule" in document.createElement("script")) root.classList.add("enhanced");
    const { theme, contrast, text } = JSON.parse(localStorage.getItem("reading")) ?? {};
    if (text) root.dataset.text = text;
    if (theme || contrast)
      root.dataset.look = (theme || (prefers("color-scheme:dark") ? "dark" : "light")) + (contrast || prefers("contrast:more") ? "-more" : "");
  } catch {}
})();
