import type { Written } from "../../../core/articles/changes.ts";
import { sameTree } from "../../../core/articles/changes.ts";
import { markedWords, textOfMarkedWords } from "../../../core/articles/marked-words.ts";
import { type SegmentId, segmentsOf, walk } from "../../../core/articles/tree.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { Base, Clash, StructureAnswer, Submission } from "./answers.ts";

/** So much goes into one request, the rest into the next: the server takes forms of 256 KB, and one act of saving is to be short. */
const MOST_BYTES = 120_000;
const MOST_SEGMENTS = 100;

/** A text as the editor writes it: what differs from it only in how the markup is put was changed by nobody. */
const asWritten = (text: string): string => textOfMarkedWords(markedWords(text)).trim();

/** The state as the server has it, as something to be edited. */
export const writtenFrom = ({ tree, words }: Base): Written => ({
  tree,
  texts: Object.fromEntries(segmentsOf(tree).map((segment) => [segment, words[segment]?.text ?? ""])),
});

/** Nodes that are saved. */
export const knownNodes = ({ tree }: Base): ReadonlySet<string> => new Set([...walk(tree)].map(({ id }) => id));

/** The segments whose words differ from what the server has. */
export const changedSegments = (base: Base, { tree, texts }: Written): SegmentId[] =>
  segmentsOf(tree).filter((segment) => {
    const [text, read] = [texts[segment] ?? "", base.words[segment]?.text ?? ""];
    return text !== read && text !== asWritten(read);
  });

/** What is to be saved, as much as one request may hold; null when there is nothing. */
export function submissionOf(base: Base, written: Written, article: { articleId: string; lang: Lang }): Submission | null {
  const changed = changedSegments(base, written);
  if (changed.length === 0 && sameTree(base.tree, written.tree)) return null;
  const texts: Record<SegmentId, string> = {};
  const readRevisions: Record<SegmentId, number> = {};
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const segment of changed) {
    const text = written.texts[segment] ?? "";
    bytes += encoder.encode(JSON.stringify(text)).length + 2 * segment.length + 20;
    const count = Object.keys(texts).length;
    if (count === MOST_SEGMENTS || (bytes > MOST_BYTES && count > 0)) break;
    texts[segment] = text;
    readRevisions[segment] = base.words[segment]?.revision ?? 0;
  }
  return { ...article, revision: base.revision, tree: written.tree, texts, readRevisions };
}

/**
 * What the next save answers to. Where somebody changed the structure meanwhile, the one that was read stays what is answered to, so
 * that a change of it here will be a clash.
 */
export function afterSaved(base: Base, sent: Submission, { revision, revisions, newer }: Extract<StructureAnswer, { kind: "saved" }>): Base {
  const words = { ...base.words };
  for (const [segment, text] of Object.entries(sent.texts)) words[segment] = { text, revision: revisions[segment] ?? 0 };
  return newer ? { ...base, words } : { revision, tree: sent.tree, words };
}

/** After a clash of words: everything but the clashing segments is saved. */
export const afterWordsClash = (base: Base, sent: Submission, { segments, theirs }: Clash): Base => {
  const words = { ...theirs.words };
  for (const segment of segments) {
    const read = base.words[segment];
    if (read) words[segment] = read;
    else delete words[segment];
  }
  return sameTree(theirs.tree, sent.tree) ? { revision: theirs.revision, tree: theirs.tree, words } : { ...base, words };
};

/** Takes note of what stands on the server, so that what is written here wins over just that. */
export const overTheirs = (base: Base, { structure, segments, theirs }: Clash): Base => {
  if (structure) return theirs;
  const words = { ...base.words };
  for (const segment of segments) {
    const now = theirs.words[segment];
    if (now) words[segment] = now;
  }
  return { ...base, words };
};
