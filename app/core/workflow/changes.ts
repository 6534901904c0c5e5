import { diffArrays } from "diff";
import type { ArticleAbout } from "../articles/article.ts";
import type { EditionBody } from "../articles/edition.ts";
import { type ArticleNode, type ArticleTree, carriesWords, childrenOf, HEAD_SEGMENTS, walk } from "../articles/tree.ts";
import type { Fact } from "../facts/fact.ts";
import { hashOf } from "../hash.ts";
import { type ByLang, byLang, LANGS } from "../language/languages.ts";
import { difference, type Stretch } from "../translation/difference.ts";

/** A segment whose words differ, with what differs in every language. */
export interface SegmentChange {
  segment: string;
  kind: ArticleNode["kind"] | "title" | "summary";
  what: "added" | "removed" | "changed";
  texts: ByLang<Stretch[]>;
}

/** A node that stands elsewhere, is of another kind or marked otherwise; and one without words that came or went. */
export interface NodeChange {
  id: string;
  kind: ArticleNode["kind"];
  what: "added" | "removed" | "moved" | "changed";
}

export interface ParticularChange {
  field: keyof ArticleAbout;
  before: unknown;
  after: unknown;
}

/** Null: it did not belong, or does not belong any more, to what readers see. */
export interface FactDifference {
  key: string;
  before: Fact | null;
  after: Fact | null;
}

/** Everything that is not the same for readers. */
export interface Changes {
  segments: SegmentChange[];
  structure: NodeChange[];
  particulars: ParticularChange[];
  facts: FactDifference[];
}

type Content = Pick<EditionBody, "tree" | "about" | "texts" | "facts">;

/**
 * What readers of one content would find different in another, in the order in which the new one is read; what is gone comes last.
 * `before` null: they have never seen any of it, and all of it is new.
 */
export function changesBetween(before: Content | null, after: Content): Changes {
  return {
    segments: segmentChanges(before, after),
    structure: before ? structureChanges(before.tree, after.tree) : [],
    particulars: before ? particularChanges(before.about, after.about) : [],
    facts: before ? factDifferences(before.facts, after.facts) : [],
  };
}

export const isNoChange = ({ segments, structure, particulars, facts }: Changes): boolean =>
  segments.length + structure.length + particulars.length + facts.length === 0;

function segmentChanges(before: Content | null, after: Content): SegmentChange[] {
  const [old, now] = [segmentKinds(before?.tree ?? null), segmentKinds(after.tree)];
  const gone = [...old].filter(([segment]) => !now.has(segment));
  return [...now, ...gone].flatMap(([segment, kind]) => {
    const was = byLang((lang) => (old.has(segment) ? (before?.texts[lang][segment] ?? "") : ""));
    const is = byLang((lang) => (now.has(segment) ? (after.texts[lang][segment] ?? "") : ""));
    const what = !old.has(segment) ? "added" : !now.has(segment) ? "removed" : "changed";
    if (what === "changed" && LANGS.every((lang) => was[lang] === is[lang])) return [];
    return [{ segment, kind, what, texts: byLang((lang) => difference(was[lang], is[lang], lang)) }];
  });
}

/** `tree` null: nothing at all, not even a title. */
function segmentKinds(tree: ArticleTree | null): Map<string, SegmentChange["kind"]> {
  if (!tree) return new Map();
  const head = HEAD_SEGMENTS.map((segment) => [segment, segment] as [string, SegmentChange["kind"]]);
  return new Map([...head, ...[...walk(tree)].filter(carriesWords).map((node): [string, SegmentChange["kind"]] => [node.id, node.kind])]);
}

interface Placed {
  node: ArticleNode;
  parent: string | null;
}

function placed(tree: ArticleTree): Map<string, Placed> {
  const all = new Map<string, Placed>();
  const visit = (node: ArticleNode, parent: string | null) => {
    all.set(node.id, { node, parent });
    for (const child of childrenOf(node)) visit(child, node.id);
  };
  for (const node of tree) visit(node, null);
  return all;
}

function structureChanges(before: ArticleTree, after: ArticleTree): NodeChange[] {
  const [old, now] = [placed(before), placed(after)];
  const shared = (all: Map<string, Placed>, other: Map<string, Placed>) => [...all.keys()].filter((id) => other.has(id));
  const outOfOrder = new Set(diffArrays(shared(old, now), shared(now, old)).flatMap(({ added, value }) => (added ? value : [])));
  const moved = new Set([...now].filter(([id, { parent }]) => old.has(id) && (outOfOrder.has(id) || old.get(id)?.parent !== parent)).map(([id]) => id));
  const change = ({ node }: Placed, what: NodeChange["what"]): NodeChange => ({ id: node.id, kind: node.kind, what });

  const here = [...now.values()].flatMap((at) => {
    const { node, parent } = at;
    const was = old.get(node.id);
    if (!was) return carriesWords(node) ? [] : [change(at, "added")];
    const changes: NodeChange[] = [];
    // What moved with what it stands in did not move by itself.
    if (moved.has(node.id) && !(parent && moved.has(parent) && was.parent === parent)) changes.push(change(at, "moved"));
    if (hashOf(bare(was.node)) !== hashOf(bare(node))) changes.push(change(at, "changed"));
    return changes;
  });
  const gone = [...old.values()].filter(({ node }) => !now.has(node.id) && !carriesWords(node)).map((at) => change(at, "removed"));
  return [...here, ...gone];
}

/** A node without those within it. */
const bare = (node: ArticleNode): object => ({ ...node, children: undefined });

const particularChanges = (before: ArticleAbout, after: ArticleAbout): ParticularChange[] =>
  (Object.keys({ ...before, ...after }) as (keyof ArticleAbout)[])
    .filter((field) => hashOf(before[field]) !== hashOf(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

const factDifferences = (before: Record<string, Fact>, after: Record<string, Fact>): FactDifference[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter((key) => hashOf(before[key]) !== hashOf(after[key]))
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }));
