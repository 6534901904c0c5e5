import type { Edition } from "../../../core/articles/edition.ts";
import { AppError } from "../../../core/errors.ts";
import { byLang } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { changesBetween } from "../../../core/workflow/changes.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { HistoryView } from "../../../core/workflow/publishing-views.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { editionOf } from "../../db/tx/editions.server.ts";
import type { Reading } from "../reading.server.ts";
import { editionLines, loadForPublishing, readArticleHead, readPlaceNames } from "./publish-parts.server.ts";
import { readWorkingChanges } from "./working-changes.server.ts";

export interface HistoryAsked {
  /** Numbers of the editions to compare; null: the newest with the one before. */
  from: number | null;
  to: number | null;
  /** Where to go on; null: at the newest. */
  before: string | null;
}

/**
 * Every edition of an article, what differs between two of them, and every change at work, page by page.
 * @throws AppError `not_found` (the article, or an edition to compare)
 */
export async function readHistory({ db, now }: Reading, member: Member, slug: string, { from, to, before }: HistoryAsked): Promise<HistoryView> {
  return db.snapshot(async (tx) => {
    const loaded = await loadForPublishing(tx, slug);
    const { article, units } = loaded;
    const rows = await tx.edition.findMany({
      where: { articleId: article.id },
      orderBy: { number: "desc" },
      select: { number: true, publishedAt: true, publishedBy: true, note: true },
    });
    const editions = await editionLines(tx, rows as unknown as Pick<Edition, "number" | "publishedAt" | "publishedBy" | "note">[]);
    const { working, older } = await readWorkingChanges(tx, article, units, before);
    return {
      article: await readArticleHead(tx, loaded),
      revision: article.revision,
      editions,
      compared: await compared(tx, article.id, from ?? editions[1]?.number ?? null, to ?? editions[0]?.number ?? null),
      names: await readPlaceNames(tx, member.lang, now()),
      working,
      revisions: Object.fromEntries(units.map(({ unit, wordings }) => [unit, byLang((lang) => wordings[lang]?.revision ?? 0)])),
      older,
      mayPublish: mayAt(member.grants, "pair.publish", placeOf(article.about)),
      mayEdit: byLang((lang) => mayAt(member.grants, "words.edit", { ...placeOf(article.about), lang })),
    };
  });
}

async function compared(tx: ReadTx, articleId: string, from: number | null, to: number | null): Promise<HistoryView["compared"]> {
  if (from === null || to === null) return null;
  const rows = await tx.edition.findMany({ where: { articleId, number: { in: [from, to] } } });
  const numbered = new Map(rows.map((row) => [row.number, editionOf(row).body]));
  const [one, other] = [numbered.get(from), numbered.get(to)];
  if (!one || !other) throw new AppError("not_found");
  return { from, to, changes: changesBetween(one, other) };
}
