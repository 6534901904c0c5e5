import type { CommentView } from "../../../core/translation/desk-around.ts";
import { type HistoryEntry, historyOf } from "../../../core/translation/history.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import { editOf } from "../../db/tx/edits.server.ts";
import type { Reading } from "../reading.server.ts";
import { readComments, readNames } from "./desk-around.server.ts";

/** Every text that was ever submitted for a unit, newest first, those that lost a clash included. */
export async function readUnitHistory({ db }: Reading, owner: Owner, unit: string): Promise<HistoryEntry[]> {
  return db.snapshot(async (tx) => {
    const edits = (await tx.wordingEdit.findMany({ where: { owner, unit }, orderBy: [{ at: "asc" }, { revision: "asc" }, { id: "asc" }] })).map(editOf);
    const names = await readNames(tx, [...new Set(edits.flatMap(({ by }) => (by ? [by] : [])))]);
    // A structure's edits carry no words.
    const worded = edits.filter(({ unit: of }) => !of.startsWith("#"));
    return historyOf(worded, (id) => names.get(id) ?? null);
  });
}

/** What was said about a unit, oldest first. */
export const readUnitComments = ({ db }: Reading, owner: Owner, unit: string): Promise<CommentView[]> => db.snapshot((tx) => readComments(tx, { owner, unit }));
