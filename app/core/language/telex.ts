/**
 * Vietnamese by Telex, as people here type it: doubled vowels carry a roof, `w` a horn or a bowl, `dd` a bar; `s f r x j` are the tones,
 * `z` takes the tone away, and a key typed again takes back what it did. A mark may come at any later place of its syllable ("toans",
 * "tieengs", "duongw"). What can be no Vietnamese syllable stays as it was typed, and so does a `w` without a vowel ("wechat").
 */

/** A letter taken apart. */
interface Letter {
  base: string;
  /** A combining mark of the letter itself, not of the tone; "-" for the bar of đ; "": none. */
  mark: string;
}

const ROOF = "\u0302";
const BOWL = "\u0306";
const HORN = "\u031B";
const BAR = "-";
const TONES: Readonly<Record<string, string>> = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };

const ONSETS = new Set(",b,c,ch,d,g,gh,gi,h,k,kh,l,m,n,ng,ngh,nh,p,ph,q,qu,r,s,t,th,tr,v,x".split(","));
const CODAS = new Set(",c,ch,m,n,ng,nh,p,t".split(","));
/** What vowels may stand together, composed; also what they are while their marks are still to be typed. */
const NUCLEI = new Set(
  [
    "a ă â e ê i o ô ơ u ư y",
    "ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê",
    "iêu yêu oai oao oay oeo uai uay uây uôi ươi ươu uya uyê uyu",
    "ie ye ue uo ưo ôo ieu yeu uoi uou uye eu ưou ưoi uơi uơu",
  ].flatMap((row) => row.normalize("NFC").split(" ")),
);

interface Syllable {
  onset: Letter[];
  nucleus: Letter[];
  coda: Letter[];
  tone: string;
}

/**
 * The text before the caret after one key.
 * @param before what stands before the caret, any text
 * @param key one letter; anything else is typed as it is
 */
export function typeTelex(before: string, key: string): string {
  const word = /[\p{Script=Latin}\p{M}]*$/u.exec(before)?.[0] ?? "";
  return before.slice(0, before.length - word.length) + typedInWord(word.normalize("NFC"), key);
}

/** What somebody meant who typed Telex where nothing composed it: "hoj chieesu" → "họ chiếu". */
export const readTelex = (typed: string): string => [...typed].reduce(typeTelex, "");

function typedInWord(word: string, key: string): string {
  const literal = word + key;
  const lower = key.toLowerCase();
  if (!/^[a-z]$/.test(lower)) return literal;
  const syllable = syllableOf(word);
  if (syllable) {
    const changed = toned(syllable, lower) ?? marked(syllable, lower);
    if (changed === "undone") return withoutMark(syllable, lower) + key;
    if (changed) return written(changed);
  }
  const grown = syllableOf(literal);
  return grown ? written(horned(grown)) : literal;
}

type Change = Syllable | "undone" | null;

function toned(syllable: Syllable, key: string): Change {
  if (syllable.nucleus.length === 0) return null;
  if (key === "z") return syllable.tone ? { ...syllable, tone: "" } : null;
  const tone = TONES[key];
  if (!tone) return null;
  return syllable.tone === tone ? "undone" : { ...syllable, tone };
}

function marked(syllable: Syllable, key: string): Change {
  if (key === "d") return barred(syllable);
  if (key === "w") return bowed(syllable);
  if (key === "a" || key === "e" || key === "o") return roofed(syllable, key);
  return null;
}

function barred(syllable: Syllable): Change {
  const [first, ...more] = syllable.onset;
  if (first?.base.toLowerCase() !== "d" || more.length > 0) return null;
  return first.mark === BAR ? "undone" : { ...syllable, onset: [{ ...first, mark: BAR }] };
}

function roofed(syllable: Syllable, key: string): Change {
  const { nucleus } = syllable;
  const at = nucleus.map(({ base }) => base.toLowerCase()).lastIndexOf(key);
  const letter = nucleus[at];
  if (!letter) return null;
  if (letter.mark === ROOF) return "undone";
  // A roof in place of a horn takes the horn of its neighbour along: "ươ" → "uô".
  return withNucleus(
    syllable,
    nucleus.map((one, index) => (index === at ? { ...one, mark: ROOF } : index === at - 1 && one.mark === HORN ? { ...one, mark: "" } : one)),
  );
}

const BOWED: Readonly<Record<string, string>> = { a: BOWL, o: HORN, u: HORN };

function bowed(syllable: Syllable): Change {
  const { nucleus, coda } = syllable;
  const begun = nucleus.findIndex(({ mark, base }, index) => mark === HORN && base.toLowerCase() === "u" && isBare(nucleus[index + 1], "o"));
  if (begun >= 0)
    return withNucleus(
      syllable,
      nucleus.map((letter, index) => (index === begun + 1 ? { ...letter, mark: HORN } : letter)),
    );
  if (nucleus.some(({ mark }) => mark === BOWL || mark === HORN)) return "undone";
  const together = nucleus.findIndex(({ base }, index) => base.toLowerCase() === "u" && nucleus[index + 1]?.base.toLowerCase() === "o");
  if (together >= 0) {
    // "thuở" has one horn, "thương" two: it is the letters behind that tell.
    const both = coda.length > 0 || nucleus.length > together + 2;
    return withNucleus(
      syllable,
      nucleus.map((letter, index) => ({ ...letter, mark: index === together + 1 || (both && index === together) ? HORN : letter.mark })),
    );
  }
  for (let at = nucleus.length - 1; at >= 0; at -= 1) {
    const mark = BOWED[nucleus[at]?.base.toLowerCase() ?? ""];
    const changed =
      mark &&
      withNucleus(
        syllable,
        nucleus.map((letter, index) => (index === at ? { ...letter, mark } : letter)),
      );
    if (changed) return changed;
  }
  return null;
}

