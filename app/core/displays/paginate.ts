import { joined, type Piece, piecesOf, runsEndingAt } from "./line-breaks.ts";

/** The room that a page has. */
export interface Room {
  /** In the unit of the measure. */
  width: number;
  /** How many lines, at least 1. */
  lines: number;
}

/** How wide a line of text is drawn. */
export type Measure = (text: string) => number;

/** A page: its lines, none wider than the room. */
export type Page = string[];

/**
 * Splits a text to pages that fit: between sentences where that will do, else between clauses, else between syllables or characters; only what is
 * wider than a whole line by itself is cut. A text that has to be cut is cut evenly, so that no page is left with a single word; the lines of a page
 * are as even as they can be.
 */
export function paginate(text: string, room: Room, measure: Measure): Page[] {
  const pieces = piecesOf(text).flatMap((piece) => cutToWidth(piece, room.width, measure));
  const pages = fill(pieces, ["sentence", "clause"], room, measure);
  return pages.map((page) => evenLines(page, room, measure));
}

type Level = "sentence" | "clause";

function fill(pieces: readonly Piece[], [level, ...finer]: readonly Level[], room: Room, measure: Measure): Piece[][] {
  if (level === undefined) return evenPages(pieces, room, measure);
  const fits = (page: readonly Piece[]) => linesOf(page, room.width, measure).length <= room.lines;
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
  const inPages = (width: number) => chunks(linesOf(pieces, width, measure), room.lines);
  const count = inPages(room.width).length;
  const width = narrowest(room.width, (width) => inPages(width).length <= count);
  return inPages(width).map((lines) => lines.flat());
}

function evenLines(page: readonly Piece[], room: Room, measure: Measure): Page {
  const count = linesOf(page, room.width, measure).length;
  const width = narrowest(room.width, (width) => linesOf(page, width, measure).length <= count);
  return linesOf(page, width, measure).map(joined);
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

/** As much on every line as fits it. A piece wider than the line stands alone on one. */
function linesOf(pieces: readonly Piece[], width: number, measure: Measure): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  for (const piece of pieces) {
    if (line.length > 0 && measure(joined([...line, piece])) > width) {
      lines.push(line);
      line = [];
    }
    line.push(piece);
  }
  return line.length > 0 ? [...lines, line] : lines;
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

/** How a text is set: how large, and its pages. */
export interface Setting {
  size: number;
  pages: Page[];
}

/**
 * The size for a text: of those offered the largest that needs no more pages than the least one does. So words are never smaller than they have to be,
 * and never smaller than the least legible size.
 * @param sizes the largest first; the last is the least legible
 * @param setAt the text's pages at a size
 */
export function bestSetting(sizes: readonly [number, ...number[]], setAt: (size: number) => Page[]): Setting {
  const least = sizes.at(-1) ?? sizes[0];
  const fewest = setAt(least);
  for (const size of sizes) {
    const pages = setAt(size);
    if (pages.length <= fewest.length) return { size, pages };
  }
  return { size: least, pages: fewest };
}
