import { shortHash } from "../hash.ts";
import type { Lang } from "../language/languages.ts";

/** Whose words: an article's segments or a namespace of interface strings. */
export type Owner = `article:${string}` | `strings:${string}`;

export const ofArticle = (id: string): Owner => `article:${id}`;
export const ofStrings = (namespace: string): Owner => `strings:${namespace}`;

/** The words of one unit (a segment or a string) in one language, as they are at work. */
export interface Wording {
  owner: Owner;
  /** A segment's id or a string's key. */
  unit: string;
  lang: Lang;
  text: string;
  /** Of what this was translated from (`sourceHashOf`); null in the source itself. */
  sourceHash: string | null;
  /** 1, 2, 3… Every save carries the one it read; 0: nothing was there. */
  revision: number;
  editedBy: string | null;
  editedAt: Date;
}

export const textHash = (text: string): string => shortHash(text);

/**
 * What a translation remembers of what it was made from: the source's words and, for an interface string, the texts that the program
 * itself brought along then.
 * @param base hash of those texts; null: nothing of the kind
 */
export const sourceHashOf = (words: string, base: string | null = null): string => (base === null ? textHash(words) : `${textHash(words)}.${base}`);

/** The two halves of it again. `base` is null where the translation does not say. */
export function partsOfSource(sourceHash: string | null): { words: string | null; base: string | null } {
  const [words = null, base = null] = sourceHash?.split(".") ?? [];
  return { words, base };
}

/** A fact about a translation, not a flag that somebody sets. */
export type Freshness = "missing" | "stale" | "current";

/**
 * How a target text stands to its source. Stale: it was translated from words that are no longer the source's, or over texts that the
 * program no longer brings along.
 * @param base hash of the texts that it brings along today; null: they don't count
 */
export function freshness(target: Pick<Wording, "text" | "sourceHash"> | null, sourceText: string, base: string | null = null): Freshness {
  if (!target?.text.trim()) return "missing";
  const madeFrom = partsOfSource(target.sourceHash);
  const sameBase = base === null || madeFrom.base === null || madeFrom.base === base;
  return madeFrom.words === textHash(sourceText) && sameBase ? "current" : "stale";
}

export interface Submission {
  text: string;
  /** The revision that the editor had on screen. */
  revision: number;
  /** Hash of the source text that the editor had on screen; null when the source itself is edited. */
  sourceHash: string | null;
}

export type SaveDecision = { kind: "unchanged" } | { kind: "saved"; revision: number } | { kind: "clash" };

/**
 * Decides what a submission becomes. It wins only over the very revision it read; otherwise it is a clash, in which both texts
 * are kept and shown. Submitting the same words again is no change, unless it confirms them against a newer source.
 */
export function decideSave(current: Pick<Wording, "text" | "sourceHash" | "revision"> | null, submitted: Submission): SaveDecision {
  const same = current?.text === submitted.text && current.sourceHash === submitted.sourceHash;
  if (same) return { kind: "unchanged" };
  const revision = current?.revision ?? 0;
  return revision === submitted.revision ? { kind: "saved", revision: revision + 1 } : { kind: "clash" };
}

const PLACEHOLDER = /\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?\d+>/g;

/** What a translation must carry over unchanged, sorted: fact references, interpolations, nested keys, numbered tags. */
export const placeholdersOf = (text: string): string[] => (text.match(PLACEHOLDER) ?? []).map((found) => found.replaceAll(" ", "")).sort();
