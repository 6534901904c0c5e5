import { type ArticleKind, pathOf } from "../articles/kinds.ts";
import { type ByLang, byLang, DEFAULT_LANG, LANGUAGES, type Lang } from "../language/languages.ts";

/** The absolute address of a page. `below`: its path without the language, "" for the home page. */
export const addressIn = (origin: string, lang: Lang, below: string): string => `${origin}/${lang}${below}`;

/** A page in every language. */
export const addressesOf = (origin: string, below: string): ByLang<string> => byLang((lang) => addressIn(origin, lang, below));

/** An article of any kind in every language. */
export const articleAddresses = (origin: string, kind: ArticleKind, slug: string): ByLang<string> => addressesOf(origin, pathOf(kind, slug));

export interface Alternate {
  hreflang: string;
  href: string;
}

/**
 * A page's twins as search engines want them, itself included. `x-default` is for those who read none of them:
 * of the home page the choice of language, of any other page the default language's.
 */
export const alternatesOf = (origin: string, below: string): Alternate[] => [
  ...LANGUAGES.map(({ code, tag }) => ({ hreflang: tag, href: addressIn(origin, code, below) })),
  { hreflang: "x-default", href: below === "" ? `${origin}/` : addressIn(origin, DEFAULT_LANG, below) },
];

/** The picture that shows a pair where it is shared; its name changes with the edition. Path from the root. */
export const cardPath = (kind: ArticleKind, slug: string, contentHash: string): string => `/og/${kind}/${slug}.${contentHash.slice(0, 16)}.png`;

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
const PUBLIC = new RegExp(`^(?:/(?:gates|topics|notices|questions)/${SLUG}|/articles/${SLUG}(?:/side-by-side)?|/${SLUG})?$`);

/** Whether a path below the language has the shape of a public page. Says nothing about whether the page stands. */
export const hasPublicShape = (below: string): boolean => below.length <= 200 && PUBLIC.test(below);
