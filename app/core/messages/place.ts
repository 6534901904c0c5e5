import { isLang, type Lang } from "../language/languages.ts";

/** Where in the portal a message was written, or what it speaks of. */
export interface Place {
  /** A page's path, its language included, without its query. */
  path: string;
  /** The segment within it; null: the whole page. */
  segment: string | null;
}

const LONGEST_PATH = 300;
const SEGMENTS = /^(?:\/[a-z0-9][a-z0-9._~-]*)*$/;
const SEGMENT = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The place that an address names. Null for what is no page of the portal: the field is a link's doing, so nobody is to be told about it.
 * @param path may have a query or a fragment, which are left out: they can hold what somebody searched for
 * @param segment with or without the "s-" of its anchor
 */
export function readPlace(path: string, segment: string): Place | null {
  const bare = path.replace(/[?#].*$/s, "");
  const [, lang, ...rest] = bare.split("/");
  if (bare.length > LONGEST_PATH || !isLang(lang) || !SEGMENTS.test(["", ...rest].join("/"))) return null;
  const id = segment.replace(/^s-/, "");
  return { path: bare, segment: SEGMENT.test(id) ? id : null };
}

/** A question about a topic stands at the topic's page. */
export const placeOfTopic = (lang: Lang, topic: string): Place | null => (topic === "" ? null : readPlace(`/${lang}/topics/${topic}`, ""));

/** The address of a place. */
export const addressOf = ({ path, segment }: Place): string => (segment ? `${path}#s-${segment}` : path);

/** What a message is about, by the page where it was written. */
export interface Subject {
  /** Key of a topic; undefined: the page names none. */
  topic: string | undefined;
  /** Slug of an article, which knows its topic; null: the page is no article's. */
  slug: string | null;
}

/** A pair that has a topic, in any of its views. The portal's own pages have none. */
const ARTICLE = /^\/(?:articles|questions|notices)\/([^/]+)/;
const TOPIC = /^\/topics\/([^/]+)$/;

export function subjectOf(place: Place | null): Subject {
  const below = (place?.path ?? "").replace(/^\/[^/]*/, "");
  return { topic: TOPIC.exec(below)?.[1], slug: ARTICLE.exec(below)?.[1] ?? null };
}
