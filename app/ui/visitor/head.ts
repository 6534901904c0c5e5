import type { MetaDescriptor } from "@remix-run/react";
import { addressIn, alternatesOf, cardPath } from "../../core/feeds/addresses.ts";
import { type Lang, language, others } from "../../core/language/languages.ts";
import { type Crumb, dataOf, type ShownEdition } from "./head-data.ts";

/** What the layout tells every page's head. */
export interface Site {
  /** Scheme and host of this portal, from its settings, never from the request. */
  origin: string;
  name: string;
  title: string;
}

export interface PageHead {
  title: string;
  description?: string;
  lang: Lang;
  /** Path of the page without the language and its query; "" for the home page. */
  below: string;
  /** False for pages that no search engine should list: results, what is missing. */
  listed?: boolean;
  /** Of the pages that show one. */
  edition?: ShownEdition | null;
  /** The pages between home and this one. */
  crumbs?: readonly Crumb[];
}

/** The head of a page: title, description, its address, its twins in the other languages, what a shared link shows, what it is to machines. */
export function headOf(site: Site, page: PageHead): MetaDescriptor[] {
  const { title, description, lang, below, listed = true } = page;
  const whole = title === site.title ? `${site.name} · ${site.title}` : `${title} · ${site.name}`;
  const found: MetaDescriptor[] = [{ title: whole }];
  if (description) found.push({ name: "description", content: description });
  if (!listed) return [...found, { name: "robots", content: "noindex" }];
  const image = site.origin + imageOf(page.edition);
  const data = dataOf({ ...page, site, image });
  return [
    ...found,
    { tagName: "link", rel: "canonical", href: addressIn(site.origin, lang, below) },
    ...alternatesOf(site.origin, below).map(({ hreflang, href }) => ({ tagName: "link", rel: "alternate", hrefLang: hreflang, href })),
    { tagName: "link", rel: "alternate", type: "application/atom+xml", href: `/${lang}/feed.xml`, title: site.name },
    ...sharedLink({ ...page, site, image }),
    ...(data ? [{ "script:ld+json": data } as MetaDescriptor] : []),
  ];
}

/** The portal's own picture; made by `node app/cli/icons.mjs`. */
export const SITE_IMAGE = "/og.png";

const imageOf = (edition: ShownEdition | null | undefined): string => (edition ? cardPath(edition.kind, edition.slug, edition.contentHash) : SITE_IMAGE);

/** What WeChat, Zalo and others show of a link (Open Graph). */
function sharedLink({ site, title, description, lang, below, edition, image }: PageHead & { site: Site; image: string }): MetaDescriptor[] {
  return [
    { property: "og:title", content: title },
    ...(description ? [{ property: "og:description", content: description }] : []),
    { property: "og:url", content: addressIn(site.origin, lang, below) },
    { property: "og:site_name", content: site.name },
    { property: "og:type", content: edition ? "article" : "website" },
    { property: "og:locale", content: language(lang).locale },
    ...others(lang).map((code) => ({ property: "og:locale:alternate", content: language(code).locale })),
    { property: "og:image", content: image },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
