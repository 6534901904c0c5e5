import { keptTogether } from "./kept-together.ts";
import { joined, type Piece, piecesOf, runsEndingAt } from "./line-breaks.ts";
import { evenLines, fullLines, type Measure } from "./lines.ts";

/** The room that a page has. */
export interface Room {
  /** In the unit of the measure. */
  width: number;
  /** How many lines, at least 1. */
  lines: number;
}

/** A page: its lines, none wider than the room. */
export type Page = string[];

/** What belongs together is kept so up to so much of a line: more would leave holes. */
const KEPT_SHARE = 0.72;

/** A text in pages. `whole`: whatever belongs together stayed so. */
export interface Paged {
  pages: Page[];
  whole: boolean;
}

/**
 * Splits a text to pages that fit: between sentences where that will do, else between clauses, else between words; inside of a Chinese word, an amount
 * or a name only where that saves a page, or a line that the page lacks. Only what is wider than a whole line by itself is cut. A text that has to be
 * cut is cut evenly, so that no page is left with a single word; the lines of a page are as even as they can be.
 * @param names of places, which are words too
 */
export function paginate(text: string, room: Room, measure: Measure, names: readonly string[] = []): Paged {
  const pieces = piecesOf(text).flatMap((piece) => cutToWidth(piece, room.width, measure));
  const together = (some: readonly Piece[]) => keptTogether(some, (words) => measure(words) <= room.width * KEPT_SHARE, names);
  const inPages = (some: readonly Piece[]) => fill(some, ["sentence", "clause"], room, measure);
  const [loose, kept] = [inPages(pieces), inPages(together(pieces))];
  const whole = kept.length <= loose.length;
  const pages = whole ? kept : loose.map((page) => (fitsPage(together(page), room, measure) ? together(page) : page));
  return { pages: pages.map((page) => evenLines(page, room.width, measure).map(joined)), whole };
}

const fitsPage = (page: readonly Piece[], room: Room, measure: Measure): boolean => fullLines(page, room.width, measure).length <= room.lines;

type Level = "sentence" | "clause";

function fill(pieces: readonly Piece[], [level, ...finer]: readonly Level[], room: Room, measure: Measure): Piece[][] {
  if (level === undefined) return evenPages(pieces, room, measure);
  const fits = (page: readonly Piece[]) => fitsPage(page, room, measure);
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  for (const run of runsEndingAt(pieces, level)) {
    if (fits([...page, ...run])) {
      page.push(...run);
      continue;
    }
    if (page.length > 0) pages.push(page);
    if (fits(run)) page = run;
    else {
      // What is left of a long sentence may share its page with the next one.
      const parts = fill(run, finer, room, measure);
      pages.push(...parts.slice(0, -1));
      page = parts.at(-1) ?? [];
    }
  }
  return page.length > 0 ? [...pages, page] : pages;
}

/** Pages of a run without any better place to break: as many as needed, all about as full. */
function evenPages(pieces: readonly Piece[], room: Room, measure: Measure): Piece[][] {
  const inPages = (width: number) => chunks(fullLines(pieces, width, measure), room.lines);
  const count = inPages(room.width).length;
  const width = narrowest(room.width, (width) => inPages(width).length <= count);
  return inPages(width).map((lines) => lines.flat());
}

/** The smallest width, to about a hundredth, that still does. */
function narrowest(most: number, does: (width: number) => boolean): number {
  let [least, enough] = [0, most];
  for (let step = 0; step < 7; step += 1) {
    const middle = (least + enough) / 2;
    if (does(middle)) enough = middle;
    else least = middle;
  }
  return enough;
}

/** A piece that is wider than a line, in parts that are not; never between a letter and its marks. */
function cutToWidth(piece: Piece, width: number, measure: Measure): Piece[] {
  if (measure(piece.text) <= width) return [piece];
  const parts: Piece[] = [];
  for (const letter of piece.text.match(/\P{M}\p{M}*/gu) ?? [piece.text]) {
    const last = parts.at(-1);
    if (last && measure(last.text + letter) <= width) last.text += letter;
    else parts.push({ text: letter, spaced: false, ends: null });
  }
  const last = parts.at(-1);
  if (last) Object.assign(last, { spaced: piece.spaced, ends: piece.ends });
  return parts;
}

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Whether a text can be set without a cut through one of its words. */
export const isWhole = (text: string, width: number, measure: Measure): boolean => piecesOf(text).every((piece) => measure(piece.text) <= width);

/** How a text is set: how large, and its pages. */
export interface Setting {
  size: number;
  pages: Page[];
}

/** So much smaller a text may become for its words to stay whole. */
const WORTH_WHOLE = 0.76;

/**
 * The size for a text: of those offered the largest that needs no more pages than the least one does, or one a little smaller that breaks no word. So
 * words are never smaller than they have to be, and never smaller than the least legible size.
 * @param sizes the largest first; the last is the least legible
 * @param setAt the text's pages at a size
 */
export function bestSetting(sizes: readonly [number, ...number[]], setAt: (size: number) => Paged): Setting {
  const least = sizes.at(-1) ?? sizes[0];
  const fewest = setAt(least).pages;
  let best: Setting | null = null;
  for (const size of sizes) {
    if (best && size < best.size * WORTH_WHOLE) break;
    const { pages, whole } = setAt(size);
    if (pages.length > fewest.length) continue;
    if (whole) return { size, pages };
    best ??= { size, pages };
  }
  return best ?? { size: least, pages: fewest };
}
