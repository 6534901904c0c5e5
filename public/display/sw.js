/*
 * The displays' service worker, registered twice. For the scope /kiosk (a kiosk in any browser): what is reloaded while its server is away
 * shows itself again. For the scope /display (a paired device): whatever the held manifest names is answered from the device's own verified
 * store, so that the page and all it shows need no server. Where everything else is broken, the emergency numbers below stand in.
 *
 * Every stored thing carries the SHA-256 of its bytes and is checked when taken out: what is broken is passed over and fetched anew, so a
 * damaged disk heals with the next contact. An error page is never stored, and never shown where a page is held. Event streams and
 * whatever else the device says to its server are left to the browser.
 */
const OF_DEVICE = new URL(self.registration.scope).pathname === "/display";
const STORE = "kiosk-1";
const HASH = "x-cau-noi-sha256";
const HELD = "x-cau-noi-held";
/** How long the server may take to answer before the held page is shown (ms). */
const PATIENCE = 3000;

const isPage = (path) => (OF_DEVICE ? path === "/display" : /^\/kiosk\/[^/]+$/.test(path));
const isContent = (path) => /^\/kiosk\/[^/]+\/content\.json$/.test(path);
const isPart = (path) =>
  path.startsWith("/assets/") || path.startsWith("/locales/display.") || path === "/favicon.svg" || (OF_DEVICE && path === "/display/watch.js");
/** Pictures of articles: their names carry their hash. */
const isPicture = (path) => path.startsWith("/media/");
/** Sounds and films of playlists: theirs too. */
const isClip = (path) => path.startsWith("/display/clips/");
/** What the device and its server say to each other, and what tells whether the server is there. */
const isWire = (path) => (path.startsWith("/display/") && !isPart(path) && !isClip(path)) || path === "/events" || path === "/readyz" || path === "/livez";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOtherStores().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  const { kind, path, pictures = [] } = event.data ?? {};
  if (kind !== "hold" || !isPage(path)) return;
  const held = holdFromServer(path).catch(() => {});
  event.waitUntil(held.then(() => OF_DEVICE || holdPictures(pictures.filter(isPicture))).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (OF_DEVICE) return answerDevice(event, request, pathname);
  if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(event, pathname));
  else if (isContent(pathname)) event.respondWith(content(event, pathname));
  else if (isPart(pathname) || isPicture(pathname)) event.respondWith(part(request, pathname));
});

function answerDevice(event, request, path) {
  if (isWire(path) || request.headers.get("accept")?.includes("text/event-stream")) return;
  if (request.mode !== "navigate") event.respondWith(resource(request, path));
  else if (isPage(path)) event.respondWith(devicePage(event, path));
}

/** The held page if all of it is whole; else the server's; else the one kept from an earlier visit; else the emergency numbers. */
async function devicePage(event, path) {
  const held = await inTime(heldDocument(path));
  if (held) return held;
  // Asked anew each time: this page may lie in the browser's cache, for the day when this worker is lost.
  const asked = fetch(path, { cache: "no-cache", headers: { accept: "text/html" } });
  event.waitUntil(asked.then((answer) => isGood(answer) && hold(path, answer.clone())).catch(() => {}));
  const answer = await Promise.race([asked.catch(() => null), after(PATIENCE)]);
  if (answer && isGood(answer)) return answer;
  return (await inTime(heldPage(path))) ?? emergencyPage();
}

/** A redirect leads to somebody else's page, such as a hotspot's. */
const isGood = (answer) => answer.ok && !answer.redirected;

async function resource(request, path) {
  const paths = await inTime(heldPaths());
  const named = paths?.[path];
  const held = named && (await inTime(heldAnswer(named, request.headers.get("range"))));
  if (held) return held;
  if (named) await tellBroken(named.sha256);
  return (isPart(path) && (await inTime(take(path)))) || fetch(request);
}

async function heldDocument(path) {
  const paths = await heldPaths();
  const held = paths?.[path] && (await heldAnswer(paths[path], null));
  if (!held) return null;
  for (const part of partsOf(await held.clone().text())) {
    if (!paths[part] || !(await heldAnswer(paths[part], null))) return null;
  }
  return held;
}

/** The page mends its store: it alone writes to it. */
async function tellBroken(sha256) {
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ kind: "broken", sha256 });
}

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

/** Holds the pictures that the content shows, and drops those that it shows no more. */
async function holdPictures(paths) {
  const store = await caches.open(STORE);
  const held = (await store.keys()).map((request) => new URL(request.url).pathname).filter(isPicture);
  for (const path of held) if (!paths.includes(path)) await store.delete(path);
  for (const path of paths) {
    if (held.includes(path) && (await take(path))) continue;
    const fetched = await fetch(path).catch(() => null);
    if (fetched?.ok) await put(path, fetched);
  }
}

/** Everything with a hashed name that a page mentions: scripts, their preloads, styles, strings. */
const partsOf = (html) => [...new Set(html.match(/\/(?:assets|locales)\/[\w./-]+\.\w+|\/favicon\.svg|\/display\/watch\.js/g) ?? [])];

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

/** A store that does not answer is as good as none. */
const inTime = (work) => Promise.race([work.catch(() => null), after(PATIENCE)]);

