/*
 * The visitors' service worker, scope /: pages visited, the gate that the visitor keeps and the phrase cards go on without a link,
 * and say how old they are. Displays, the workbench, the API and event streams are none of its business.
 *
 * Pages: the server first; a kept copy when it is away, in trouble or slower than PATIENCE; else the page that says so. A page is kept
 * only if its answer says that it is the same for everyone. Everything kept carries the SHA-256 of its bytes: what is broken is dropped
 * and fetched anew. When the server has no /sw.js any more, this worker takes itself away.
 */
/** Named for the form of what it holds: another form begins another store, and the former is dropped. */
const STORE = "portal-1";
const OFFLINE = "/offline";
/** The paths of the gate that the visitor keeps: a list, the gate's own first. */
const GATE = "/kept-gate";
const HASH = "x-cau-noi-sha256";
/** What is known of a kept page without reading it: JSON, percent-encoded. */
const ABOUT = "x-cau-noi-page";
/** How long the server may take before a kept copy is shown, and before it counts as away (ms). */
const PATIENCE = 3000;
const LAST_PATIENCE = 20_000;
const MOST_PAGES = 60;
const MOST_OF_A_GATE = 24;
/** Of the pictures on kept pages: the newest of them, each in the size that this screen asked for. */
const PICTURES = "portal-pictures-1";
const MOST_PICTURES = 80;
const PICTURE = /\/media\/[0-9a-f]{64}\.\w+/g;
/** What is always kept is fetched again when it is older (ms). */
const OLD = 6 * 3_600_000;

const NOT_OURS = /^\/(?:display|kiosk|workbench|api|events|locales|choose|sw\.js)(?:\/|$)/;
/** Their names carry no hash: the kept ones serve at once, and are renewed behind. */
const SCRIPTS = new Set(["/portal.js", "/portal-early.js", "/favicon.svg"]);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAlways().catch(() => {}));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    dropOtherStores()
      .then(() => self.clients.claim())
      .then(holdOpenPages)
      .catch(() => {}),
  );
});

self.addEventListener("message", (event) => {
  const { kind, path } = event.data ?? {};
  const tell = (state) => event.ports[0]?.postMessage(state);
  const work = { keep: () => keepGate(path, tell), forget: () => forgetGate(tell), "is-kept": () => tellKept(path, tell) }[kind];
  if (work) event.waitUntil(work().catch(() => tell({ state: "failed" })));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(event, search ? null : pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(take(pathname).then((kept) => kept ?? fetch(request)));
  else if (pathname.startsWith("/media/")) event.respondWith(picture(event, pathname));
  else if (SCRIPTS.has(pathname)) event.respondWith(script(event, pathname));
});

/** @param path null: an address with a query, of which nothing is kept */
async function page(event, path) {
  const asked = fetch(event.request);
  const noted = asked.then((answer) => path && noteAnswer(path, answer.clone())).catch(() => {});
  event.waitUntil(noted.then(lookAround).catch(() => {}));
  const first = await within(asked, PATIENCE);
  if (first && !isTrouble(first)) return first;
  return (path && (await keptPage(path))) ?? first ?? (await within(asked, LAST_PATIENCE)) ?? (await offlinePage()) ?? Response.error();
}

async function script(event, path) {
  const renewed = fetchPart(path);
  event.waitUntil(renewed.catch(() => {}));
  return (await take(path)) ?? (await renewed) ?? fetch(event.request);
}

/** A picture never changes under its name: the kept one serves; without a link any other size of it does. */
async function picture(event, path) {
  const kept = await within(caches.match(path, { cacheName: PICTURES }), PATIENCE);
  if (kept) return kept;
  const answer = await fetch(event.request).catch(() => null);
  if (!answer) return (await otherSize(event.clientId, path)) ?? Response.error();
  if (answer.ok) event.waitUntil(keepPicture(path, answer.clone()).catch(() => {}));
  return answer;
}

async function keepPicture(path, answer) {
  if (retired) return;
  const store = await caches.open(PICTURES);
  await store.put(path, answer);
  // In the order in which they came.
  const kept = await store.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - MOST_PICTURES))) await store.delete(request);
}

