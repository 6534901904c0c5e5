/**
 * The list of languages. Nothing but this module may know which they are or how many:
 * everything else asks for `LANGUAGES`, `byLang` or `others`.
 */

/** A language as it stands in paths, folders and stored rows. */
export type Lang = "vi" | "zh";

/** One value for each language. */
export type ByLang<T> = Record<Lang, T>;

export interface Language {
  code: Lang;
  /** BCP 47 tag for `lang` and `hreflang`. */
  tag: string;
  /** Language and territory as Open Graph writes them. */
  locale: string;
  /** Its name in itself, as the language link shows it. */
  name: string;
  /** Other first path segments that mean this language; they redirect. Lower case. */
  spellings: readonly string[];
  /** The clock its readers carry: shown first in its pages. IANA zone. */
  zone: string;
  /** Whether its words are set without spaces between them. */
  unspaced: boolean;
  /** Tags of the machine voices that speak it. */
  voices: RegExp;
  /** Stretches of its script inside another language's text. */
  stretches: RegExp;
  /** Whether such a stretch can only be its words: "Cứu tôi với!" yes, "LED" no. */
  owns: (stretch: string) => boolean;
}

/** Letters that Vietnamese has, some of which pinyin has too; macron and caron are pinyin's alone. */
const VIETNAMESE_LETTER = /[ăâđêôơư\u1EA0-\u1EF9àáãèéìíòóõùúýĩũ]/i;
const PINYIN_LETTER = /[āēīōūǖǎěǐǒǔǚǘǜ]/i;

export const LANGUAGES: readonly Language[] = [
  {
    code: "vi",
    tag: "vi",
    locale: "vi_VN",
    name: "Tiếng Việt",
    spellings: ["vn", "vi-vn", "vie"],
    zone: "Asia/Ho_Chi_Minh",
    unspaced: false,
    voices: /^vi(?:$|[-_])/i,
    stretches: /\p{Script=Latin}+(?:[ ,.'’-]+\p{Script=Latin}+)*[.!?]?/gu,
    owns: (stretch) => VIETNAMESE_LETTER.test(stretch) && !PINYIN_LETTER.test(stretch),
  },
  {
    code: "zh",
    tag: "zh-Hans",
    locale: "zh_CN",
    name: "中文",
    spellings: ["cn", "zh-cn", "zh-hans", "zh-hans-cn", "zh-sg", "zh-tw", "zh-hk", "zh-hant", "chs"],
    zone: "Asia/Shanghai",
    unspaced: true,
    voices: /^(?:zh|cmn)(?:$|[-_](?!HK|yue))/i,
    stretches: /\p{Script=Han}+(?:[，。！？、：；“”《》]*\p{Script=Han}+)*[。！？]?/gu,
    owns: () => true,
  },
];

export const LANGS: readonly Lang[] = LANGUAGES.map((language) => language.code);
export const DEFAULT_LANG: Lang = "vi";

const known = new Map(LANGUAGES.map((language) => [language.code as string, language]));

export const isLang = (value: unknown): value is Lang => typeof value === "string" && known.has(value);

export function language(code: Lang): Language {
  const found = known.get(code);
  if (!found) throw new Error(`no language ${code}`);
  return found;
}

/** The languages beside this one: what its pages link to. */
export const others = (lang: Lang): Lang[] => LANGS.filter((code) => code !== lang);

/** The given language first, then the others: the visitor's own always stands first. */
export const ownFirst = (lang: Lang): Lang[] => [lang, ...others(lang)];

export function byLang<T>(make: (lang: Lang) => T): ByLang<T> {
  return Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as ByLang<T>;
}

/** One language's share of what was made for each; anything else as it is. */
export const inLang = (value: unknown, lang: Lang): unknown =>
  typeof value === "object" && value !== null && LANGS.every((code) => Object.hasOwn(value, code)) ? (value as ByLang<unknown>)[lang] : value;

/**
 * What a path's first segment means: the language itself, another spelling of one (to be redirected), or nothing.
 */
export function languageOfSegment(segment: string): { lang: Lang; canonical: boolean } | null {
  if (isLang(segment)) return { lang: segment, canonical: true };
  const folded = segment.toLowerCase().replaceAll("_", "-");
  const found = LANGUAGES.find((language) => language.code === folded || language.spellings.includes(folded));
  return found ? { lang: found.code, canonical: false } : null;
}

/** A text in runs of one language each: those that can only be another language's words, and the rest. In order, nothing lost. */
export function runsOf(text: string, lang: Lang): { text: string; lang: Lang }[] {
  const found = others(lang)
    .flatMap((other) =>
      [...text.matchAll(language(other).stretches)]
        .filter(([stretch]) => language(other).owns(stretch))
        .map((match) => ({ from: match.index, text: match[0], lang: other })),
    )
    .sort((a, b) => a.from - b.from);
  const runs: { text: string; lang: Lang }[] = [];
  let end = 0;
  for (const run of found) {
    if (run.from < end) continue;
    if (run.from > end) runs.push({ text: text.slice(end, run.from), lang });
    runs.push({ text: run.text, lang: run.lang });
    end = run.from + run.text.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), lang });
  return runs;
}
