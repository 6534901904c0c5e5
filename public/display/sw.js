/*
 * The displays' service worker, scope /kiosk: a kiosk that is reloaded while its server is away shows itself again.
 * It keeps three things: the page (network first), what the page is made of (by names that carry their hash: store first),
 * and the content. Everything else, event streams above all, it leaves to the browser.
 *
 * Every stored thing carries the SHA-256 of its bytes and is checked when taken out: what is broken is deleted and fetched
 * anew, so a damaged disk heals with the next contact. An error page is never stored, and never shown where a page is held.
 */
const STORE = "kiosk-1";
const HASH = "x-cau-noi-sha256";
const HELD = "x-cau-noi-held";
/** How long the server may take to answer before the held page is shown (ms). */
const PATIENCE = 3000;

const isPage = (path) => /^\/kiosk\/[^/]+$/.test(path);
const isContent = (path) => /^\/kiosk\/[^/]+\/content\.json$/.test(path);
const isPart = (path) => path.startsWith("/assets/") || path.startsWith("/locales/display.") || path === "/favicon.svg";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOtherStores().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  const { kind, path } = event.data ?? {};
  if (kind === "hold" && isPage(path)) event.waitUntil(holdFromServer(path).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(event, pathname));
  else if (isContent(pathname)) event.respondWith(content(event, pathname));
  else if (isPart(pathname)) event.respondWith(part(request, pathname));
});

/** The server's page when it answers well and in time, else the held one, else whatever the server says. */
async function page(event, path) {
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => answer.ok && hold(path, answer.clone())).catch(() => {}));
  const answer = await Promise.race([asked.catch(() => null), after(PATIENCE)]);
  return answer?.ok ? answer : ((await heldPage(path)) ?? asked);
}

/** The server's content, else the held one, marked as such: the page must not take it for a sign of life. */
async function content(event, path) {
  const answer = await fetch(event.request).catch(() => null);
  if (answer?.ok) {
    event.waitUntil(put(path, answer.clone()).catch(() => {}));
    return answer;
  }
  const held = await take(path);
  if (!held) return answer ?? Response.error();
  const headers = new Headers(held.headers);
  headers.set(HELD, "1");
  return new Response(held.body, { headers });
}

async function part(request, path) {
  return (await take(path)) ?? fetch(request);
}

async function holdFromServer(path) {
  const answer = await fetch(path, { headers: { accept: "text/html" } });
  if (answer.ok) await hold(path, answer);
}

/** Stores a page's parts first and the page last, so that a held page always finds what it is made of. */
async function hold(path, answer) {
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return;
  const parts = partsOf(await answer.clone().text());
  for (const part of parts) {
    if (await take(part)) continue;
    const fetched = await fetch(part);
    if (!fetched.ok) return;
    await put(part, fetched);
  }
  await put(path, answer);
  await dropUnused();
}

/** Everything with a hashed name that a page mentions: scripts, their preloads, styles, strings. */
const partsOf = (html) => [...new Set(html.match(/\/(?:assets|locales)\/[\w./-]+\.\w+|\/favicon\.svg/g) ?? [])];

/** A held page, if all of its parts are held too. */
async function heldPage(path) {
  const held = await take(path);
  if (!held) return null;
  const parts = await Promise.all(partsOf(await held.clone().text()).map(take));
  return parts.every(Boolean) ? held : null;
}

async function put(path, answer) {
  const bytes = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  // The bytes are kept unpacked.
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(HASH, await sha256(bytes));
  const store = await caches.open(STORE);
  await store.put(path, new Response(bytes, { headers }));
}

/** What is stored under a path, proven whole; null when there is nothing, or nothing left of it. */
async function take(path) {
  try {
    const store = await caches.open(STORE);
    const found = await store.match(path);
    if (!found) return null;
    const bytes = await found.arrayBuffer();
    if (found.headers.get(HASH) === (await sha256(bytes))) return new Response(bytes, { headers: found.headers });
    await store.delete(path);
  } catch {
    // The store itself cannot be read: begin a new one.
    await caches.delete(STORE).catch(() => {});
  }
  return null;
}

/** Drops what no held page mentions any more. */
async function dropUnused() {
  const store = await caches.open(STORE);
  const paths = (await store.keys()).map((request) => new URL(request.url).pathname);
  const pages = await Promise.all(paths.filter(isPage).map(take));
  const used = new Set((await Promise.all(pages.filter(Boolean).map(async (held) => partsOf(await held.text())))).flat());
  for (const path of paths) if (isPart(path) && !used.has(path)) await store.delete(path);
}

async function dropOtherStores() {
  for (const name of await caches.keys()) if (name.startsWith("kiosk-") && name !== STORE) await caches.delete(name);
}

async function sha256(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const after = (ms) => new Promise((resolve) => setTimeout(() => resolve(null), ms));