/** The sizes of one picture stand together on the page that asks: a turned screen wants another one. */
async function otherSize(clientId, path) {
  const client = await self.clients.get(clientId);
  const html = client && (await (await take(new URL(client.url).pathname))?.text());
  const figure = (html?.match(/<picture>.*?<\/picture>/gs) ?? []).find((one) => one.includes(path));
  for (const size of figure?.match(PICTURE) ?? []) {
    const kept = await caches.match(size, { cacheName: PICTURES });
    if (kept) return kept;
  }
  return null;
}

/** What an answer to a visit means for the store: keep it with its twins, or forget what is gone. */
async function noteAnswer(path, answer) {
  if (answer.status === 404 || answer.status === 410) return drop([path, ...((await aboutOf(path))?.twins ?? [])]);
  if (!isForEveryone(answer)) return;
  const before = await heldHash(path);
  const about = await hold(path, answer, true);
  const changed = before !== (await heldHash(path));
  for (const twin of about?.twins ?? []) if (changed || !(await aboutOf(twin))) await fetchPage(twin, true);
  await makeRoom();
}

/** Fetches a page and keeps it. @returns what is known of it; null: it is not to be had */
async function fetchPage(path, used = false) {
  const answer = await fetch(path, { cache: "no-cache", headers: { accept: "text/html" } }).catch(() => null);
  if (answer?.status === 404 || answer?.status === 410) await drop([path]);
  if (!answer || (path !== OFFLINE && !isForEveryone(answer))) return null;
  return answer.ok ? hold(path, answer, false, used) : null;
}

/** Keeps a page's parts first and the page last. `visited`: the visitor asked for this very page; `used`: for its twin. */
async function hold(path, answer, visited, used = visited) {
  const bytes = await answer.arrayBuffer();
  const html = new TextDecoder().decode(bytes);
  const parts = [...new Set(html.match(/\/assets\/[\w./-]+\.\w+|\/portal[\w-]*\.js|\/favicon\.svg/g) ?? [])];
  for (const part of parts) if (!(await take(part))) await fetchPart(part);
  const former = await aboutOf(path);
  const about = {
    parts,
    twins: alternatesIn(html).filter((twin) => twin !== path),
    title: /<title>([^<]*)/.exec(html)?.[1] ?? path,
    lang: /<html lang="([^"]+)/.exec(html)?.[1] ?? "",
    visited: visited ? Date.now() : (former?.visited ?? 0),
    used: used ? Date.now() : (former?.used ?? 0),
  };
  await put(path, answer.headers, bytes, about);
  return about;
}

/** @returns the fetched part; null: it is not to be had */
async function fetchPart(path) {
  const answer = await fetch(path, { cache: path.startsWith("/assets/") ? "default" : "no-cache" }).catch(() => null);
  if (!answer?.ok) return null;
  await put(path, answer.headers, await answer.clone().arrayBuffer());
  return answer;
}

/** The same page in its languages. Only paths count: the address that it names may be another host's name for this one. */
function alternatesIn(html) {
  const links = html.match(/<link [^>]*hrefLang="[^"]+"[^>]*>/gi) ?? [];
  return links
    .filter((link) => !/x-default/i.test(link))
    .flatMap((link) => /href="([^"]+)"/.exec(link)?.[1] ?? [])
    .map((href) => new URL(href, self.location.origin).pathname);
}

