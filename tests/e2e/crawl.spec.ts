import { LANGS, language, others } from "../../app/core/language/languages.ts";
import { expect, test } from "./fixtures.ts";

/** What one page says of itself, as the browser understands it. */
interface Seen {
  lang: string;
  title: string;
  twins: Record<string, string>;
  canonical: string | null;
  noindex: boolean;
  links: string[];
  /** Languages that a form is switched to without losing what was typed. */
  switches: string[];
  /** Sources of pictures, styles and scripts. */
  parts: string[];
  ids: string[];
  /** Visible words by the language that they are marked as. */
  words: Record<string, string>;
}

/** Read as a browser reads it, without drawing it: two hundred pages would take minutes. */
function look({ html, address }: { html: string; address: string }): Seen {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = (selector: string) => [...page.querySelectorAll(selector)];
  const absolute = (node: Element, name: string) => new URL(node.getAttribute(name) ?? "", address).href;
  const words: Record<string, string> = {};
  const keep = (node: Element, text: string | null) => {
    const lang = node.closest("[lang]")?.getAttribute("lang") ?? "";
    words[lang] = `${words[lang] ?? ""}\n${text ?? ""}`;
  };
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && !parent.closest("script, style")) keep(parent, node.textContent);
  }
  for (const name of ["aria-label", "alt", "placeholder", "title"]) for (const node of all(`body [${name}]`)) keep(node, node.getAttribute(name));
  return {
    lang: page.documentElement.lang,
    title: page.title,
    twins: Object.fromEntries(all("link[rel=alternate][hreflang]").map((link) => [link.getAttribute("hreflang"), absolute(link, "href")])),
    canonical: page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null,
    noindex: page.querySelector('meta[name=robots][content*="noindex"]') !== null,
    links: all("a[href]").map((link) => absolute(link, "href")),
    switches: all("header button[lang]").map((button) => button.getAttribute("lang") ?? ""),
    parts: [
      ...all("[src]").map((node) => absolute(node, "src")),
      ...all("link[href]:not([rel=alternate], [rel=canonical])").map((node) => absolute(node, "href")),
    ],
    ids: all("[id]").map((node) => node.id),
    words,
  };
}

const HAN = /\p{Script=Han}/gu;
/** Letters that Vietnamese has and neither English nor pinyin; a Chinese page may name "Cầu Nối", not speak it. */
const VIETNAMESE = /[ăđơưẠ-ỹ]/giu;
/** A string that was not found shows its key, a placeholder that was not filled its braces. */
const KEY_LIKE = /\{\{|\}\}|\b[a-z]+(?:\.[a-z][A-Za-z]+){1,3}\b(?!\/)/;
/** Words with a point that are no keys. */
const POINTED = /\b[\w-]+\.(?:vn|gov|cn|com|org|xml|json|yaml|png|svg)\b|[\w.+-]+@[\w.-]+/g;

