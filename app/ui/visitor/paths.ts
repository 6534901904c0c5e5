import type { Lang } from "../../core/language/languages.ts";
import { anchorOf } from "../kit/article-body.tsx";

/** The addresses of the visitors' pages (the public contract). */
export const homePath = (lang: Lang): string => `/${lang}`;
export const boardPath = (lang: Lang): string => `/${lang}/gates`;
export const gatePath = (lang: Lang, gate: string): string => `/${lang}/gates/${gate}`;
export const topicPath = (lang: Lang, topic: string): string => `/${lang}/topics/${topic}`;
export const articlePath = (lang: Lang, slug: string): string => `/${lang}/articles/${slug}`;
export const sideBySidePath = (lang: Lang, slug: string): string => `/${lang}/articles/${slug}/side-by-side`;
export const searchPath = (lang: Lang): string => `/${lang}/search`;

/** The very segment within a page. */
export const withAnchor = (path: string, segment: string): string => `${path}#${anchorOf(segment)}`;

/** The same page in another language: the same path with the other prefix, its query kept. */
export const twinPath = (path: string, query: string, lang: Lang): string => `/${lang}${path.replace(/^\/[^/]*/, "")}${query}`;