async function keptPage(path) {
  const held = await take(path);
  if (!held) return null;
  const html = await held.text();
  const date = held.headers.get("date");
  const lang = /<html lang="([^"]+)/.exec(html)?.[1];
  const [, zone, pattern] = /<p id="kept"[^>]* data-zone="([^"]+)" data-at="([^"]+)"/.exec(html) ?? [];
  const said = html
    .replace(/(<p id="kept"[^>]*?) hidden=""/, "$1")
    .replace(/(<time id="kept-age")>/, `$1 datetime="${date}">${age(new Date(date), lang, zone, pattern)}`);
  return new Response(said, { headers: held.headers });
}

/** How long ago, and when, on the clock and in the words of the page. */
function age(date, lang, zone, pattern) {
  const minutes = Math.max(1, Math.round((Date.now() - date) / 60_000));
  const [amount, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 1440 ? [minutes / 60, "hour"] : [minutes / 1440, "day"];
  const ago = new Intl.RelativeTimeFormat(lang).format(-Math.round(amount), unit);
  // Kept by an older portal: it names neither.
  if (!pattern) return ago;
  const calendar = { timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const { hour, minute, ...parts } = Object.fromEntries(new Intl.DateTimeFormat("en", calendar).formatToParts(date).map(({ type, value }) => [type, value]));
  const at = pattern.replace(/\{(\w+)\}/g, (_, part) => (part === "time" ? `${hour}:${minute}` : parts[part]));
  return `${ago} · ${at}`;
}

/** Says in every language that there is no link, and what can be read without: in the language that was read last. */
async function offlinePage() {
  const held = await take(OFFLINE);
  if (!held) return null;
  const pages = (await allPages()).filter(({ path }) => path !== OFFLINE);
  const { lang } = pages.reduce((last, one) => (one.about.visited > last.visited ? one.about : last), { visited: 0 });
  const links = pages
    .filter(({ about }) => !lang || about.lang === lang)
    .sort((a, b) => b.about.used - a.about.used)
    .map(({ path, about }) => `<li><a href="${path}" lang="${about.lang}">${about.title}</a></li>`);
  const html = (await held.text()).replace(/(<ul id="kept-pages"[^>]*>)/, `$1${links.join("")}`);
  return new Response(html, { status: 503, headers: held.headers });
}

/** The page for times without a link, and those that it names as never to be missing: the phrase cards. */
async function keepAlways() {
  const now = Date.now();
  const isOld = async (path) => !(now - (await heldSince(path)) < OLD);
  if (await isOld(OFFLINE)) await fetchPage(OFFLINE);
  const html = (await (await take(OFFLINE))?.text()) ?? "";
  const always = (html.match(/<a [^>]*data-keep[^>]*>/g) ?? []).flatMap((link) => /href="([^"#]+)/.exec(link)?.[1] ?? []);
  for (const path of [...always, ...(await gatePaths())]) if (await isOld(path)) await fetchPage(path);
  return always;
}

async function keepGate(path, tell) {
  tell({ state: "busy", done: 0, of: 1 });
  const about = await fetchPage(path);
  if (!about) return tell({ state: "failed" });
  const paths = new Set([path, ...about.twins]);
  for (const twin of about.twins) await fetchPage(twin);
  for (const one of [...paths]) {
    const html = (await (await take(one))?.text()) ?? "";
    for (const [, article] of html.matchAll(/href="(\/[\w-]+\/articles\/[\w-]+)"/g)) if (paths.size < MOST_OF_A_GATE) paths.add(article);
  }
  let done = 0;
  let failed = 0;
  for (const one of paths) {
    if (!(await aboutOf(one)) && !(await fetchPage(one))) failed++;
    tell({ state: "busy", done: ++done, of: paths.size });
  }
  await keepAlways();
  if (failed) return tell({ state: "failed" });
  await (await caches.open(STORE)).put(GATE, new Response(JSON.stringify([...paths])));
  await makeRoom();
  tell({ state: "kept" });
}

async function forgetGate(tell) {
  await (await caches.open(STORE)).delete(GATE);
  tell({ state: "idle" });
}

/** A gate is kept whichever language its page is read in. */
async function tellKept(path, tell) {
  const paths = await gatePaths();
  const twins = (await aboutOf(path))?.twins ?? [];
  tell({ state: [path, ...twins].includes(paths[0]) ? "kept" : "idle" });
}

async function gatePaths() {
  const kept = await find(GATE);
  return kept ? kept.json().catch(() => []) : [];
}

/** On a first visit the page was there before its worker. */
async function holdOpenPages() {
  for (const { url } of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    const { pathname, search } = new URL(url);
    if (search || NOT_OURS.test(pathname) || (await aboutOf(pathname))?.visited) continue;
    const answer = await fetch(pathname, { headers: { accept: "text/html" } }).catch(() => null);
    if (answer) await noteAnswer(pathname, answer);
  }
}

/** Set when this worker takes itself away: what is still under way keeps nothing any more. */
let retired = false;

/** Behind every visit: whether this worker is still wanted, and whether what is always kept is there and fresh. */
async function lookAround() {
  const own = await fetch("/sw.js", { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (own?.status === 404 || own?.status === 410) {
    retired = true;
    for (const name of await caches.keys()) if (name.startsWith("portal-")) await caches.delete(name);
    await self.registration.unregister();
  } else if (own?.ok) await keepAlways();
}

/** The pages used longest ago go first; what is always kept stays. Parts that no page mentions go too. */
async function makeRoom() {
  const pages = await allPages();
  if (pages.length <= MOST_PAGES) return;
  const stay = new Set([OFFLINE, ...(await keepAlways()), ...(await gatePaths())]);
  const going = pages.filter(({ path }) => !stay.has(path)).sort((a, b) => a.about.used - b.about.used);
  await drop(going.slice(0, pages.length - MOST_PAGES).map(({ path }) => path));
  const used = new Set((await allPages()).flatMap(({ about }) => about.parts));
  const store = await caches.open(STORE);
  for (const { url } of await store.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/assets/") && !used.has(pathname)) await store.delete(pathname);
  }
}

async function allPages() {
  const store = await caches.open(STORE);
  const paths = (await store.keys()).map(({ url }) => new URL(url).pathname);
  const found = await Promise.all(paths.map(async (path) => ({ path, about: await aboutOf(path) })));
  return found.filter(({ about }) => about);
}

async function aboutOf(path) {
  const about = await headerOf(path, ABOUT);
  return about ? JSON.parse(decodeURIComponent(about)) : null;
}

/** Looking something up must not make a store. */
const find = (path) => caches.match(path, { cacheName: STORE });
const headerOf = async (path, name) => (await find(path))?.headers.get(name);
const heldHash = (path) => headerOf(path, HASH);
const heldSince = async (path) => Date.parse((await headerOf(path, "date")) ?? "");

async function put(path, from, bytes, about) {
  const headers = new Headers(from);
  // Kept unpacked, and found again whoever asks how.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(HASH, await sha256(bytes));
  if (about) headers.set(ABOUT, encodeURIComponent(JSON.stringify(about)));
  if (!retired) await (await caches.open(STORE)).put(path, new Response(bytes, { headers }));
}

/** What is kept under a path, proven whole; null when there is nothing, or nothing left of it. */
async function take(path) {
  try {
    const found = await find(path);
    if (!found) return null;
    const bytes = await found.arrayBuffer();
    if (found.headers.get(HASH) === (await sha256(bytes))) return new Response(bytes, { headers: found.headers });
    await drop([path]);
  } catch {
    // The store itself cannot be read: begin a new one.
    await caches.delete(STORE).catch(() => {});
  }
  return null;
}

async function drop(paths) {
  const store = await caches.open(STORE);
  for (const path of paths) await store.delete(path);
}

async function dropOtherStores() {
  for (const name of await caches.keys()) if (name.startsWith("portal-") && name !== STORE && name !== PICTURES) await caches.delete(name);
}

async function sha256(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const isForEveryone = ({ status, redirected, headers }) =>
  status === 200 &&
  !redirected &&
  (headers.get("content-type") ?? "").startsWith("text/html") &&
  /\bpublic\b/.test(headers.get("cache-control") ?? "") &&
  !/cookie/i.test(headers.get("vary") ?? "");

/** The server is there but can't answer: a kept page is worth more. */
const isTrouble = ({ status }) => status >= 500 || status === 429;

/** What was asked for, if it comes in time; null: it failed, or is late. */
const within = (asked, ms) => Promise.race([asked.catch(() => null), new Promise((resolve) => setTimeout(resolve, ms, null))]);
