import { AppError } from "../../../core/errors.ts";
import type { Member } from "../../../core/people/roles.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import type { Reading } from "../reading.server.ts";
import { loadArticleAtWork, shownBy } from "./article-desk.server.ts";
import { readDeskUnits } from "./desk-units.server.ts";
import { loadStringsAtWork } from "./strings-desk.server.ts";

/**
 * Some units of an article or of a namespace as they are now.
 * @throws AppError `not_found` (the owner)
 */
export async function readFreshUnits({ db }: Reading, member: Member, owner: Owner, wanted: readonly string[]): Promise<DeskUnit[]> {
  return db.snapshot(async (tx) => {
    const { units, ...around } = await loadAtWork(tx, owner);
    return readDeskUnits(tx, { owner, units: units.filter((unit) => wanted.includes(unit.unit)), member, ...around });
  });
}

async function loadAtWork(tx: ReadTx, owner: Owner): Promise<Pick<Parameters<typeof readDeskUnits>[1], "units" | "place" | "readersSee" | "baseOf">> {
  if (owner.startsWith("strings:")) return { place: {}, ...(await loadStringsAtWork(tx, owner.slice("strings:".length))) };
  const row = await tx.article.findUnique({ where: { id: owner.slice("article:".length) } });
  if (!row) throw new AppError("not_found");
  const article = articleOf(row);
  const { units, edition } = await loadArticleAtWork(tx, article);
  return { units, place: placeOf(article.about), readersSee: shownBy(edition) };
}
