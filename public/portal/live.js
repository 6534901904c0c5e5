/**
 * Keeps an open page right without a reload. Elements marked `data-live` (an id, and as value the kinds of change that concern them)
 * get their new content after such a change, and at `data-valid-until`; with `data-revision` nothing between page and stream is missed.
 * Without this script the page is as complete, only as old as its last load.
 */
const FIND = "[data-live]";
/** Milliseconds: a burst of changes is one question; after silence; between two looks at the clock, at the least and at the most. */
const SOON = 300;
const SILENCE = 20_000;
const LEAST = 1_000;
const AFTER_LOOK = 5_000;
const MOST = 3_600_000;

export function live() {
  if (!document.querySelector(FIND) || !window.EventSource || !window.fetch) return;
  let stream = null;
  let seen = told("revision");
  let ahead = 0;
  let asked = null;
  let clock = null;
  let asking = false;
  let again = false;

  const soon = (wait) => {
    if (asked === null)
      asked = setTimeout(
        () => {
          asked = null;
          void refresh();
        },
        wait * (0.3 + Math.random() * 0.7),
      );
  };

  /** Phones are often wrong by minutes. */
  function setClock(now) {
    ahead = Date.parse(now) - Date.now() || 0;
  }

  async function refresh() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const response = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
      setClock(response.headers.get("date"));
      if (response.ok) show(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      // No link: the stream breaks too, and its return asks again.
    }
    asking = false;
    watchClock(AFTER_LOOK);
    if (again) soon(SOON);
    again = false;
  }

  /** Asks anew at the instant at which the page says that it will read differently, by the server's clock. */
  function watchClock(least) {
    clearTimeout(clock);
    const until = Date.parse(told("valid-until"));
    if (!until) return;
    const left = Math.max(least, until - Date.now() - ahead);
    clock = setTimeout(() => (left > MOST ? watchClock(LEAST) : soon(LEAST)), Math.min(left, MOST));
  }

  function concerns(kind) {
    return [...document.querySelectorAll(FIND)].some((one) => one.dataset.live.split(" ").includes(kind));
  }

  function listen() {
    if (stream) return;
    stream = new EventSource(seen === null ? "/events" : `/events?since=${seen}`);
    const opened = stream;
    opened.addEventListener("hello", (event) => {
      setClock(JSON.parse(event.data).now);
      watchClock(LEAST);
    });
    opened.addEventListener("change", (event) => {
      const change = JSON.parse(event.data);
      seen = change.revision;
      if (concerns(change.kind)) soon(SOON);
    });
    opened.addEventListener("reset", (event) => {
      seen = JSON.parse(event.data).revision;
      soon(SOON);
    });
    opened.addEventListener("error", () => {
      // The browser itself opens a broken stream again, but gives up for good after an HTTP error.
      if (opened.readyState === EventSource.CLOSED && opened === stream) {
        hangUp();
        setTimeout(() => document.hidden || listen(), SILENCE * (1 + Math.random()));
        soon(SILENCE);
      }
    });
  }

  function hangUp() {
    stream?.close();
    stream = null;
  }

  // A page that nobody sees holds no stream: a phone has few, and a battery.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return hangUp();
    listen();
    watchClock(LEAST);
  });
  window.addEventListener("pagehide", hangUp);
  window.addEventListener("pageshow", (event) => event.persisted && listen());
  if (!document.hidden) listen();
  watchClock(LEAST);
}

/** The first value of a `data-…` attribute on what is live; null without one. */
function told(name) {
  return document.querySelector(`${FIND}[data-${name}]`)?.getAttribute(`data-${name}`) ?? null;
}

function show(fresh) {
  for (const old of document.querySelectorAll(FIND)) {
    const made = fresh.getElementById(old.id);
    if (!made) continue;
    for (const name of ["data-revision", "data-valid-until"])
      if (made.hasAttribute(name)) old.setAttribute(name, made.getAttribute(name));
      else old.removeAttribute(name);
    if (old.innerHTML !== made.innerHTML) replaceWithin(old, made);
  }
}

/** The element itself stays, for whoever listens to it; so does the focus, on what leads to the same place. */
function replaceWithin(old, made) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const same = focused?.getAttribute("href");
  old.replaceChildren(...made.childNodes);
  if (focused) [...old.querySelectorAll("a[href]")].find((one) => one.getAttribute("href") === same)?.focus({ preventScroll: true });
}
