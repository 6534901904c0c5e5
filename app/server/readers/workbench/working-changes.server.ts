import type { Article, ArticleEdit } from "../../../core/articles/article.ts";
import { byLang } from "../../../core/language/languages.ts";
import { difference } from "../../../core/translation/difference.ts";
import { ofArticle } from "../../../core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../../../core/workflow/approval.ts";
import { type Changes, changesBetween } from "../../../core/workflow/changes.ts";
import type { WorkingChange } from "../../../core/workflow/publishing-views.ts";
import type { Unit } from "../../../core/workflow/units.ts";
import type { KeptEdit } from "../../../use-cases/ports.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleEditOf } from "../../db/tx/article-edits.server.ts";
import { editOf } from "../../db/tx/edits.server.ts";
import { readNames } from "./desk-around.server.ts";

const PAGE = 50;
/** Sorts after every id. */
const AFTER_ALL = "~";

/**
 * What was changed at work, the newest first, words and structure in one list: at one instant the structure comes first.
 * @param before the cursor of the last change seen; null: from the newest
 */
export async function readWorkingChanges(
  tx: ReadTx,
  article: Article,
  units: readonly Unit[],
  before: string | null,
): Promise<{ working: WorkingChange[]; older: string | null }> {
  const owner = ofArticle(article.id);
  const cursor = before === null ? null : cursorOf(before);
  const beforeCursor = cursor && { OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] };
  const wordRows = await tx.wordingEdit.findMany({
    where: { owner, unit: { not: STRUCTURE_UNIT }, ...beforeCursor },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const structureRows = await tx.articleEdit.findMany({
    where: { articleId: article.id, ...(cursor && { at: { lt: cursor.at } }) },
    orderBy: { revision: "desc" },
    take: PAGE + 1,
  });
  const words = wordRows.map(editOf);
  const structures = structureRows.map(articleEditOf);
  const all = [...structures, ...words].sort((a, b) => b.at.getTime() - a.at.getTime());
  const page = all.slice(0, PAGE);
  const names = await readNames(tx, [...new Set(page.flatMap(({ by }) => by ?? []))]);
  const earlier = await earlierWords(
    tx,
    owner,
    page.filter((edit) => "unit" in edit),
  );
  const byUnit = new Map(units.map((unit) => [unit.unit, unit]));

  const working: WorkingChange[] = [];
  for (const edit of page) {
    const common = { by: names.get(edit.by ?? "") ?? null, at: edit.at };
    if ("tree" in edit) {
      const now = edit.revision === article.revision;
      working.push({
        ...common,
        kind: "structure",
        cursor: writeCursor(edit.at, AFTER_ALL),
        revision: edit.revision,
        now,
        changes: await sinceRevision(tx, edit),
      });
    } else {
      const { id, unit, lang, text, sourceHash, revision } = edit;
      const was = earlier(edit)?.text ?? "";
      const at = byUnit.get(unit);
      working.push({
        ...common,
        kind: "words",
        cursor: writeCursor(edit.at, id),
        unit,
        unitKind: at?.kind ?? null,
        lang,
        text,
        sourceHash,
        stretches: difference(was, text, lang),
        lost: revision === null,
        now: revision !== null && at?.wordings[lang]?.revision === revision,
      });
    }
  }
  return { working, older: all.length > PAGE ? (working.at(-1)?.cursor ?? null) : null };
}

/** What stood there before each edit: of one that a clash kept out, what it lost against. */
async function earlierWords(tx: ReadTx, owner: string, edits: readonly KeptEdit[]): Promise<(edit: KeptEdit) => KeptEdit | undefined> {
  const [newest] = edits;
  if (!newest) return () => undefined;
  const units = [...new Set(edits.map(({ unit }) => unit))];
  const rows = await tx.wordingEdit.findMany({ where: { owner, unit: { in: units }, revision: { not: null }, at: { lte: newest.at } } });
  const known = Map.groupBy(rows.map(editOf), ({ unit, lang }) => `${lang} ${unit}`);
  return ({ unit, lang, revision, at }) => {
    const before = (known.get(`${lang} ${unit}`) ?? []).filter((one) => (revision === null ? one.at <= at : (one.revision ?? 0) < revision));
    return before.reduce<KeptEdit | undefined>((last, one) => ((one.revision ?? 0) > (last?.revision ?? 0) ? one : last), undefined);
  };
}

/** What a structure changed about the one before it, without the words; null: it was the first. */
async function sinceRevision(tx: ReadTx, { articleId, revision, tree, about }: ArticleEdit): Promise<Changes | null> {
  const row = await tx.articleEdit.findFirst({ where: { articleId, revision: { lt: revision } }, orderBy: { revision: "desc" } });
  if (!row) return null;
  const before = articleEditOf(row);
  const wordless = { texts: byLang(() => ({})), facts: {} };
  return changesBetween({ tree: before.tree, about: before.about, ...wordless }, { tree, about, ...wordless });
}

const writeCursor = (at: Date, id: string): string => `${at.toISOString()}_${id}`;

/** Anything that is no cursor begins at the newest. */
function cursorOf(text: string): { at: Date; id: string } | null {
  const [instant = "", id = ""] = text.split("_");
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) || id === "" ? null : { at, id };
}
