import type { Lang } from "../../../core/language/languages.ts";
import type { GateRow } from "../player/gate-statuses.ts";
import type { LedFrame } from "./frame.ts";
import { roomOf, type Setter } from "./sheets.ts";

/** Some gates, one below the other. */
export interface Board {
  rows: GateRow[];
  langs: readonly Lang[];
  size: number;
  /** Whether the word stands below the name, for want of room beside it. */
  stacked: boolean;
  rowHeight: number;
  /** Side of the signs. */
  sign: number;
  /** Width of the statuses where they stand beside the names: all begin at one line. */
  words: number;
}

/** Between rows, and beside signs, as a share of the size. */
export const ROW_GAP = 0.28;
const SIGN = 1.12;
/** A strip's sign beside one line, as a share of the height. */
const SIGN_OF_STRIP = 0.6;

/** A sign is as high as the lines beside it, up to two; on a strip, where a row has all the height, higher. Never higher than its row. */
const signSize = ({ form, height }: LedFrame, size: number, lines: number, rowHeight: number): number =>
  form === "strip" ? Math.round(Math.min(height * SIGN_OF_STRIP, size * 2, rowHeight)) : size * SIGN * Math.min(1.8, lines);

/** The boards that rows fill: as few as the least size needs, in the largest size that needs no more. */
export function boardsOf(setter: Setter, rows: readonly GateRow[], langs: readonly Lang[]): Board[] {
  const { frame, type } = setter;
  const { height, width } = roomOf(setter, { lead: false, over: false, shared: false });
  const board = (size: number, stacked: boolean) => {
    const lines = langs.length * (stacked ? 2 : 1);
    const rowHeight = Math.round(type.lineHeight(size) * lines + size * ROW_GAP);
    const widest = (of: (row: GateRow, lang: Lang) => number) => Math.max(0, ...rows.flatMap((row) => langs.map((lang) => of(row, lang))));
    const names = widest(({ name }, lang) => type.measure(name[lang].lang, size)(name[lang].text));
    const words = Math.ceil(widest(({ word }, lang) => type.measure(lang, size)(word[lang])));
    const sign = signSize(frame, size, lines, rowHeight);
    const taken = sign + size * ROW_GAP * 2 + (stacked ? Math.max(names, words) : names + size + words);
    return { size, stacked, rowHeight, sign, words, fits: taken <= width, each: Math.floor((height + size * ROW_GAP) / rowHeight) };
  };
  const settings = frame.sizes.flatMap((size) => [board(size, false), board(size, true)]).filter(({ each, fits }) => fits && each > 0);
  const count = (each: number) => Math.ceil(rows.length / each);
  const fewest = Math.min(...settings.map(({ each }) => count(each)));
  const { fits: _, each, ...set } = settings.find((one) => count(one.each) === fewest) ?? { ...board(frame.least, true), each: 1 };
  // As even as can be: four and four, not seven and one.
  const even = Math.ceil(rows.length / count(each));
  return Array.from({ length: count(each) }, (_, page) => ({ ...set, langs, rows: rows.slice(page * even, (page + 1) * even) }));
}
