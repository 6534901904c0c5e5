import { LANGS, type Lang, language } from "../../language/languages.ts";
import { openGlossary } from "../find-terms.ts";
import { spellingsOf, type Term } from "../term.ts";
import type { Issue } from "./check.ts";
import { issue, listed, type PairCheck } from "./pair.ts";

/** What a language calls things, for judging: `asked` finds terms that need their counterpart, `given` every accepted counterpart. */
interface Termbase {
  terms: ReadonlyMap<string, Term>;
  asked: Record<Lang, (text: string) => { key: string; from: number; to: number }[]>;
  given: Record<Lang, (text: string) => Set<string>>;
  forbidden: Record<Lang, { spelling: string; key: string }[]>;
}

const prepared = new WeakMap<readonly Term[], Termbase>();

/** How strictly a term is asked for, where the glossary does not say. */
const ruleOf = (term: Term): NonNullable<Term["check"]> => term.check ?? "warning";

/** Spellings that pass in a translation: the term's own, and those that are right without being the term. */
const acceptedOf = (term: Term, lang: Lang): string[] => [...spellingsOf(term, lang), ...(term.accepted?.[lang] ?? [])];

function termbaseOf(terms: readonly Term[]): Termbase {
  const known = prepared.get(terms);
  if (known) return known;
  const perLang = <T>(make: (lang: Lang) => T): Record<Lang, T> => Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, T>;
  const asked = perLang((lang) => {
    const names = new Set(terms.filter((term) => /^\p{Lu}/u.test(term.words[lang])).map(({ key }) => key));
    const glossary = openGlossary(terms, lang);
    // A name is one only with its capital: "hữu nghị" is friendship.
    return (text: string) => glossary.within(text).filter(({ key, from }) => !names.has(key) || /^\p{Lu}/u.test(text.slice(from)));
  });
  const given = perLang((lang) => acceptedFinder(terms, lang));
  const forbidden = perLang((lang) =>
    terms.flatMap((term) => (term.forbidden?.[lang] ?? []).map((spelling) => ({ spelling: spelling.toLowerCase(), key: term.key }))),
  );
  const made: Termbase = { terms: new Map(terms.map((term) => [term.key, term])), asked, given, forbidden };
  prepared.set(terms, made);
  return made;
}

/** Finds accepted spellings, the longest first: 友谊 inside of 友谊关 is another place. One spelling may serve several terms. */
function acceptedFinder(terms: readonly Term[], lang: Lang): (text: string) => Set<string> {
  const keysOf = new Map<string, string[]>();
  for (const term of terms)
    for (const spelling of acceptedOf(term, lang)) keysOf.set(spelling.toLowerCase(), [...(keysOf.get(spelling.toLowerCase()) ?? []), term.key]);
  const spellings = [...keysOf.keys()].sort((a, b) => b.length - a.length).map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (spellings.length === 0) return () => new Set();
  const any = spellings.join("|");
  const pattern = new RegExp(language(lang).unspaced ? any : `(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
  return (text) => {
    const found = new Set<string>();
    for (const match of text.matchAll(pattern)) for (const key of withParts(match[0].toLowerCase())) found.add(key);
    return found;
  };

  /** 海关申报单 holds 海关 and 申报 too, unless a name begins it. */
  function withParts(spelling: string): string[] {
    const whole = keysOf.get(spelling) ?? [];
    const parts = [...keysOf].filter(([part]) => part !== spelling && spelling.includes(part) && !isNamePart(part)).flatMap(([, keys]) => keys);
    return [...whole, ...parts];
  }
  function isNamePart(part: string): boolean {
    return (keysOf.get(part) ?? []).some((key) => ruleOf(terms.find((term) => term.key === key) as Term) === "error");
  }
}

/** Terms of the source that the translation does not have in any accepted spelling, and spellings that the glossary rules out. */
export const checkGlossary =
  (terms: readonly Term[]): PairCheck =>
  ({ source, target }) => {
    if (terms.length === 0) return [];
    const { terms: known, asked, given, forbidden } = termbaseOf(terms);
    const has = given[target.lang](target.words);
    const missing = new Map<string, { term: Term; shown: string }>();
    const found = asked[source.lang](source.words);
    for (const { key, from, to } of found) {
      const term = known.get(key);
      if (term && !has.has(key) && ruleOf(term) !== "off") missing.set(key, { term, shown: source.words.slice(from, to) });
    }
    const folded = target.words.toLowerCase();
    const sourceKeys = new Set(found.map(({ key }) => key));
    // What is wrong for one term may be right for another: 上校 is thượng tá, and never đại tá.
    const isOf = (key: string, spelling: string): boolean => acceptedOf(known.get(key) as Term, target.lang).some((one) => one.toLowerCase() === spelling);
    const ruledOut = forbidden[target.lang].find(
      ({ spelling, key }) => sourceKeys.has(key) && folded.includes(spelling) && ![...sourceKeys].some((other) => isOf(other, spelling)),
    );
    const wrong: Issue[] = [];
    if (ruledOut) {
      const term = known.get(ruledOut.key) as Term;
      const from = folded.indexOf(ruledOut.spelling);
      const details = { found: ruledOut.spelling, expected: listed(spellingsOf(term, target.lang)) };
      wrong.push(issue("glossary", target.lang, { reason: "forbidden", at: { from, to: from + ruledOut.spelling.length }, details }));
      missing.delete(ruledOut.key);
    }
    return [
      ...wrong,
      ...[...missing.values()].map(({ term, shown }) =>
        issue("glossary", target.lang, {
          reason: "missing",
          severity: ruleOf(term) === "error" ? "error" : "warning",
          details: { term: shown, expected: listed(spellingsOf(term, target.lang)) },
        }),
      ),
    ];
  };
