/**
 * Which interface strings a rendered text can come from. Pages say nothing of it: they are the same for everyone, and small.
 *
 * @typedef {{ namespace: string, key: string }} StringAddress
 * @typedef {{ [key: string]: string | StringTree }} StringTree
 * @typedef {{ exact: Map<string, StringAddress[]>, templates: { pattern: RegExp, letters: number, address: StringAddress }[] }} Catalogue
 */

/** What i18next fills in, nested strings, and React's numbered tags. */
const FILLED = /\{\{[^{}]*\}\}|\$t\([^()]*\)/;
const TAG = /<\/?\w+ ?\/?>/g;
/** What is filled in by these names is a figure. */
const COUNTED = /^\{\{\s*(?:count|minutes|hours|days|number|min|most|percent|shown|all|done|seconds?|length|level)\b/;
/** From so many letters on a text around a placeholder is its own; what has fewer may hold figures alone. */
const TELLING = 4;
const FIGURES = "[\\p{N}.,:/ –-]+?";
const ANYTHING = ".*?";

/** @param {string} text */
export const normal = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** A Chinese character says as much as two letters. @param {string} text */
const lettersIn = (text) => (text.match(/\p{L}/gu) ?? []).length + (text.match(/\p{Script=Han}/gu) ?? []).length;

/**
 * @param {Record<string, Record<string, StringTree>>} resources by language, then by namespace
 * @returns {Catalogue}
 */
export function readCatalogue(resources) {
  /** @type {Catalogue} */
  const catalogue = { exact: new Map(), templates: [] };
  for (const namespaces of Object.values(resources)) {
    for (const [namespace, tree] of Object.entries(namespaces)) {
      for (const [key, text] of flat(tree)) add(catalogue, { namespace, key }, text.replace(TAG, ""));
    }
  }
  return catalogue;
}

/** @param {Catalogue} catalogue @param {StringAddress} address @param {string} text */
function add({ exact, templates }, address, text) {
  const pieces = text.split(new RegExp(FILLED, "g"));
  const letters = lettersIn(pieces.join(""));
  if (letters === 0) return;
  if (pieces.length === 1) {
    const whole = normal(text);
    const known = exact.get(whole) ?? [];
    if (!known.some((one) => isSame(one, address))) exact.set(whole, [...known, address]);
    return;
  }
  const fills = [...text.matchAll(new RegExp(FILLED, "g"))].map(([one]) => (letters < TELLING || COUNTED.test(one) ? FIGURES : ANYTHING));
  const literal = pieces.map((piece) =>
    piece
      .normalize("NFC")
      .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
      .replace(/\s+/g, "\\s+"),
  );
  const pattern = literal.map((piece, index) => piece + (fills[index] ?? "")).join("");
  templates.push({ pattern: new RegExp(`^\\s*${pattern}\\s*$`, "su"), letters, address });
}

/**
 * @param {Catalogue} catalogue
 * @param {string} text
 * @returns {StringAddress[]} those that say the most of it themselves; none: it is no string
 */
export function stringsIn({ exact, templates }, text) {
  const whole = normal(text);
  const known = exact.get(whole);
  if (known || !/\p{L}/u.test(whole)) return known ?? [];
  const found = templates.filter(({ pattern }) => pattern.test(whole));
  const most = Math.max(...found.map(({ letters }) => letters));
  /** @type {StringAddress[]} */
  const addresses = [];
  for (const { letters, address } of found) if (letters === most && !addresses.some((one) => isSame(one, address))) addresses.push(address);
  return addresses;
}

/** @param {StringAddress} a @param {StringAddress} b */
const isSame = (a, b) => a.namespace === b.namespace && a.key === b.key;

/** @param {StringTree} tree @param {string} [above] @returns {[string, string][]} */
function flat(tree, above = "") {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[above + key, value]] : flat(value, `${above}${key}.`)));
}
