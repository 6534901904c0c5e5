import { type ByLang, byLang, type Lang, others } from "../../../core/language/languages.ts";
import { type Romanisation, romanised } from "../../../core/language/romanisation.ts";
import { type Glossary, openGlossary } from "../../../core/translation/find-terms.ts";
import type { Term } from "../../../core/translation/term.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { termOf } from "../../db/tx/terms.server.ts";

export interface Terms {
  byKey: ReadonlyMap<string, Term>;
  in: ByLang<Glossary>;
}

/** Reads the glossary within the snapshot of the page that asks. */
export type ReadTerms = (tx: ReadTx) => Promise<Terms>;

/** The glossary, read once for each content revision: every page of words asks for it, and it hardly ever changes. */
export function termsReader(): ReadTerms {
  let kept: { revision: number; generationId: string; terms: Terms } | null = null;
  return async (tx) => {
    const { revision, generationId } = await tx.content.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true, generationId: true } });
    if (kept?.revision === revision && kept.generationId === generationId) return kept.terms;
    const all = (await tx.term.findMany()).map(termOf);
    const terms = { byKey: new Map(all.map((term) => [term.key, term])), in: byLang((lang: Lang) => openGlossary(all, lang)) };
    kept = { revision, generationId, terms };
    return terms;
  };
}

/** A term as a page in one language shows it. */
export interface TermView {
  key: string;
  word: string;
  /** The same in the other languages; `reading`: how it is said, where its script does not tell. */
  others: { lang: Lang; word: string; reading: Romanisation | null }[];
  note: string | null;
  /** Whether the pair has still to be confirmed. */
  unsure: boolean;
}

export function termViews({ byKey }: Terms, keys: readonly string[], lang: Lang): TermView[] {
  return keys.flatMap((key) => {
    const term = byKey.get(key);
    if (!term) return [];
    const twins = others(lang).map((other) => {
      const written = romanised(term.words[other], other);
      return { lang: other, word: term.words[other], reading: written && { ...written, text: term.pinyin } };
    });
    return [{ key, word: term.words[lang], others: twins, note: term.note?.[lang] ?? null, unsure: term.mark === "verify" }];
  });
}
