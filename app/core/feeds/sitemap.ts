import { LANGS } from "../language/languages.ts";
import { addressIn, alternatesOf } from "./addresses.ts";
import { xmlText } from "./xml.ts";

export interface SitemapPage {
  /** Its path without the language. */
  below: string;
  /** When its words last changed; null: not known, as where they change with the clock. */
  changedAt: Date | null;
}

/** The pages in every language, each naming its twins (sitemaps.org 0.9). At most 50,000 addresses: the caller sees to it. */
export const sitemap = (origin: string, pages: readonly SitemapPage[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => LANGS.map((lang) => urlXml(origin, addressIn(origin, lang, page.below), page))).join("\n")}
</urlset>
`;

function urlXml(origin: string, address: string, { below, changedAt }: SitemapPage): string {
  const twins = alternatesOf(origin, below).map(({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${xmlText(href)}"/>`);
  return `<url><loc>${xmlText(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}${twins.join("")}</url>`;
}

/** Where the parts of a sitemap lie that is too long for one file. */
export const sitemapIndex = (addresses: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>`).join("\n")}
</sitemapindex>
`;
