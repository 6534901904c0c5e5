import { isLang, type Lang, others } from "../../language/languages.ts";
import type { Issue } from "./check.ts";
import { compared, issue, listed, type PairCheck, type TextCheck } from "./pair.ts";
import { type Contact, isHypertext } from "./read-contacts.ts";
import type { Reading } from "./reading.ts";

/** Phones, addresses and e-mail addresses are the same in every language, however they are spaced. */
export const checkContacts: PairCheck = ({ source, target }) => {
  const all = (reading: Reading): Contact[] => [...reading.links, ...reading.contacts];
  const { lost, invented } = compared(all(source), all(target), ({ value }) => value);
  const expected = listed(lost.map(({ shown }) => shown));
  const [first] = invented;
  if (first) {
    const found = listed(invented.map(({ shown }) => shown));
    return [issue("contacts", target.lang, { reason: "invented", at: first, details: { found, expected: expected || "–" } })];
  }
  return lost.length ? [issue("contacts", target.lang, { reason: "lost", details: { expected } })] : [];
};

/** The pages of a portal like ours, below the language's prefix: elsewhere "/zh/" may be all there is. */
const OWN_PAGE = /^(?:$|articles|gates|topics|notices|questions|phrases|search|about|accessibility|privacy|terms)/;

/** A link to the other language's page of the portal. */
export const checkLinkLanguage: TextCheck = ({ lang, text, links, contacts }) =>
  [...links, ...contacts].flatMap((contact): Issue[] => {
    const wrong = isHypertext(contact.shown) ? otherLanguage(contact.shown, lang) : null;
    if (!wrong) return [];
    const own = contact.shown.replace(`/${wrong}`, `/${lang}`);
    const fix = text.slice(0, contact.from) + own + text.slice(contact.to);
    return [issue("contacts", lang, { reason: "language", at: contact, details: { found: contact.shown, expected: own }, fix })];
  });

function otherLanguage(address: string, lang: Lang): Lang | null {
  const [, first, second = ""] = address.replace(/^https?:\/\//i, "").split("/");
  return isLang(first) && others(lang).includes(first) && OWN_PAGE.test(second) ? first : null;
}
