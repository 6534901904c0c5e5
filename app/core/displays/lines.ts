import { joined, type Piece } from "./line-breaks.ts";

/** How wide a line of text is drawn. */
export type Measure = (text: string) => number;

/** As much on every line as fits it. A piece wider than the line stands alone on one. */
export function fullLines(pieces: readonly Piece[], width: number, measure: Measure): Piece[][] {
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

/** What a line costs beside its width, in squares of the room's width: one short word alone, above all at the end; ending with a clause is worth something. */
const LONE_WORD = 0.1;
const LONE_LAST_WORD = 0.6;
const CLAUSE_END = -0.03;
/** A word is short that fills less of the line. */
const SHORT = 0.34;

/** The best way to set the pieces before some point on a number of lines. */
interface Way {
  cost: number;
  /** Where its last line begins. */
  from: number;
}

/** On no more lines than needed, lines as even as they can be; no short word alone on the last one, lines that end where clauses do, where that can be had. */
export function evenLines(pieces: readonly Piece[], width: number, measure: Measure): Piece[][] {
  const count = fullLines(pieces, width, measure).length;
  if (count <= 1) return pieces.length > 0 ? [[...pieces]] : [];
  const shares = sharesOf(pieces, width, measure);
  const lastLine = count - 1;
  let before: (Way | undefined)[] = [{ cost: 0, from: 0 }];
  const ways: (Way | undefined)[][] = [];
  for (let line = 0; line < count; line += 1) {
    const after: (Way | undefined)[] = [];
    for (const [from, way] of before.entries()) {
      for (const [index, share] of (way && shares[from])?.entries() ?? []) {
        const to = from + index + 1;
        const lone = index === 0 && share < SHORT ? (line === lastLine ? LONE_LAST_WORD : LONE_WORD) : 0;
        const cost = (way?.cost ?? 0) + share ** 2 + lone + (pieces[to - 1]?.ends ? CLAUSE_END : 0);
        if (cost < (after[to]?.cost ?? Number.POSITIVE_INFINITY)) after[to] = { cost, from };
      }
    }
    ways.push(after);
    before = after;
  }
  const lines: Piece[][] = [];
  for (let [line, to] = [lastLine, pieces.length]; line >= 0; line -= 1) {
    const from = ways[line]?.[to]?.from ?? 0;
    lines.unshift(pieces.slice(from, to));
    to = from;
  }
  return lines;
}

/** How much of the room a line takes that begins with a piece and goes on for one, two, three … more, as long as it fits. */
const sharesOf = (pieces: readonly Piece[], width: number, measure: Measure): number[][] =>
  pieces.map((_, from) => {
    const shares: number[] = [];
    for (let to = from + 1; to <= pieces.length; to += 1) {
      const taken = measure(joined(pieces.slice(from, to)));
      if (taken > width && shares.length > 0) break;
      shares.push(taken / width);
    }
    return shares;
  });
