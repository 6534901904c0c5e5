/** Words on their way out of a clipboard, with the marks that a segment may carry. */
export interface PastedWords {
  text: string;
  strong: boolean;
  href: string | null;
}

/** Nobody means them: soft hyphens, zero-width and bidirectional marks, control characters, private use (the bullets of symbol fonts). */
const INVISIBLE = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uE000-\uF8FF]/g;

/** A text without what is invisible, composed; spaces and line ends stay. */
export const visible = (text: string): string => text.replace(INVISIBLE, "").normalize("NFC");

/** Words as a page would show them: spaces and line ends collapsed over the borders of marks, none at the ends, none between Han. */
export function collapsed(words: readonly PastedWords[]): PastedWords[] {
  const all: PastedWords[] = [];
  for (const one of words) {
    const last = all.at(-1);
    if (last && last.strong === one.strong && last.href === one.href) last.text += one.text;
    else all.push({ ...one });
  }
  let before = "";
  for (const [index, one] of all.entries()) {
    const next = all[index + 1]?.text ?? "";
    let text = visible(one.text).replace(/(?<=\p{Script=Han})[ \t]*[\r\n]\s*(?=\p{Script=Han})/gu, "");
    text = text.replace(/[\s\u00A0]+/g, " ");
    if (before === "" || before.endsWith(" ")) text = text.trimStart();
    if (next === "") text = text.trimEnd();
    one.text = text;
    before += text;
  }
  const kept = all.filter(({ text }) => text !== "");
  const last = kept.at(-1);
  if (last) last.text = last.text.trimEnd();
  return kept.filter(({ text }) => text !== "");
}

export const plainOf = (words: readonly PastedWords[]): string => words.map(({ text }) => text).join("");