test("the whole portal, in both languages: nothing broken, every page with its twin, every word in its language", async ({ page, request, site }) => {
  await page.goto("/vi");
  const troubles: string[] = [];
  const seen = new Map<string, Seen>();
  const waiting = LANGS.map((lang) => `${site.origin}/${lang}`);
  const known = new Set(waiting);
  const fragments: { from: string; to: string; id: string }[] = [];
  const parts = new Map<string, string>();
  const isPage = (url: URL) => url.origin === site.origin && LANGS.some((lang) => url.pathname === `/${lang}` || url.pathname.startsWith(`/${lang}/`));

  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const answer = await request.get(address, { maxRedirects: 0 });
    if (answer.status() !== 200) {
      troubles.push(`${address}: ${answer.status()}`);
      continue;
    }
    const found = await page.evaluate(look, { html: await answer.text(), address });
    seen.set(address, found);
    for (const part of found.parts) parts.set(part, address);
    for (const link of found.links) {
      const url = new URL(link);
      const id = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      if (!/^https?:$/.test(url.protocol)) continue;
      if (!isPage(url)) {
        if (url.origin === site.origin && !parts.has(url.href)) parts.set(url.href, address);
        continue;
      }
      if (/\.(?:xml|json|svg|png)$/.test(url.pathname)) {
        parts.set(url.href, address);
        continue;
      }
      if (id) fragments.push({ from: address, to: url.href, id });
      // Every search and every form that comes from somewhere is the same page: one of each kind is enough.
      if (url.search && [...known].some((one) => one.startsWith(`${url.origin}${url.pathname}?`))) continue;
      if (known.has(url.href)) continue;
      known.add(url.href);
      waiting.push(url.href);
    }
  }
  expect(seen.size, "pages found").toBeGreaterThan(100);

  // A form that knows where it was opened from is the same page as without.
  const byPath = new Map([...seen].map(([address, found]) => [address.replace(/[?].*/, ""), found]));
  const listed = [...(await (await request.get("/sitemap.xml")).text()).matchAll(/<loc>([^<]+)/g)].map(([, loc = ""]) => loc);
  for (const loc of listed) if (!seen.has(loc)) troubles.push(`${loc} is in the sitemap, and no link leads there`);
  for (const { from, to, id } of fragments) {
    const target = seen.get(to);
    if (target && !target.ids.includes(id)) troubles.push(`${from}: #${id} is not on ${to}`);
  }
  for (const [part, from] of parts) {
    const answer = await request.get(part, { maxRedirects: 0 });
    if (answer.status() >= 400) troubles.push(`${from}: ${answer.status()} ${part}`);
  }
  for (const [address, found] of seen) {
    const { pathname, search } = new URL(address);
    const lang = LANGS.find((code) => pathname.split("/")[1] === code);
    if (!lang) continue;
    const say = (trouble: string) => troubles.push(`${pathname}${search}: ${trouble}`);
    if (found.lang !== language(lang).tag) say(`lang is ${found.lang}`);
    if (!found.title.trim()) say("no title");
    for (const other of others(lang)) {
      const twin = `${site.origin}/${other}${pathname.slice(lang.length + 1)}${search}`;
      if (!search && !seen.has(twin)) say(`no page in ${other}`);
      if (!found.links.some((link) => link.split("#")[0] === twin) && !found.switches.includes(language(other).tag)) say(`no link to ${twin}`);
    }
    if (!found.noindex) {
      if (found.canonical !== site.origin + pathname) say(`canonical is ${found.canonical}`);
      for (const code of LANGS) {
        const { tag } = language(code);
        const twin = byPath.get(found.twins[tag] ?? "");
        if (!twin || twin.twins[found.lang] !== site.origin + pathname) say(`hreflang ${tag} is not returned`);
      }
    }
    for (const [tag, words] of Object.entries(found.words)) {
      const key = KEY_LIKE.exec(words.replace(POINTED, ""));
      if (key) say(`a string is missing: ${key[0]}`);
      const han = words.match(HAN)?.length ?? 0;
      const letters = words.match(/\p{L}/gu)?.length ?? 0;
      const vietnamese = words.match(VIETNAMESE)?.length ?? 0;
      if (tag === "vi" && han > 0) say(`Chinese in words marked as Vietnamese: ${words.match(/[^\n]{0,20}\p{Script=Han}+[^\n]{0,20}/u)?.[0]}`);
      if (tag === "zh-Hans" && vietnamese > 0) say(`Vietnamese in words marked as Chinese: ${words.match(/[^\n]{0,20}[ăđơưẠ-ỹ][^\n]{0,20}/iu)?.[0]}`);
      if (tag === "zh-Hans" && letters > 20 && han / letters < 0.5) say(`words marked as Chinese are mostly not: ${words.trim().slice(0, 60)}`);
      if (!["vi", "zh-Hans", "zh-Latn", "zh-Latn-pinyin"].includes(tag)) say(`a language that the portal does not have: ${tag}`);
    }
    const own = found.words[found.lang]?.match(/\p{L}/gu)?.length ?? 0;
    const all = Object.values(found.words).join("").match(/\p{L}/gu)?.length ?? 0;
    if (own / all < 0.3) say(`only ${Math.round((own / all) * 100)} % of the words are in the page's language`);
  }
  console.log(`${seen.size} pages, ${fragments.length} places, ${parts.size} parts`);
  expect(troubles).toEqual([]);
});
