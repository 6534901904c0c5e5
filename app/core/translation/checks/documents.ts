import { compared, issue, listed, type PairCheck } from "./pair.ts";

/** A document's number is its name: verbatim, to the letter (Đ is no D). */
export const checkDocuments: PairCheck = ({ source, target }) => {
  const { lost, invented } = compared(source.documents, target.documents, ({ shown }) => shown);
  const expected = listed(lost.map(({ shown }) => shown));
  const [first] = invented;
  if (first) {
    const found = listed(invented.map(({ shown }) => shown));
    return [issue("documents", target.lang, { reason: "invented", at: first, details: { found, expected: expected || "–" } })];
  }
  return lost.length ? [issue("documents", target.lang, { reason: "lost", details: { expected } })] : [];
};