const isBare = (letter: Letter | undefined, base: string): boolean => letter?.base.toLowerCase() === base && letter.mark === "";

const withNucleus = (syllable: Syllable, nucleus: Letter[]): Syllable | null =>
  NUCLEI.has(plain(nucleus)) || NUCLEI.has(plain(horned({ ...syllable, nucleus }).nucleus)) ? { ...syllable, nucleus } : null;

/** "uơ" with something behind it is "ươ". */
function horned(syllable: Syllable): Syllable {
  const { nucleus, coda } = syllable;
  const at = nucleus.findIndex(({ base, mark }) => base.toLowerCase() === "o" && mark === HORN);
  const before = nucleus[at - 1];
  if (before?.base.toLowerCase() !== "u" || before.mark || (coda.length === 0 && nucleus.length === at + 1)) return syllable;
  return { ...syllable, nucleus: nucleus.map((letter, index) => (index === at - 1 ? { ...letter, mark: HORN } : letter)) };
}

/** The word as it was before the key that is being typed again. */
function withoutMark(syllable: Syllable, key: string): string {
  if (TONES[key]) return written({ ...syllable, tone: "" });
  if (key === "d") return written({ ...syllable, onset: syllable.onset.map((letter) => ({ ...letter, mark: "" })) });
  const marks = key === "w" ? [BOWL, HORN] : [ROOF];
  return written({ ...syllable, nucleus: syllable.nucleus.map((letter) => (marks.includes(letter.mark) ? { ...letter, mark: "" } : letter)) });
}

/** A word as a syllable; null when it can be none. */
function syllableOf(word: string): Syllable | null {
  let tone = "";
  const letters: Letter[] = [];
  for (const character of word.normalize("NFC")) {
    if (character === "đ" || character === "Đ") letters.push({ base: character === "đ" ? "d" : "D", mark: BAR });
    else {
      const [base = "", ...marks] = character.normalize("NFD");
      const own = marks.filter((mark) => !Object.values(TONES).includes(mark));
      const carried = marks.filter((mark) => Object.values(TONES).includes(mark));
      if (own.length > 1 || carried.length > 1 || (carried.length > 0 && tone !== "")) return null;
      tone ||= carried[0] ?? "";
      letters.push({ base, mark: own[0] ?? "" });
    }
  }
  const start = onsetLength(letters);
  const rest = letters.slice(start);
  const end = rest.findIndex(({ base }) => !isVowel(base));
  const nucleus = end < 0 ? rest : rest.slice(0, end);
  const coda = end < 0 ? [] : rest.slice(end);
  const onset = letters.slice(0, start);
  const known = ONSETS.has(lowerCase(onset)) && CODAS.has(lowerCase(coda)) && [...onset, ...coda].every(({ mark }) => mark === "" || mark === BAR);
  if (!known || (nucleus.length > 0 && !NUCLEI.has(plain(nucleus))) || (nucleus.length === 0 && (coda.length > 0 || tone !== ""))) return null;
  return { onset, nucleus, coda, tone };
}

/** "qu" begins a syllable, and so does "gi" where another vowel follows. */
function onsetLength(letters: readonly Letter[]): number {
  const first = letters.findIndex(({ base }) => isVowel(base));
  if (first < 0) return letters.length;
  const [before, vowel, after] = [letters[first - 1], letters[first], letters[first + 1]].map((letter) => letter?.base.toLowerCase() ?? "");
  const joined = vowel === "u" ? before === "q" : vowel === "i" && before === "g" && first === 1 && isVowel(after ?? "");
  return joined && letters[first]?.mark === "" ? first + 1 : first;
}

function written({ onset, nucleus, coda, tone }: Syllable): string {
  const at = tonePlace(nucleus, coda);
  return joined(onset) + nucleus.map((letter, index) => letterOf(letter, index === at ? tone : "")).join("") + joined(coda);
}

const letterOf = ({ base, mark }: Letter, tone: string): string => (mark === BAR ? (base === "d" ? "đ" : "Đ") : `${base}${mark}${tone}`.normalize("NFC"));

/** The house's style: on the marked vowel, else on the one before the last where nothing follows ("hòa"), else on the last ("hoàn"). */
function tonePlace(nucleus: readonly Letter[], coda: readonly Letter[]): number {
  const own = nucleus.map(({ mark }) => mark !== "").lastIndexOf(true);
  if (own >= 0) return own;
  if (nucleus.length === 3) return 1;
  return nucleus.length === 2 && coda.length === 0 ? 0 : nucleus.length - 1;
}

const isVowel = (base: string): boolean => /^[aeiouy]$/i.test(base);
const lowerCase = (letters: readonly Letter[]): string => letters.map(({ base }) => base.toLowerCase()).join("");
const joined = (letters: readonly Letter[]): string => letters.map((letter) => letterOf(letter, "")).join("");
const plain = (letters: readonly Letter[]): string => joined(letters).toLowerCase();
