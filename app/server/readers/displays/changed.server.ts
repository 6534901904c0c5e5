import type { Announcement, Change } from "../../../core/announcement.ts";
import type { EditionBody } from "../../../core/articles/edition.ts";
import { concernsGate } from "../../../core/articles/kinds.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { announcementOf } from "../../db/tx/content.server.ts";
import type { Reading } from "../reading.server.ts";

const AT_ONCE = 50;
const AT_GATES: ReadonlySet<string> = new Set(["article", "question"]);

export type LastChange = Pick<Announcement, "id" | "at">;

/**
 * The newest change of what displays at a site show: the same answer from every process, as long as nothing of theirs changes. Where
 * every announcement that is still kept was about something else: the id below the oldest of them.
 */
export async function readLastChange({ db }: Reading, site: string): Promise<LastChange> {
  return db.snapshot(async (tx) => {
    const isGate = (await tx.gate.findUnique({ where: { key: site }, select: { key: true } })) !== null;
    let below: number | undefined;
    for (;;) {
      const rows = await tx.announcement.findMany({ where: { id: { lt: below } }, orderBy: { id: "desc" }, take: AT_ONCE });
      for (const { id, at, change } of rows.map(announcementOf)) if (await concerns(tx, change, isGate ? site : null)) return { id, at };
      const oldest = rows.at(-1);
      if (!oldest || rows.length < AT_ONCE) return { id: (oldest?.id ?? 1) - 1, at: oldest?.at ?? new Date(0) };
      below = oldest.id;
    }
  });
}

/** Notices and phrases are shown everywhere, articles and questions at their gates, and all of them where there is no gate. */
async function concerns(tx: ReadTx, change: Change, gate: string | null): Promise<boolean> {
  if (change.kind === "display" || change.kind === "playlist") return false;
  if (change.kind !== "article" || gate === null) return true;
  // The one that readers see and the one before: what no longer concerns a site has left it.
  const newest = await tx.edition.findMany({
    where: { articleId: change.articleId },
    orderBy: { number: "desc" },
    take: 2,
    select: { body: true, kind: true },
  });
  return newest.some(({ body, kind }) => !AT_GATES.has(kind) || concernsGate((body as unknown as EditionBody).about.gates, gate));
}
