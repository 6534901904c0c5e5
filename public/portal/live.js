/**
 * Keeps an open page right without a reload. Elements marked `data-live` (an id, and as value the kinds of change that concern them)
 * get their new content after such a change, and at the earliest `data-valid-until`; with `data-revision` nothing between page and
 * stream is missed. Where no kind of change is named only the clock is watched, without a stream.
 * Without this script the page is as complete, only as old as its last load.
 */
const FIND = "[data-live]";
/** Milliseconds: a burst of changes is one question; after silence; between two looks at the clock, at the least and at the most. */
const SOON = 300;
const SILENCE = 20_000;
const LEAST = 1_000;
const AFTER_LOOK = 5_000;
const MOST = 3_600_000;
/** All open pages come to a set instant at once: they ask spread over so long behind it. */
const SPREAD = 2_000;
/** No clock is wrong by more: further away its own time will do. */
const DAY = 86_400_000;

export function live() {
  if (!document.querySelector(FIND) || !window.EventSource || !window.fetch) return;
  let stream = null;
  let seen = told("revision")[0] ?? null;
  /** How far the server's clock is ahead; null: not known. */
  let ahead = null;
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
    let least = AFTER_LOOK;
    try {
      const response = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
      setClock(response.headers.get("date"));
      if (response.ok) show(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      // No link: the stream breaks too, and its return asks again. Meanwhile the own clock has to do.
      ahead = ahead ?? 0;
      least = SILENCE;
    }
    asking = false;
    watchClock(least);
    if (again) soon(SOON);
    again = false;
  }

  /** Asks anew at the instant at which the page says that it will read differently, by the server's clock. */
  function watchClock(least) {
    clearTimeout(clock);
    const until = Math.min(...told("valid-until").map(Date.parse));
    if (until === Number.POSITIVE_INFINITY) return;
    const wait = until - Date.now();
    // The stream tells the time; without one the server has to be asked once.
    if (ahead === null && !stream && wait < DAY) return soon(LEAST);
    const left = Math.max(least, wait - (ahead ?? 0));
    clock = setTimeout(() => (left > MOST ? watchClock(LEAST) : soon(SPREAD)), Math.min(left, MOST));
  }

  const kinds = () => [...document.querySelectorAll(FIND)].flatMap((one) => one.dataset.live.split(" ")).filter(Boolean);

  function listen() {
    if (stream || kinds().length === 0) return;
    stream = new EventSource(seen === null ? "/events" : `/events?since=${seen}`);
    const opened = stream;
    opened.addEventListener("hello", (event) => {
      setClock(JSON.parse(event.data).now);
      watchClock(LEAST);
    });
    opened.addEventListener("change", (event) => {
      const change = JSON.parse(event.data);
      seen = change.revision;
      if (kinds().includes(change.kind)) soon(SOON);
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
  const wake = () => {
    if (!document.hidden) listen();
    watchClock(LEAST);
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : wake()));
  window.addEventListener("pagehide", hangUp);
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  wake();
}

/** The values of a `data-…` attribute on what is live. */
const told = (name) => [...document.querySelectorAll(`${FIND}[data-${name}]`)].map((one) => one.getAttribute(`data-${name}`));

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
