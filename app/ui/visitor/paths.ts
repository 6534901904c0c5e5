import { pathOf } from "../../core/articles/kinds.ts";
import type { Lang } from "../../core/language/languages.ts";
import { anchorOf } from "../kit/article-body.tsx";

/** The addresses of the visitors' pages (the public contract). */
export const homePath = (lang: Lang): string => `/${lang}`;
export const boardPath = (lang: Lang): string => `/${lang}/gates`;
export const gatePath = (lang: Lang, gate: string): string => `/${lang}/gates/${gate}`;
export const topicPath = (lang: Lang, topic: string): string => `/${lang}/topics/${topic}`;
export const articlePath = (lang: Lang, slug: string): string => `/${lang}/articles/${slug}`;
export const sideBySidePath = (lang: Lang, slug: string): string => `/${lang}/articles/${slug}/side-by-side`;
/** Where feedback is sent to: what it is about goes with it. */
export const feedbackFormPath = (lang: Lang): string => `/${lang}/feedback`;
export const replyPath = (lang: Lang): string => `/${lang}/questions/reply`;
/** The report that the language versions of a page, or of a segment in it, differ. */
export const differPath = (lang: Lang, from: string, segment?: string): string =>
  `/${lang}/feedback?${new URLSearchParams({ kind: "difference", from, ...(segment && { segment: anchorOf(segment) }) })}`;
export const searchPath = (lang: Lang): string => `/${lang}/search`;
/** A search; what is null or absent does not narrow it. */
export const searchHref = (lang: Lang, { q, topic, gate }: { q: string; topic?: string | null; gate?: string | null }): string =>
  `${searchPath(lang)}?${new URLSearchParams({ q, ...(topic && { topic }), ...(gate && { gate }) })}`;
export const noticesPath = (lang: Lang): string => `/${lang}/notices`;
export const noticePath = (lang: Lang, slug: string): string => `/${lang}${pathOf("notice", slug)}`;
export const questionsPath = (lang: Lang): string => `/${lang}/questions`;
export const questionPath = (lang: Lang, slug: string): string => `/${lang}${pathOf("question", slug)}`;
export const askPath = (lang: Lang): string => `/${lang}/questions/new`;
/** The form for a question, with its first words. */
export const askAboutPath = (lang: Lang, text: string): string => `${askPath(lang)}?${new URLSearchParams({ text })}`;
export const phrasesPath = (lang: Lang): string => `/${lang}/phrases`;
export const portalPagePath = (lang: Lang, slug: string): string => `/${lang}${pathOf("page", slug)}`;
export const feedPath = (lang: Lang): string => `/${lang}/feed.xml`;

/** Feedback about a page: its path goes along. */
export const feedbackPath = (lang: Lang, from: string): string => `/${lang}/feedback?from=${encodeURIComponent(from)}`;

/** The picture that leads a phone from paper to a page. */
export const qrPath = (path: string): string => `/qr${path}.svg`;

/** The very segment within a page. */
export const withAnchor = (path: string, segment: string): string => `${path}#${anchorOf(segment)}`;

/** The same page in another language: the same path with the other prefix, its query kept. */
export const twinPath = (path: string, query: string, lang: Lang): string => `/${lang}${path.replace(/^\/[^/]*/, "")}${query}`;
