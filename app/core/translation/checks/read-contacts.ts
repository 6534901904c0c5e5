import { languageOfSegment } from "../../language/languages.ts";
import { type Found, takeOut } from "./masked.ts";

export interface Contact extends Found {
  /** In the form in which it is compared: the same in every language. */
  value: string;
  shown: string;
}

const HREF = /\]\((?<href>[^()\s]+)\)/g;
const URL_LIKE = /(?:https?:\/\/|www\.)[\w\-./?%&=#~:+@]*[\w/]/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const DOMAIN = /(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:vn|cn|com|org|net|int|info|gov|edu)(?![\w-])(?:\/[\w\-./?%&=#~]*[\w/])?/gi;
/** Written with spaces, dots, hyphens or brackets; at least eight digits, beginning as phone numbers do, so that no amount is taken for one. */
const PHONE =
  /(?<![\p{Script=Latin}\d.,+(-])(?:\((?:\+|00)?\d{1,4}\)|\+\d{1,3}|0\d{1,4}|1[89]00|400|1[3-9]\d{9})(?:[ \u00A0.-]?\(0\))?(?:[ \u00A0.-]?\(?\d{2,11}\)?){0,5}(?![\d.,]*\d)/gu;
const NO_HYPERTEXT = /^(?:tel|mailto):/i;

/** Dates and spans of years look like phone numbers. */
const NO_PHONE = /^(?:\d{1,2}[.-]\d{1,2}[.-]\d{4}|(?:19|20)\d\d[ -](?:19|20)\d\d)$/;

/** A language's own part in an address says nothing about what it is the address of. */
function comparable(address: string): string {
  if (/^tel:/i.test(address)) return phoneValue(address.slice(4));
  if (/^mailto:/i.test(address)) return address.slice(7).toLowerCase();
  const [place = "", ...path] = address
    .replace(/^https?:\/\//i, "")
    .replace(/\/$/, "")
    .split("/");
  const own = path.map((segment) => (languageOfSegment(segment) ? "*" : segment));
  return [
    place
      .toLowerCase()
      .replace(/^www\./, "")
      .replace(/^(?:vi|zh|vn|cn)\./, "*."),
    ...own,
  ].join("/");
}

/** Digits without the country's prefix: one number, however it is written. */
function phoneValue(written: string): string {
  const digits = written.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  return digits.replace(/^(?:\+|00)(?:84|86)/, "").replace(/^0/, "");
}

/** The targets of links in a text as it is stored. */
export const readLinks = (text: string): Contact[] =>
  [...text.matchAll(HREF)].map((match) => {
    const shown = match.groups?.href ?? "";
    return { from: match.index + 2, to: match.index + 2 + shown.length, value: comparable(shown), shown };
  });

/** Addresses, e-mail addresses and phone numbers among the words. */
export function readContacts(words: string): { contacts: Contact[]; rest: string } {
  const contact = (match: RegExpExecArray): Contact => ({
    from: match.index,
    to: match.index + match[0].length,
    value: comparable(match[0]),
    shown: match[0],
  });
  const emails = takeOut(words, EMAIL, contact);
  const addresses = takeOut(emails.rest, URL_LIKE, contact);
  const domains = takeOut(addresses.rest, DOMAIN, contact);
  const phones = takeOut(domains.rest, PHONE, (match) =>
    match[0].replace(/\D/g, "").length < 8 || NO_PHONE.test(match[0].trim())
      ? null
      : { ...contact(match), value: phoneValue(match[0]), shown: match[0].trim() },
  );
  return { contacts: [...emails.found, ...addresses.found, ...domains.found, ...phones.found], rest: phones.rest };
}

/** Whether a link leads anywhere in the web, not to a phone or an e-mail address. */
export const isHypertext = (href: string): boolean => !NO_HYPERTEXT.test(href);
