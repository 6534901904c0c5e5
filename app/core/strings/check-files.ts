import { type ByLang, byLang, LANGS, type Lang } from "../language/languages.ts";
import type { Issue } from "../translation/checks/check.ts";
import { checkPair } from "../translation/checks/check-pair.ts";
import type { Term } from "../translation/term.ts";
import { STRINGS_SOURCE } from "./catalogue.ts";
import type { LocaleFile } from "./locale-file.ts";

/** The files of each namespace; null: there is none in that language. */
export type LocaleFiles = ReadonlyMap<string, ByLang<LocaleFile | null>>;

/** Something in the files that must never go out, and where. */
export interface Finding {
  namespace: string;
  lang: Lang;
  /** Null: of the file as a whole. */
  key: string | null;
  /** Null: it is not there at all. */
  line: number | null;
  what: "no_file" | "syntax" | "duplicate" | "not_text" | "missing" | "empty" | Issue["check"];
  details: Issue["details"];
}

/** Vietnamese has an ordinal of its own for the first ("thứ nhất"), which Chinese has not. */
const isOwnOrdinal = (key: string): boolean => key.endsWith("_ordinal_one");

/** Everything in the files that must never go out: a key that a language lacks or has alone, a lost placeholder, a wrong plural form, and whatever else the checks call an error. */
export function checkFiles(files: LocaleFiles, terms: readonly Term[]): Finding[] {
  return [...files].flatMap(([namespace, pair]) => checkNamespace(pair, terms).map((finding) => ({ namespace, ...finding })));
}

function checkNamespace(pair: ByLang<LocaleFile | null>, terms: readonly Term[]): Omit<Finding, "namespace">[] {
  const whole = LANGS.flatMap((lang): Omit<Finding, "namespace">[] => {
    const file = pair[lang];
    if (!file) return [{ lang, key: null, line: null, what: "no_file", details: {} }];
    return file.faults.map(({ line, key, kind }) => ({ lang, key: key || null, line, what: kind, details: {} }));
  });
  if (LANGS.some((lang) => !pair[lang] || pair[lang].faults.some(({ kind }) => kind === "syntax"))) return whole;
  const keys = new Set(LANGS.flatMap((lang) => [...(pair[lang]?.entries.keys() ?? [])]));
  return [...whole, ...[...keys].flatMap((key) => checkKey(key, pair, terms))];
}

function checkKey(key: string, pair: ByLang<LocaleFile | null>, terms: readonly Term[]): Omit<Finding, "namespace">[] {
  const entry = (lang: Lang) => pair[lang]?.entries.get(key);
  const found = LANGS.flatMap((lang): Omit<Finding, "namespace">[] => {
    const here = entry(lang);
    if (here) return here.text.trim() ? [] : [{ lang, key, line: here.line, what: "empty", details: {} }];
    if (isOwnOrdinal(key) && lang !== STRINGS_SOURCE) return [];
    return [{ lang, key, line: null, what: "missing", details: {} }];
  });
  const texts = byLang((lang) => entry(lang)?.text ?? "");
  const errors = checkPair({ kind: "string", sourceLang: STRINGS_SOURCE, texts, terms, key }).filter(({ severity }) => severity === "error");
  return [...found, ...errors.map(({ check, lang, details }) => ({ lang, key, line: entry(lang)?.line ?? null, what: check, details }))];
}
