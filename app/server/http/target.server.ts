import type { ErrorCode } from "../../core/errors.ts";
import { isLang, type Lang, languageOfSegment } from "../../core/language/languages.ts";

/** What a request's address asks for. */
export type Target =
  | { kind: "page"; path: string; search: string; lang: Lang | null }
  /** Another spelling of an address: `to` is the one that counts, as a path with its query. */
  | { kind: "redirect"; to: string }
  | { kind: "refused"; code: ErrorCode; lang: Lang | null };

/** The longest address that is looked at, in bytes. Node itself reads a little more, so that a longer one still gets an answer. */
export const LONGEST_TARGET = 8192;
const LONGEST_PATH = 2048;

/**
 * Reads the target of a request line. Broken percent-encoding, broken UTF-8, control characters and dot segments are refused;
 * another spelling of a language, a trailing or doubled slash, decomposed marks (NFD) and, under a language, capitals are redirected:
 * people type addresses, and phones capitalise what they type.
 */
export function readTarget(raw: string): Target {
  const [rawPath = "", rawSearch] = splitAt(raw, "?");
  const lang = languageOfSegment(rawPath.split("/")[1] ?? "")?.lang ?? null;
  const refused = (code: ErrorCode): Target => ({ kind: "refused", code, lang });
  if (rawPath.length > LONGEST_PATH || !rawPath.startsWith("/")) return refused("bad_request");
  if (raw.length > LONGEST_TARGET) return refused("query_too_long");

  const segments = decodedSegments(rawPath);
  const search = rawSearch === undefined ? "" : `?${rawSearch}`;
  if (!segments || (rawSearch !== undefined && decoded(rawSearch) === null)) return refused("bad_request");

  const meant = languageOfSegment(segments[0] ?? "");
  const canonical = meant ? [meant.lang, ...segments.slice(1).map((segment) => segment.toLowerCase())] : segments;
  const path = `/${canonical.map(encoded).join("/")}`;
  // Under a language only one spelling is served, so that the page cache holds each page once. Elsewhere encodings may differ.
  const differs = meant ? path !== rawPath : path !== `/${rawPath.slice(1).split("/").map(reEncoded).join("/")}`;
  if (differs) return { kind: "redirect", to: path + ascii(search) };
  return { kind: "page", path: rawPath, search: ascii(search), lang: isLang(canonical[0]) ? canonical[0] : null };
}

function splitAt(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Decoded, composed and without empty ones; null when one of them cannot be meant. */
function decodedSegments(path: string): string[] | null {
  const segments = path.split("/").filter(Boolean).map(decoded);
  if (segments.some((segment) => segment === null || segment === "." || segment === ".." || CONTROL.test(segment))) return null;
  return (segments as string[]).map((segment) => segment.normalize("NFC"));
}

const CONTROL = /[\u0000-\u001F\u007F]/;

/** Node hands over raw bytes one to a character; a few clients send UTF-8 without encoding it. */
const UTF8 = new TextDecoder("utf-8", { fatal: true });

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(ascii(text));
  } catch {
    return null;
  }
}

/** Raw bytes above ASCII as percent-encoding. @throws TypeError where they are no UTF-8 */
function ascii(text: string): string {
  return /[^\x00-\x7F]/.test(text) ? UTF8.decode(Buffer.from(text, "latin1")).replace(/[^\x00-\x7F]+/g, encodeURIComponent) : text;
}

/** What RFC 3986 lets stand in a segment stays as it is: `@`, `:`, `$` and the like. */
const encoded = (segment: string): string => encodeURIComponent(segment).replace(/%(3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent);

const reEncoded = (segment: string): string => encoded(decoded(segment) ?? segment);
