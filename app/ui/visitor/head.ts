import type { MetaDescriptor } from "@remix-run/react";
import { LANGUAGES } from "../../core/language/languages.ts";
import { twinPath } from "./paths.ts";

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
  /** Path of the page, without its query. */
  path: string;
  /** False for pages that no search engine should list: results, what is missing. */
  listed?: boolean;
}

/** The head of a page: title, description, its address, its twins in the other languages, and what a shared link shows. */
export function headOf(site: Site, { title, description, path, listed = true }: PageHead): MetaDescriptor[] {
  const whole = title === site.title ? `${site.name} · ${site.title}` : `${title} · ${site.name}`;
  const address = site.origin + path;
  const found: MetaDescriptor[] = [{ title: whole }];
  if (description) found.push({ name: "description", content: description });
  if (!listed) return [...found, { name: "robots", content: "noindex" }];
  return [
    ...found,
    { tagName: "link", rel: "canonical", href: address },
    ...LANGUAGES.map(({ code, tag }) => ({ tagName: "link", rel: "alternate", hrefLang: tag, href: site.origin + twinPath(path, "", code) })),
    { property: "og:title", content: title },
    ...(description ? [{ property: "og:description", content: description }] : []),
    { property: "og:url", content: address },
    { property: "og:site_name", content: site.name },
    { property: "og:type", content: "website" },
  ];
}
