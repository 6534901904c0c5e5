import type { EditionBody } from "../../../core/articles/edition.ts";
import { byUrgency, concernsGate, nextTurnOf, phaseAt } from "../../../core/articles/kinds.ts";
import type { DisplayNotice } from "../../../core/displays/manifest.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import { type Romanisation, romanised } from "../../../core/language/romanisation.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { wordsOf } from "../visitor/document.server.ts";

/** A phrase card, every language in one piece, facts filled in. */
export interface HeldPhraseView {
  slug: string;
  topic: string;
  /** The sentence to show, when to show it, and how the other language's sentence sounds ("": not given). */
  texts: ByLang<{ sentence: string; when: string; aid: string }>;
  /** The sentence in Latin letters, where it is written otherwise. */
  romanised: ByLang<Romanisation | null>;
}

/** As many as anybody looks at; when each notice ends is not indexed. */
const LOOKED_AT = 200;

/** The notices that hold or will hold, the most urgent first; of equals those that concern the site. */
export async function noticesHeld(tx: ReadTx, site: string, now: Date): Promise<DisplayNotice[]> {
  const rows = await tx.edition.findMany({
    where: { kind: "notice", currentOf: { not: null } },
    orderBy: { currentOf: "desc" },
    take: LOOKED_AT,
    select: { articleId: true, slug: true, number: true, body: true },
  });
  const notices = rows.flatMap(({ articleId, slug, number, body }): DisplayNotice[] => {
    const { about, tree, texts, facts } = body as unknown as EditionBody;
    if (!about.notice || phaseAt(about.notice, now) === "ended") return [];
    return [{ id: articleId, slug, edition: number, terms: about.notice, gates: about.gates, tree, texts, facts }];
  });
  const near = ({ gates }: DisplayNotice): number => (concernsGate(gates, site) ? 0 : 1);
  return notices.sort((a, b) => near(a) - near(b) || byUrgency(a.terms, b.terms) || (a.id < b.id ? -1 : 1));
}

/** When they begin and end. */
export const turnsOf = (notices: readonly DisplayNotice[], now: Date): (Date | null)[] => notices.map(({ terms }) => nextTurnOf(terms, now));

/** The segment of a phrase that says how the other language's sentence is read (core/articles/kinds.ts). */
const AID = "reading";

/** The phrase cards, the oldest first. */
export async function phrasesHeld(tx: ReadTx): Promise<HeldPhraseView[]> {
  const rows = await tx.edition.findMany({
    where: { kind: "phrase", currentOf: { not: null } },
    orderBy: { currentOf: "asc" },
    take: LOOKED_AT,
    select: { slug: true, topicKey: true, body: true },
  });
  return rows.map(({ slug, topicKey, body }) => {
    const { texts, facts } = body as unknown as EditionBody;
    const words = byLang((lang) => ({
      sentence: wordsOf(texts, facts, lang, "title"),
      when: wordsOf(texts, facts, lang, "summary"),
      aid: wordsOf(texts, facts, lang, AID),
    }));
    return { slug, topic: topicKey, texts: words, romanised: byLang((lang) => romanised(words[lang].sentence, lang)) };
  });
}
