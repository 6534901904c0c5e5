import type { EditionBody } from "../../../core/articles/edition.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { type Lang, ownFirst } from "../../../core/language/languages.ts";
import { type Romanisation, romanised } from "../../../core/language/romanisation.ts";
import type { Reading } from "../reading.server.ts";
import { wordsOf } from "./document.server.ts";
import { readTopics, type TopicView } from "./topics.server.ts";

export interface PhraseView {
  slug: string;
  /** The sentence in every language, the visitor's own first. */
  sentences: { lang: Lang; text: string; romanised: Romanisation | null }[];
  /** When to show it. */
  when: string;
  /** How the other language's sentence sounds, written as the visitor's own language would; "": none. */
  aid: string;
}

export interface PhrasesView {
  /** By situation, in the order of the topics. */
  groups: { topic: TopicView; phrases: PhraseView[] }[];
}

/** As many cards as one can leaf through. */
const SHOWN = 100;

/** The segment of a phrase that says how the other language's sentence is read (core/articles/kinds.ts). */
const AID = "reading";

/** The phrase cards by situation, the oldest first in each. */
export async function readPhrases({ db }: Reading, lang: Lang): Promise<PhrasesView> {
  return db.snapshot(async (tx) => {
    const rows = await tx.edition.findMany({
      where: { kind: "phrase", currentOf: { not: null } },
      orderBy: { currentOf: "asc" },
      take: SHOWN,
      select: { slug: true, topicKey: true, body: true },
    });
    const groups = (await readTopics(tx, lang)).map((topic) => ({
      topic,
      phrases: rows.filter(({ topicKey }) => topicKey === topic.key).map(({ slug, body }) => phraseOf(slug, body as unknown as EditionBody, lang)),
    }));
    return { groups: groups.filter(({ phrases }) => phrases.length > 0) };
  });
}

function phraseOf(slug: string, { texts, facts }: Pick<EditionBody, "texts"> & { facts: Record<string, Fact> }, lang: Lang): PhraseView {
  const sentences = ownFirst(lang).map((code) => {
    const text = wordsOf(texts, facts, code, "title");
    return { lang: code, text, romanised: romanised(text, code) };
  });
  return { slug, sentences, when: wordsOf(texts, facts, lang, "summary"), aid: wordsOf(texts, facts, lang, AID) };
}
