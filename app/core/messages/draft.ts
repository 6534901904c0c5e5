/** What somebody filled in, as it came. */
export interface Draft {
  text: string;
  contact: string;
  consent: boolean;
  /** A field that people do not see and programs fill in. */
  trap: string;
}

/** The longest text and contact, in characters. */
export const LONGEST_TEXT = 4_000;
export const LONGEST_CONTACT = 200;

export type DraftField = keyof Draft;
export type DraftFault = "missing" | "too_long" | "many_lines" | "filled";
/** What is wrong, by field; empty: nothing. */
export type DraftFaults = Partial<Record<DraftField, DraftFault>>;

export interface CheckedDraft {
  text: string;
  contact: string | null;
  faults: DraftFaults;
}

/** What is kept of a draft, and what has to be mended before it is. */
export function checkDraft(draft: Draft): CheckedDraft {
  const text = readable(draft.text);
  const contact = readable(draft.contact);
  const faults: DraftFaults = {};
  if (text === "") faults.text = "missing";
  else if (lengthOf(text) > LONGEST_TEXT) faults.text = "too_long";
  if (lengthOf(contact) > LONGEST_CONTACT) faults.contact = "too_long";
  else if (contact.includes("\n")) faults.contact = "many_lines";
  if (!draft.consent) faults.consent = "missing";
  if (draft.trap !== "") faults.trap = "filled";
  return { text, contact: contact || null, faults };
}

/** Characters as people count them in a text of theirs. */
export const lengthOf = (text: string): number => [...text].length;

/** Control characters but tab and newline, bidirectional and zero-width marks: a copied text brings them along, and nobody can see them to take them out. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{Surrogate}/gu;

const readable = (typed: string): string => typed.replaceAll(/\r\n?/g, "\n").replaceAll(UNSEEN, "").normalize("NFC").trim();
