import type { ArticleKind } from "../../core/articles/kinds.ts";
import { addressIn, articleAddresses } from "../../core/feeds/addresses.ts";
import { type Lang, language, others } from "../../core/language/languages.ts";
import type { Site } from "./head.ts";

/** The edition that a page shows. */
export interface ShownEdition {
  kind: ArticleKind;
  slug: string;
  contentHash: string;
  publishedAt: Date;
  sourceLang: Lang;
}

/** A page above this one; `below`: its path without the language. */
export interface Crumb {
  name: string;
  below: string;
}

interface DataOf {
  site: Site;
  lang: Lang;
  /** Its path without the language. */
  below: string;
  title: string;
  description?: string | undefined;
  image: string;
  edition?: ShownEdition | null | undefined;
  crumbs?: readonly Crumb[] | undefined;
}

/**
 * What a page is, in the words of schema.org (JSON-LD): data, not a script, which no policy has to allow. Only what is known is said:
 * who runs the portal is not, as long as the imprint is empty. Null: nothing beyond what its head says already.
 */
export function dataOf(page: DataOf): object | null {
  const { site, lang, below, edition, crumbs = [] } = page;
  if (below === "") return withContext([websiteData(site, lang)]);
  const things = [...(edition ? [editionData(page, edition)] : []), ...(edition || crumbs.length > 0 ? [crumbsData(page, crumbs)] : [])];
  return things.length > 0 ? withContext(things) : null;
}

const withContext = (things: object[]): object => ({ "@context": "https://schema.org", "@graph": things });

const websiteData = ({ origin, name, title }: Site, lang: Lang): object => ({
  "@type": "WebSite",
  "@id": addressIn(origin, lang, ""),
  url: addressIn(origin, lang, ""),
  name,
  description: title,
  inLanguage: language(lang).tag,
  potentialAction: { "@type": "SearchAction", target: `${addressIn(origin, lang, "/search")}?q={query}`, "query-input": "required name=query" },
});

function editionData({ site, lang, title, description, image }: DataOf, { kind, slug, publishedAt, sourceLang }: ShownEdition): object {
  const addresses = articleAddresses(site.origin, kind, slug);
  const type = kind === "question" ? "FAQPage" : "Article";
  const twin = (code: Lang) => ({ "@type": type, "@id": addresses[code], inLanguage: language(code).tag });
  const answer = { "@type": "Answer", text: description };
  return {
    "@type": type,
    "@id": addresses[lang],
    ...(kind === "question" ? { name: title, mainEntity: { "@type": "Question", name: title, acceptedAnswer: answer } } : { headline: title }),
    description,
    inLanguage: language(lang).tag,
    image,
    dateModified: publishedAt.toISOString(),
    isPartOf: { "@type": "WebSite", "@id": addressIn(site.origin, lang, ""), name: site.name },
    ...(lang === sourceLang ? { workTranslation: others(lang).map(twin) } : { translationOfWork: twin(sourceLang) }),
  };
}

const crumbsData = ({ site, lang, below, title }: DataOf, crumbs: readonly Crumb[]): object => ({
  "@type": "BreadcrumbList",
  itemListElement: [{ name: site.name, below: "" }, ...crumbs, { name: title, below }].map((crumb, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: crumb.name,
    item: addressIn(site.origin, lang, crumb.below),
  })),
});
