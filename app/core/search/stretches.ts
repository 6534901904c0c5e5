import type { Marked } from "./document.ts";
import { fold } from "./normalise.ts";

/**
 * The text cut where it says what is sought, wherever in a word that stands, without regard to case, accents and the two ways of writing
 * Chinese. The parts joined are the text.
 * @param sought folded
 */
export function markStretches(text: string, sought: readonly string[]): Marked[] {
  const { folded, places } = foldedWithPlaces(text);
  const hit = new Set<number>();
  for (const one of sought.filter(Boolean)) {
    for (let at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + one.length)) {
      for (let step = at; step < at + one.length; step += 1) hit.add(places[step] ?? 0);
    }
  }
  const parts: Marked[] = [];
  let at = 0;
  for (const character of text) {
    const is = hit.has(at);
    const last = parts.at(-1);
    if (last?.hit === is) last.text += character;
    else parts.push({ text: character, hit: is });
    at += character.length;
  }
  return parts;
}

/** What the text folds to, and from which place of the text each of its units comes. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) places.push(at);
    at += character.length;
  }
  return { folded, places };
}
