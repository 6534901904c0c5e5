/** What a first visit to each kind of page costs over the wire, without images. */

const HEADERS = { "accept-encoding": "br", accept: "text/html" };

/**
 * @param {string} origin
 * @param {string} path
 * @returns {Promise<{ path: string, html: number, css: number, js: number, total: number }>} bytes as sent, brotli
 */
export async function weigh(origin, path) {
  const html = await fetchRaw(origin + path);
  const text = await (await fetch(origin + path, { headers: { accept: "text/html" } })).text();
  const sheets = [...text.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? "");
  const scripts = [...text.matchAll(/<script[^>]+src="([^"]+)"|<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)].map(([, src, href]) => src ?? href ?? "");
  const css = await sum(origin, sheets);
  const js = await sum(origin, scripts);
  return { path, html, css, js, total: html + css + js };
}

/** @param {string} origin @param {string[]} addresses */
async function sum(origin, addresses) {
  let bytes = 0;
  for (const address of new Set(addresses)) bytes += await fetchRaw(new URL(address, origin).href);
  return bytes;
}

/** Length of the body as it travels: node:http does not decode it. @param {string} url @returns {Promise<number>} */
async function fetchRaw(url) {
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get(url, { headers: HEADERS }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => {
        bytes += chunk.length;
      });
      response.once("end", () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${response.statusCode} ${url}`))));
    }).once("error", reject);
  });
}

/** The addresses of the portal's pages, by following its own links from both homes. @param {string} origin @param {string[]} langs */
export async function crawl(origin, langs) {
  const found = new Set(langs.map((lang) => `/${lang}`));
  for (const path of found) {
    const response = await fetch(origin + path);
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    for (const [, href = ""] of (await response.text()).matchAll(/<a[^>]+href="(\/[^"#?]*)/g))
      if (langs.some((lang) => href === `/${lang}` || href.startsWith(`/${lang}/`))) found.add(href);
  }
  return [...found].sort();
}
