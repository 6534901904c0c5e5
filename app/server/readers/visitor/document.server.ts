import type { ArticleAbout, SegmentTexts } from "../../../core/articles/article.ts";
import type { EditionBody } from "../../../core/articles/edition.ts";
import { plainText } from "../../../core/articles/inline.ts";
import type { ArticleKind } from "../../../core/articles/kinds.ts";
import type { ArticleTree } from "../../../core/articles/tree.ts";
import { type Fact, isOverdue } from "../../../core/facts/fact.ts";
import { earliest, hanoiDay } from "../../../core/facts/gate-status.ts";
import { type ByLang, type Lang, others } from "../../../core/language/languages.ts";
import { type FoundTerms, findTerms } from "../../../core/translation/find-terms.ts";
import { formatFact } from "../../../i18n/format.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { EDITION_HEAD, type EditionHead, editionHeadOf } from "../machines/edition-head.server.ts";
import { type AgencyView, readAgencies } from "./agencies.server.ts";
import { overdueFrom } from "./days.server.ts";
import { missing } from "./missing.server.ts";
import { type ReadTerms, type TermView, termViews } from "./terms.server.ts";

/** What the page of any kind shows of its edition, in one language. */
export interface DocumentView {
  edition: EditionHead;
  slug: string;
  title: string;
  /** Its title in the other languages. */
  otherTitles: { lang: Lang; title: string }[];
  summary: string;
  tree: ArticleTree;
  texts: SegmentTexts;
  facts: Record<string, Fact>;
  agencies: Record<string, AgencyView>;
  agency: string | null;
  verifiedOn: string | null;
  verifyAgainBy: string | null;
  overdue: boolean;
  /** Today in Hanoi, YYYY-MM-DD. */
  today: string;
  /** The terms that it speaks of, in the order in which they are first read, and where that is. */
  terms: TermView[];
  termSpots: FoundTerms["spots"];
  validUntil: Date | null;
}

/** Kinds that have a page of their own. */
type PageKind = Exclude<ArticleKind, "phrase">;

/**
 * The current edition of something, as its page shows it, and its particulars.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readDocument(
  tx: ReadTx,
  readTerms: ReadTerms,
  { lang, kind, slug, now }: { lang: Lang; kind: PageKind; slug: string; now: Date },
): Promise<{ document: DocumentView; about: ArticleAbout }> {
  const { edition, tree, texts, facts, about } = await currentEdition(tx, lang, kind, slug);
  const { agencies, validUntil } = await readAgencies(tx, lang, now);
  const today = hanoiDay(now);
  const again = [about, ...Object.values(facts)].map(({ verifyAgainBy }) => overdueFrom(verifyAgainBy, now));
  const glossary = await readTerms(tx);
  const { keys, spots } = findTerms(glossary.in[lang], tree, texts[lang]);
  const document = {
    edition,
    slug,
    title: wordsOf(texts, facts, lang, "title"),
    otherTitles: others(lang).map((other) => ({ lang: other, title: wordsOf(texts, facts, other, "title") })),
    summary: wordsOf(texts, facts, lang, "summary"),
    tree,
    texts: texts[lang],
    facts,
    agencies,
    agency: agencies[about.agency]?.name ?? null,
    verifiedOn: about.verifiedOn,
    verifyAgainBy: about.verifyAgainBy,
    overdue: isOverdue(about, today),
    today,
    terms: termViews(glossary, keys, lang),
    termSpots: spots,
    validUntil: earliest([validUntil, ...again]),
  };
  return { document, about };
}

/**
 * What readers see of something now, in every language.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function currentEdition(tx: ReadTx, lang: Lang, kind: PageKind, slug: string): Promise<EditionBody & { edition: EditionHead }> {
  const row = await tx.edition.findFirst({ where: { slug, kind, currentOf: { not: null } }, select: { body: true, ...EDITION_HEAD } });
  if (!row) throw await missing(tx, lang, kind, slug);
  return { ...(row.body as unknown as EditionBody), edition: editionHeadOf(row) };
}

/** A segment's words alone, facts filled in. */
export const wordsOf = (texts: ByLang<SegmentTexts>, facts: Record<string, Fact>, lang: Lang, segment: string): string =>
  plainText(texts[lang][segment] ?? "", (key) => (facts[key] ? formatFact(facts[key].value, lang) : ""));
