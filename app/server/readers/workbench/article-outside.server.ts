import type { Article } from "../../../core/articles/article.ts";
import { editionToBe } from "../../../core/workflow/edition-to-be.ts";
import type { SignOff } from "../../../core/workflow/sign-off.ts";
import type { Outside } from "../../../core/workflow/state.ts";
import type { Unit } from "../../../core/workflow/units.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { topicOf } from "../../db/tx/places.server.ts";
import { signOffOf } from "../../db/tx/sign-offs.server.ts";

/** What an article's state depends on besides its units. */
export async function readOutside(tx: ReadTx, article: Article, units: readonly Unit[]): Promise<Outside> {
  const scheduled = (await tx.schedule.count({ where: { articleId: article.id, failure: null } })) > 0;
  const { asked, signOffs } = await readSignOffs(tx, article);
  if (asked.length === 0) return { scheduled, unsigned: false };
  const facts = Object.fromEntries((await tx.fact.findMany()).map(factOf).map((fact) => [fact.key, fact]));
  return { scheduled, unsigned: editionToBe({ article, units, facts, asked, signOffs }).open.some((point) => point.kind === "sign-off") };
}

/** The agencies whose consent an article's topic asks for, and what was given. */
export async function readSignOffs(tx: ReadTx, { id, about }: Article): Promise<{ asked: string[]; signOffs: SignOff[] }> {
  const topic = await tx.topic.findUnique({ where: { key: about.topic } });
  const asked = (topic && topicOf(topic).signOff) ?? [];
  const rows = asked.length ? await tx.signOff.findMany({ where: { articleId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] }) : [];
  return { asked, signOffs: rows.map(signOffOf) };
}
