/**
 * Where running text may be broken. A piece is what stays together: a Vietnamese syllable, one Chinese character, a number, a run of Latin letters;
 * with what closes it and what opens it, so that no line begins with a closing mark and none ends with an opening one.
 */
export interface Piece {
  text: string;
  /** Whether a space follows it where the line goes on. */
  spaced: boolean;
  /** What ends with it: the best places for a page to end. */
  ends: "sentence" | "clause" | null;
}

/** Never at a line's beginning (GB/T 15834, and the Vietnamese habit): what closes, stops or repeats. */
const CLOSING = /^[\p{Pe}\p{Pf}。，、；：？！．·…—～％‰℃々ー.,;:?!%"'”’»›〕］）】》〉」』]+$/u;
/** Never at a line's end. */
const OPENING = /^[\p{Ps}\p{Pi}“‘«‹（［【《〈「『〔$￥¥]+$/u;
const SENTENCE_END = /[.!?…。！？]["'”’»）)】》」』]*$/u;
const CLAUSE_END = /[,;:，、；：—–][”’»）)】》」』]*$|[）)】》」』”]$/u;
/** Smallest parts: spaces; a number with its marks and the Chinese counter after it; one Han character; Latin letters with what joins them; any one mark. */
const PARTS =
  /\s+|\p{N}+(?:[.,:：/%–—-]\p{N}+)*%?(?:\p{Script=Han}(?=[^\p{Script=Han}]|$)|[万亿元年月日时分岁天号个点])?|\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*|[\s\S]/gu;

/** The pieces of a text, in order: joined with their spaces they are the text, its white space folded. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let opened = "";
  for (const [part] of text.trim().matchAll(PARTS)) {
    const last = pieces.at(-1);
    if (/^\s+$/.test(part)) {
      if (last && opened === "") last.spaced = true;
      else if (opened !== "") opened += " ";
    } else if (OPENING.test(part)) opened += part;
    else if (CLOSING.test(part) && last && opened === "" && !(last.spaced && isDash(part))) {
      // A mark after a space stays with the word before it, as French habit has it in old Vietnamese print.
      last.text += (last.spaced ? " " : "") + part;
      last.spaced = false;
    } else {
      pieces.push({ text: opened + part, spaced: false, ends: null });
      opened = "";
    }
  }
  if (opened !== "") {
    const last = pieces.at(-1);
    if (last) last.text += (last.spaced ? " " : "") + opened;
    else pieces.push({ text: opened, spaced: false, ends: null });
  }
  return pieces.map((piece, index) => ({ ...piece, ends: endOf(piece, pieces[index + 1]) }));
}

const isDash = (part: string): boolean => /^[—–-]+$/.test(part);

/** A dot ends a sentence where a space or Chinese follows; "1.234" and "v.v.," go on. */
function endOf({ text, spaced }: Piece, next: Piece | undefined): Piece["ends"] {
  const goesOn = next !== undefined && !spaced && !/^\p{Script=Han}|^[\p{Ps}\p{Pi}]/u.test(next.text);
  if (next === undefined) return "sentence";
  if (goesOn && /[\w.]$/.test(text)) return null;
  if (SENTENCE_END.test(text)) return "sentence";
  return CLAUSE_END.test(text) ? "clause" : null;
}

/** Pieces as a line of text. */
export const joined = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, spaced }, index) => text + (spaced && index < pieces.length - 1 ? " " : "")).join("");

/** Pieces in runs that end where a sentence does, or also where a clause does. */
export function runsEndingAt(pieces: readonly Piece[], where: "sentence" | "clause"): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    run.push(piece);
    if (piece.ends === "sentence" || (where === "clause" && piece.ends === "clause")) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}