/*
 * The device's store, as ui/display/device writes it: facts are { text, sha256 }; a file is a row { bytes, chunks: [sha256], whole } and
 * chunks of CHUNK bytes under "<sha256>:<index>". Nothing is written here.
 */
const DATABASE = "cau-noi-display";
const CHUNK = 1 << 20;
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    // The page makes the database: an empty one in its place would be in its way.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const found = request.result;
      found.onclose = () => {
        opened = null;
      };
      found.onversionchange = () => {
        opened = null;
        found.close();
      };
      resolve(found);
    };
  }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function read(shelf, key) {
  const from = await database();
  return new Promise((resolve, reject) => {
    const request = from.transaction(shelf).objectStore(shelf).get(key);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The resources of the held manifest by their paths; null: nothing is held. */
async function heldPaths() {
  const fact = await read("facts", "paths");
  const whole = fact && fact.sha256 === (await sha256(new TextEncoder().encode(fact.text)));
  return whole ? JSON.parse(fact.text) : null;
}

/** The one range that is asked for, both ends included, as the server reads it: null: none. "outside": there are no such bytes. */
function rangeOf(header, bytes) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (!first && !last) return null;
  const from = first ? Number(first) : Math.max(0, bytes - Number(last));
  const to = first && last ? Number(last) : bytes - 1;
  if (from >= bytes) return "outside";
  return to < from ? null : { from, to: Math.min(to, bytes - 1) };
}

/**
 * A held file, proven whole as far as it is handed out; null when it is not there or broken. Of a long one asked for by ranges comes one
 * chunk at a time: players ask for the rest.
 */
async function heldAnswer(named, range) {
  const row = await read("resources", named.sha256);
  if (!row?.whole || row.bytes !== named.bytes) return null;
  if (row.chunks.length === 1 && row.chunks[0] !== named.sha256) return null;
  const headers = { ...named.headers, "content-type": named.type, "accept-ranges": "bytes" };
  const asked = rangeOf(range, row.bytes);
  if (asked === "outside") return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${row.bytes}` } });
  if (asked) {
    const { from } = asked;
    const index = Math.floor(from / CHUNK);
    const bytes = await chunk(named.sha256, index, row);
    if (!bytes) return null;
    const to = Math.min(asked.to, index * CHUNK + bytes.byteLength - 1);
    const body = bytes.slice(from - index * CHUNK, to - index * CHUNK + 1);
    return new Response(body, { status: 206, headers: { ...headers, "content-length": body.byteLength, "content-range": `bytes ${from}-${to}/${row.bytes}` } });
  }
  const all = [];
  for (let index = 0; index < row.chunks.length; index += 1) {
    const bytes = await chunk(named.sha256, index, row);
    if (!bytes) return null;
    all.push(bytes);
  }
  return new Response(new Blob(all), { headers: { ...headers, "content-length": row.bytes } });
}

async function chunk(name, index, row) {
  const bytes = await read("chunks", `${name}:${String(index).padStart(6, "0")}`);
  return bytes && (await sha256(bytes)) === row.chunks[index] ? bytes : null;
}

/** Needs nothing: no store, no server, no other file. It looks for the server, and loads the page again when it is there. */
function emergencyPage() {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
  };
  return new Response(EMERGENCY_PAGE, { headers });
}

/** The numbers and words are those of ui/kit/emergency-numbers.tsx and locales: a test holds them together. */
const EMERGENCY_PAGE = `<!DOCTYPE html>
<html lang="vi" data-emergency>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>113 · 114 · 115 · 112</title>
<style>
:root{color-scheme:dark}
*{box-sizing:border-box;margin:0}
html{font:clamp(16px,2.6vmin,64px)/1.5 "Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;background:#0c332b;color:#fffefb}
:lang(zh-Hans){font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
body{min-height:100vh;padding:2rem;display:flex;flex-direction:column;justify-content:center;gap:2rem}
h1{font-size:1.9rem;line-height:1.35;font-weight:600}
h1 span,li span span{display:block}
ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem}
li{display:flex;align-items:center;gap:1.25rem;padding:1.25rem;border:2px solid #cfdfd8;border-radius:.75rem}
b{font-size:3.5rem;line-height:1}
p{color:#cfdfd8}
</style>
</head>
<body>
<h1><span>Số khẩn cấp tại Việt Nam</span><span lang="zh-Hans">越南紧急电话</span></h1>
<ul>
<li><b>113</b><span><span>Công an</span><span lang="zh-Hans">公安</span></span></li>
<li><b>114</b><span><span>Cứu hỏa</span><span lang="zh-Hans">消防</span></span></li>
<li><b>115</b><span><span>Cấp cứu</span><span lang="zh-Hans">急救</span></span></li>
<li><b>112</b><span><span>Cứu nạn</span><span lang="zh-Hans">救援</span></span></li>
</ul>
<p><span>Màn hình đang chờ kết nối và sẽ tự trở lại.</span> <span lang="zh-Hans">屏幕正在等待连接，将自动恢复。</span></p>
<script>
(function look() {
  setTimeout(function () {
    fetch("/readyz", { cache: "no-store" }).then(function (answer) { if (answer.ok) location.reload(); else look(); }, look);
  }, 5000 + Math.random() * 10000);
})();
</script>
</body>
</html>`;
