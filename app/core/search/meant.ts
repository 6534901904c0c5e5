import { LANGS } from "../language/languages.ts";
import type { SearchDocument } from "./document.ts";
import { nearest } from "./edit-distance.ts";
import { mark } from "./highlight.ts";
import { stretchSpelled } from "./name-marks.ts";
import { type Needle, needlesOf } from "./needles.ts";
import { fold, foldedTerms, type Token, tokens } from "./normalise.ts";
import { syllables } from "./other-spellings.ts";

/** What an index knows, as far as a better spelling depends on it. */
export interface Lexicon {
  /** Folded words of letters, and in how many pages each stands. */
  vocabulary: ReadonlyMap<string, number>;
  /** A few pages that hold all of a text, the best first. */
  holding(text: string): SearchDocument[];
  /** Some pages with a name of this pinyin, in one word, or one that begins so. */
  sounding(pinyin: string): SearchDocument[];
}

/** Whoever writes more has written a sentence: no single spelling is what was meant. */
const MOST_WORDS = 8;
const MOST_CHARACTERS = 16;
/** Longest piece of Chinese that is taken for one name, in characters. */
const LONGEST_NAME = 8;
/** How many words near to a misspelt one are tried. */
const TRIED = 8;

/**
 * What was meant by a query that no page holds: its Chinese written with the right one of several characters that sound alike, its
 * Vietnamese or pinyin with a slip of the finger undone. Only what brings up a page is offered, spelled as that page spells it.
 * @returns null where nothing is near
 */
export function meantBy(query: string, lexicon: Lexicon): string | null {
  const needles = needlesOf(query);
  if (needles.length === 0 || needles.length > MOST_WORDS) return null;
  const heard = needles.map((needle) => (needle.kind === "han" ? rightCharacters(needle.folded, lexicon) : needle.folded));
  if (heard.some((word, index) => word !== needles[index]?.folded)) return joined(heard);
  let best: Offer | null = null;
  for (const words of undone(needles, heard, lexicon)) {
    const text = joined(words);
    for (const page of lexicon.holding(text)) {
      const offer = offered(text, words, needles, page);
      // The most words side by side: neighbours tell which of several near words was meant.
      if (offer && offer.together > (best?.together ?? 0)) best = offer;
    }
  }
  return best && (best.together > 1 || needles.length === 1) ? best.text : null;
}

interface Offer {
  text: string;
  /** How many words of it stand side by side in a page. */
  together: number;
}

/** Words with spaces between them, Chinese without. */
const joined = (words: readonly string[]): string =>
  words.reduce((text, word) => (/\p{Script=Han}$/u.test(text) && /^\p{Script=Han}/u.test(word) ? text + word : `${text} ${word}`), "").trim();

/** A stretch of Chinese whose pieces stand in pages, or are replaced by names that sound the same. Longer pieces first. */
function rightCharacters(han: string, lexicon: Lexicon): string {
  const characters = [...han];
  if (characters.length > MOST_CHARACTERS) return han;
  let text = "";
  for (let at = 0; at < characters.length; ) {
    const piece = pieceFrom(characters, at, lexicon) ?? (characters[at] as string);
    text += piece;
    at += [...piece].length;
  }
  return text;
}

function pieceFrom(characters: readonly string[], at: number, lexicon: Lexicon): string | null {
  for (let length = Math.min(LONGEST_NAME, characters.length - at); length > 1; length--) {
    const piece = characters.slice(at, at + length).join("");
    if (lexicon.holding(piece).length > 0) return piece;
    const sound = syllables(piece);
    for (const page of lexicon.sounding(sound.join(""))) {
      const found = soundingAlike(page, sound);
      if (found) return found;
    }
  }
  return null;
}

/** The characters of a page's name or passage that sound so, syllable by syllable. */
function soundingAlike({ versions }: SearchDocument, sound: readonly string[]): string | null {
  for (const text of LANGS.flatMap((lang) => textsOf(versions[lang]))) {
    for (const [run] of fold(text).matchAll(/\p{Script=Han}+/gu)) {
      const there = syllables(run);
      const at = there.findIndex((_, from) => sound.every((syllable, step) => there[from + step] === syllable));
      if (at >= 0) return [...run].slice(at, at + sound.length).join("");
    }
  }
  return null;
}

/** The query with one word after another set right, those first that stand in no page. */
function* undone(needles: readonly Needle[], heard: readonly string[], lexicon: Lexicon): Generator<string[]> {
  const known = lexicon.vocabulary;
  const spelled = needles.flatMap((needle, index) => (needle.kind === "letters" ? [{ index, word: needle.folded }] : []));
  const strange = spelled.filter(({ word }) => !known.has(word));
  // No page mixes the languages: two right words, one of each, are no slip.
  if (strange.length === 0 && spelled.length < needles.length) return;
  let words = [...heard];
  for (const { index, word } of strange.length > 0 ? strange : spelled) {
    const near = nearest(word, known, TRIED);
    for (const other of near) yield words.with(index, other);
    // Of several strange words, each is tried beside the likeliest spelling of those before it.
    if (strange.length > 0) words = words.with(index, near[0] ?? word);
  }
}

/** A better text as a page writes it: all of it where it stands there in a row; else as typed, but for the words that were set right. */
function offered(text: string, words: readonly string[], needles: readonly Needle[], { versions }: SearchDocument): Offer | null {
  const texts = LANGS.flatMap((lang) => textsOf(versions[lang]));
  const terms = foldedTerms(text);
  const stretches = texts.flatMap((there) =>
    mark(there, needlesOf(`${text} `))
      .filter((part) => part.hit)
      .map((part) => part.text),
  );
  const whole = stretches.find((stretch) => foldedTerms(stretch).join(" ") === terms.join(" "));
  if (whole) return { text: whole, together: terms.length };
  if (needles.every((needle) => needle.kind === "letters")) {
    const spelled = texts.map((there) => stretchSpelled(there, words.join(""))).find((stretch) => stretch !== null);
    if (spelled) return { text: spelled, together: terms.length };
  }
  const right = words.filter((word, index) => word !== needles[index]?.folded);
  const beside = stretches.map(tokens).filter((stretch) => right.every((word) => stretch.some((token) => token.folded === word)));
  const longest = beside.reduce<Token[]>((best, stretch) => (stretch.length > best.length ? stretch : best), []);
  // Whoever typed no accents is answered without.
  const accents = needles.some((needle) => needle.exact !== needle.folded);
  const written = (word: string, index: number) =>
    right.includes(word) ? (accents && longest.find((token) => token.folded === word)?.exact) || word : (needles[index]?.exact ?? word);
  return longest.length > 0 ? { text: joined(words.map(written)), together: longest.length } : null;
}

const textsOf = ({ title, passages }: SearchDocument["versions"]["vi"]): string[] => [title, ...passages.map((passage) => passage.text)];
