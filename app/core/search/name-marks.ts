import type { Marked } from "./document.ts";
import { mark, markPlaces, type Placed, place } from "./highlight.ts";
import type { Needle } from "./needles.ts";
import { tokens } from "./normalise.ts";
import { syllables } from "./other-spellings.ts";

/** A name with the places that a query meets: as written, else as pinyin, as syllables in one word, or as initials. */
export function markName(name: string, needles: readonly Needle[]): Marked[] {
  const marked = mark(name, needles);
  if (marked.some((part) => part.hit) || needles.some((needle) => needle.kind !== "letters")) return marked;
  return markSpelling(name, needles.map((needle) => needle.folded).join(""));
}

/** The stretch of a name that is spelled so; null where none is, or a mark parts it. `spelling`: folded, in one word. */
export function stretchSpelled(name: string, spelling: string): string | null {
  const [stretch, ...more] = markSpelling(name, spelling).filter((part) => part.hit);
  return stretch && more.length === 0 ? stretch.text : null;
}

function markSpelling(name: string, spelling: string): Marked[] {
  const placed = place(name);
  const sounds = soundsOf(name, placed);
  // Pinyin's ü is typed as v or as u.
  const sought = spelling.replaceAll("v", "u");
  const hits = new Set<number>();
  for (let from = 0; from < sounds.length && hits.size === 0; from++) {
    const length = sought.length > 1 ? Math.max(wholeSyllables(sounds, from, sought), initials(sounds, from, sought)) : 0;
    for (let step = 0; step < length; step++) hits.add(from + step);
  }
  return markPlaces(name, placed, hits);
}

/** How each place of a name sounds: a word as it is, a Chinese character by its pinyin among its neighbours; "" for numbers. */
function soundsOf(name: string, placed: readonly Placed[]): string[] {
  const pinyin = tokens(name).flatMap(({ kind, folded }) => (kind === "han" ? syllables(folded) : [folded]));
  return placed.map(({ kind }, index) => (kind === "number" ? "" : (pinyin[index] ?? "").replaceAll("v", "u")));
}

/** How many places from `from` on sound as the whole of what is sought, the last perhaps only begun; 0: they don't. */
function wholeSyllables(sounds: readonly string[], from: number, sought: string): number {
  let said = "";
  for (let at = from; at < sounds.length && sounds[at]; at++) {
    said += sounds[at];
    if (said.startsWith(sought)) return at - from + 1;
    if (!sought.startsWith(said)) return 0;
  }
  return 0;
}

const initials = (sounds: readonly string[], from: number, sought: string): number =>
  sounds
    .slice(from, from + sought.length)
    .map((sound) => sound[0] ?? " ")
    .join("") === sought
    ? sought.length
    : 0;
