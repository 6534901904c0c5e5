import { atDesk, make, pencil } from "./dom.js";

/** So many characters tell one paragraph from another. */
const TELLING = 40;

/** Where a phrase's card shows its segments: `app/ui/visitor/phrases-page.tsx`. */
const ON_CARD = { title: "h3, .say", summary: ".hint" };

/**
 * Puts "edit this" beside every segment that the page shows of pairs that the member may edit. A segment that the working version no longer
 * has gets none: the page may be older, also one that was kept for times without a link.
 * @returns takes them away
 */
export function showMarks({ pairs, words }) {
  const made = [];
  for (const { slug, segments } of pairs) {
    const card = document.getElementById(slug);
    for (const segment of segments) {
      const places = card?.matches(".phrase") ? onCard(card, segment) : [document.getElementById(`s-${segment}`)];
      for (const place of places) if (place) made.push(mark(place, atDesk(`articles/${slug}`, segment), words));
    }
  }
  return () => {
    for (const link of made) link.remove();
  };
}

const onCard = (card, segment) =>
  card.querySelectorAll(ON_CARD[segment] ?? (segment === "reading" ? `.sound[lang="${document.documentElement.lang}"]` : null) ?? "_");

function mark(place, href, words) {
  const title = place.tagName === "H1";
  const told = [...place.textContent.trim()].slice(0, TELLING).join("");
  const name = words.edit.replace("{{words}}", told);
  // The first says in words what all of them do.
  const link = title
    ? make("a", { className: "edit-this of-title", href }, pencil(), words.title)
    : make("a", { className: "edit-this", href, "aria-label": name, title: name }, pencil());
  // A heading is its words alone, also in the list that a screen reader makes of them.
  if (/^H\d$/.test(place.tagName)) place.after(link);
  else place.append(link);
  return link;
}
