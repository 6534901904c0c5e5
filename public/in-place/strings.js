import { atDesk } from "./dom.js";
import { readCatalogue, stringsIn } from "./match.js";

/** Milliseconds after which a page that changed is looked at anew. */
const SETTLED = 250;
/** What has no words of the interface: the bar itself, what somebody writes, and at a desk the words that are worked on. */
const LEFT_OUT = "#in-place, script, style, noscript, template, textarea, [contenteditable], .words[data-lang]";
const ATTRIBUTES = ["aria-label", "alt", "title", "placeholder"];
/** Between words that were put into one text. */
const BETWEEN = /\s[·–—|]\s|[:,]\s|：/;
/** No string is longer on a page, and none spreads further up. */
const LONGEST = 600;
const HIGHEST = 3;
const ACTED_ON = "a, button, summary, label, input, select, [role=button], [role=tab], [role=radio]";

const link = ({ namespace, key }) => atDesk(`strings/${namespace}`, key);

/**
 * Lets the page's own words be clicked: each leads to its string at the desk instead of what it does. What they are is drawn beside the
 * document (CSS highlights), so that no node of it changes: React may own it.
 * @returns `close` ends it
 */
export function openStrings({ strings }, bar) {
  let items = [];
  let catalogue = null;
  let waiting = null;
  let closed = false;

  const look = () => {
    items = itemsOf(catalogue);
    draw("in-place", items);
    bar.list(
      items.map((item) => ({
        text: item.text,
        links: item.addresses.map((one) => ({ href: link(one), name: nameOf(one) })),
        element: item.range?.startContainer.parentElement ?? item.element,
        point: () => draw("in-place-here", [item]),
      })),
    );
  };
  const observer = new MutationObserver((changes) => {
    if (changes.every(({ target }) => bar.element.contains(target))) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, SETTLED);
  });

  const click = (event) => {
    const item = event.target instanceof Element && !bar.element.contains(event.target) ? itemAt(event, items) : null;
    if (!item) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [only, ...more] = item.addresses;
    if (more.length) bar.choose(item.addresses.map((one) => ({ href: link(one), name: nameOf(one) })));
    else if (event.ctrlKey || event.metaKey) open(link(only));
    else location.assign(link(only));
  };

  // Already while the words are fetched nothing else is done by a click.
  addEventListener("click", click, true);
  fetch(strings)
    .then((answer) => answer.json())
    .then((resources) => {
      if (closed) return;
      catalogue = readCatalogue(resources);
      look();
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    })
    .catch(() => bar.list([]));

  return {
    close() {
      closed = true;
      clearTimeout(waiting);
      observer.disconnect();
      removeEventListener("click", click, true);
      draw("in-place", []);
      draw("in-place-here", []);
    },
  };
}

const nameOf = ({ namespace, key }) => `${namespace} · ${key}`;

function draw(name, items) {
  // Where a browser can't draw them, they can still be clicked, and stand in the list.
  if (!CSS.highlights) return;
  const ranges = items.flatMap(({ range }) => range ?? []);
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** Everything on the page that is a string, in its order; `range` null: it is no words of the page but an attribute or the title. */
function itemsOf(catalogue) {
  const items = [];
  const wholes = new Set();
  const take = (text, range, element) => {
    const addresses = stringsIn(catalogue, text);
    if (addresses.length) items.push({ text: text.replace(/\s+/g, " ").trim(), addresses, range, element });
    return addresses.length > 0;
  };
  for (const part of document.title.split(" · ")) take(part, null, null);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && node.matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ATTRIBUTES) if (node.hasAttribute(name)) take(node.getAttribute(name), null, node);
    } else if (/\p{L}/u.test(node.data) && ![...wholes].some((whole) => whole.contains(node))) {
      if (take(node.data, rangeOf(node), node.parentElement)) continue;
      const whole = wholeAround(node, catalogue);
      if (whole) {
        wholes.add(whole);
        take(whole.textContent, rangeOf(whole), whole);
      } else takeParts(node, take);
    }
  }
  return items;
}

/** The nearest element whose words as a whole are a string: names in another language, breaks and links stand within one. */
function wholeAround(node, catalogue) {
  let element = node.parentElement;
  for (let height = 0; height < HIGHEST && element && element !== document.body; height++, element = element.parentElement) {
    if (element.textContent.length > LONGEST) return null;
    if (element.childNodes.length > 1 && stringsIn(catalogue, element.textContent).length) return element;
  }
  return null;
}

function takeParts(node, take) {
  const parts = node.data.split(BETWEEN);
  if (parts.length < 2) return;
  let from = 0;
  for (const part of parts) {
    from = node.data.indexOf(part, from);
    const range = document.createRange();
    range.setStart(node, from);
    from += part.length;
    range.setEnd(node, from);
    take(part, range, node.parentElement);
  }
}

function rangeOf(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
}

/** What a click means: the words under it; else the first words of what is acted on, or its name. */
function itemAt({ target, clientX: x, clientY: y, detail }, items) {
  const isOn = ({ left, right, top, bottom }) => left - 2 <= x && x <= right + 2 && top - 2 <= y && y <= bottom + 2;
  const within = items.filter(({ range }) => range && target.contains(range.startContainer));
  const hit = detail > 0 && within.find(({ range }) => [...range.getClientRects()].some(isOn));
  if (hit) return hit;
  const acted = target.closest(ACTED_ON);
  // Enter in a field presses its form's button: that was not meant.
  if (!acted || (detail === 0 && !acted.contains(document.activeElement))) return null;
  return items.find(({ range, element }) => range && acted.contains(element)) ?? items.find(({ element }) => element && acted.contains(element)) ?? null;
}
