/** What would open a menu, select, drag, drop a file onto the page (which navigates) or zoom. */
const ALWAYS_REFUSED = ["contextmenu", "selectstart", "dragstart", "dragover", "drop", "gesturestart", "gesturechange", "auxclick"];

/** The mouse's own "back" and "forward" buttons. */
const SIDE_BUTTONS = [3, 4];

/**
 * Keeps the visitor on the kiosk: refuses menus, selection, dragging, zooming by wheel or pinch, and every link.
 * CSS (`touch-action`, `user-select`) does the rest; keys are left alone, for technicians and assistive tools.
 * @returns the way to lift it
 */
export function keepInside(page: Document): () => void {
  const refuse = (event: Event) => event.preventDefault();
  const refuseLink = (event: Event) => {
    if (event.target instanceof Element && event.target.closest("a, area")) event.preventDefault();
  };
  const refuseSideButton = (event: MouseEvent) => {
    if (SIDE_BUTTONS.includes(event.button)) event.preventDefault();
  };
  const refuseZoom = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  const ending = new AbortController();
  const options = { capture: true, passive: false, signal: ending.signal };
  for (const kind of ALWAYS_REFUSED) page.addEventListener(kind, refuse, options);
  page.addEventListener("click", refuseLink, options);
  page.addEventListener("mousedown", refuseSideButton, options);
  page.addEventListener("mouseup", refuseSideButton, options);
  page.addEventListener("wheel", refuseZoom, options);
  return () => ending.abort();
}

/** Asks for the full screen; only a touch may ask, and a browser may refuse: then the kiosk is as good in its window. */
export function askFullScreen(page: Document): void {
  if (page.fullscreenElement || !page.documentElement.requestFullscreen) return;
  page.documentElement.requestFullscreen({ navigationUI: "hide" }).catch(() => {});
}
