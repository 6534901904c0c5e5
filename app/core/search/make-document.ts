import type { SegmentTexts } from "../articles/article.ts";
import type { EditionBody } from "../articles/edition.ts";
import { plainText } from "../articles/inline.ts";
import { ARTICLE_KINDS, type ArticleKind } from "../articles/kinds.ts";
import { type ArticleTree, carriesWords, childrenOf, type SegmentId } from "../articles/tree.ts";
import type { Fact } from "../facts/fact.ts";
import { FLOWS, type Gate } from "../facts/gate.ts";
import { type ByLang, byLang, type Lang, ownFirst } from "../language/languages.ts";
import { type SearchDocument, SUMMARY } from "./document.ts";

/** How facts read in a language: the value within a sentence, and a line of a fact box. */
export interface FactReader {
  value(fact: Fact, lang: Lang): string;
  line(fact: Fact, lang: Lang): string;
}

type Passages = SearchDocument["versions"][Lang]["passages"];

/** Between the cells of a table's row, which is found and shown as one: a cell alone says little. */
const CELL_EDGE = " | ";

/** An ended notice is still looked for by those whom it concerned. */
const ENDED_NOTICE_DAYS = 30;
const DAY_MS = 86_400_000;

/** Pages published before there were kinds are articles. */
export const kindOf = (body: EditionBody): ArticleKind => body.about.kind ?? "article";

/** A published article, of whatever kind, as search knows it. The passages of all languages stand side by side, as their segments do. */
export function articleDocument(slug: string, body: EditionBody, read: FactReader): SearchDocument {
  const { topic, gates, notice } = body.about;
  const kind = kindOf(body);
  const versions = byLang((lang) => {
    const words = plainWords(body, lang, read);
    const passages = [{ segment: SUMMARY, text: words.summary ?? "" }, ...passagesOf(body.tree, words, body.facts, lang, read)];
    return { title: words.title ?? "", passages };
  });
  const until = notice?.until ? new Date(Date.parse(notice.until) + ENDED_NOTICE_DAYS * DAY_MS).toISOString() : null;
  return { id: `${kind}:${slug}`, kind, slug, topic: topic || null, gates, from: notice?.from ?? null, until, versions };
}

/** The ids that a page of that slug may be filed under, whatever its kind was. */
export const idsOfSlug = (slug: string): string[] => ARTICLE_KINDS.map((kind) => `${kind}:${slug}`);

/**
 * A gate as search knows it. Where its name in a language is not confirmed, another language's stands, as on its page.
 * Its segments are the anchors of the gate's page. Its names in every language, those of the place opposite, and its boundary markers find it.
 */
export function gateDocument(gate: Gate, facts: Readonly<Record<string, Fact>>, read: FactReader): SearchDocument {
  const names = [...Object.values(gate.name), ...Object.values(gate.opposite?.name ?? {}), gate.markers].filter((name) => name !== null);
  const versions = byLang((lang) => {
    const hours = FLOWS.flatMap((flow) => facts[gate.hours[flow] ?? ""] ?? []);
    const passages = [
      { segment: SUMMARY, text: gate.summary[lang] },
      ...hours.map((fact) => ({ segment: "hours", text: read.line(fact, lang) })),
      ...(gate.opposite ? [{ segment: "opposite", text: gate.opposite.name[lang] }] : []),
    ];
    return { title: nameIn(gate.name, lang), names, passages };
  });
  return { id: `gate:${gate.key}`, kind: "gate", slug: gate.key, topic: null, gates: [gate.key], versions };
}

function plainWords(body: EditionBody, lang: Lang, read: FactReader): SegmentTexts {
  const value = (key: string) => {
    const fact = body.facts[key];
    return fact ? read.value(fact, lang) : "";
  };
  return Object.fromEntries(Object.entries(body.texts[lang]).map(([segment, text]) => [segment, plainText(text, value)]));
}

function passagesOf(tree: ArticleTree, words: SegmentTexts, facts: EditionBody["facts"], lang: Lang, read: FactReader): Passages {
  return tree.flatMap((node): Passages => {
    if (node.kind === "row") {
      const first: SegmentId = node.children[0]?.id ?? node.id;
      return [{ segment: first, text: node.children.map((cell) => words[cell.id] ?? "").join(CELL_EDGE) }];
    }
    if (node.kind === "facts") return node.facts.flatMap((key) => (facts[key] ? [{ segment: node.id, text: read.line(facts[key], lang) }] : []));
    const own = carriesWords(node) ? [{ segment: node.id, text: words[node.id] ?? "" }] : [];
    return [...own, ...passagesOf(childrenOf(node), words, facts, lang, read)];
  });
}

const nameIn = (name: ByLang<string | null>, lang: Lang): string => ownFirst(lang).reduce((found, code) => found || (name[code] ?? ""), "");
