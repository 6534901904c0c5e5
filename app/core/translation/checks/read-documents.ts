import { type Found, takeOut } from "./masked.ts";

export interface DocumentNumber extends Found {
  shown: string;
}

/**
 * Numbers of Vietnamese legal and administrative documents, "number/year/kind-issuer" or "number/kind-issuer" (Decree 30/2020/NĐ-CP on
 * records management, appendix I), the laws' "number/year/QH15", and the short "number/year" after the document's kind.
 * Chinese ones: "〔2023〕34号".
 */
const FULL = /(?<![\p{Script=Latin}\d/])\d{1,5}[a-zđ]?(?:\/(?:19|20)\d{2})?\/[A-ZĐ][A-Za-zĐđ]*\d{0,2}(?:[-–&.][A-ZĐ][A-Za-zĐđ&]*\d{0,2})*/gu;
const SHORT =
  /(?:(?:Nghị định|Thông tư|Luật|Quyết định|Chương trình|Nghị quyết|Chỉ thị|Pháp lệnh|Công văn|số)[ \u00A0\u2060]+(?:số[ \u00A0\u2060]+)?|第\u2060*)(?<number>\d{1,5}\/(?:19|20)\d{2})(?![\d/])/giu;
const BRACKETED = /〔(?:19|20)\d{2}〕\d{1,5}(?=号|$|\D)/g;

export function readDocuments(words: string): { documents: DocumentNumber[]; rest: string } {
  const document = (match: RegExpExecArray): DocumentNumber => ({ from: match.index, to: match.index + match[0].length, shown: match[0] });
  const full = takeOut(words, FULL, document);
  const bracketed = takeOut(full.rest, BRACKETED, document);
  const short = takeOut(bracketed.rest, SHORT, (match) => {
    const number = match.groups?.number ?? "";
    const from = match.index + match[0].length - number.length;
    return { from, to: from + number.length, shown: number };
  });
  return { documents: [...full.found, ...bracketed.found, ...short.found], rest: short.rest };
}
