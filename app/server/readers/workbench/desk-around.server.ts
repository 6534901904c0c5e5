import type { Article } from "../../../core/articles/article.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { type ByLang, byLang, LANGS } from "../../../core/language/languages.ts";
import { type Member, may, mayAt, type Place } from "../../../core/people/roles.ts";
import type { CommentView, DeskAround, PreviewParts } from "../../../core/translation/desk-around.ts";
import { type Colleague, PRESENT_MS } from "../../../core/translation/presence.ts";
import type { Owner } from "../../../core/translation/wording.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { commentOf } from "../../db/tx/comments.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { memberOf } from "../../db/tx/members.server.ts";
import { termOf } from "../../db/tx/terms.server.ts";
import type { Reading } from "../reading.server.ts";
import { type AgencyView, readAgencies } from "../visitor/agencies.server.ts";

/** What stands around the units of a desk. `article` null: interface strings. */
export async function readDeskAround(tx: ReadTx, member: Member, owner: Owner, article: Article | null, now: Date): Promise<DeskAround> {
  const people = (await tx.member.findMany()).map((row) => ({ ...memberOf(row), disabled: row.disabledAt !== null }));
  const place: Place = article ? placeOf(article.about) : {};
  return {
    editable: byLang((lang) => mayAt(member.grants, "words.edit", { ...place, lang })),
    terms: (await tx.term.findMany({ orderBy: { key: "asc" } })).map(termOf),
    comments: await readComments(tx, { owner }),
    members: people.filter(({ disabled, roles }) => !disabled && may(roles, "words.read")).map(({ name }) => name),
    colleagues: await readColleagues(tx, member, owner, now),
    preview: article && (await readPreview(tx, article, now)),
  };
}

/** What was said, oldest first. */
export async function readComments(tx: ReadTx, where: { owner: Owner; unit?: string }): Promise<CommentView[]> {
  const comments = (await tx.comment.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(commentOf);
  const names = await readNames(tx, [...new Set(comments.flatMap(({ by, resolvedBy }) => [by, resolvedBy ?? by]))]);
  return comments.map(({ id, unit, text, by, at, resolvedAt, resolvedBy }) => ({
    id,
    unit,
    text,
    by: names.get(by) ?? null,
    at: at.toISOString(),
    resolved: resolvedAt && { by: names.get(resolvedBy ?? "") ?? null, at: resolvedAt.toISOString() },
  }));
}

/** Who else is at work here, as of a moment ago. */
export const readPresence = ({ db, now }: Reading, member: Member, owner: Owner): Promise<Colleague[]> =>
  db.snapshot((tx) => readColleagues(tx, member, owner, now()));

async function readColleagues(tx: ReadTx, member: Member, owner: Owner, now: Date): Promise<Colleague[]> {
  const since = new Date(now.getTime() - PRESENT_MS);
  const rows = await tx.presence.findMany({ where: { owner, at: { gte: since }, NOT: { memberId: member.id } }, orderBy: { memberId: "asc" } });
  const names = await readNames(
    tx,
    rows.map(({ memberId }) => memberId),
  );
  return rows.flatMap(({ memberId, unit }) => {
    const name = names.get(memberId);
    return name === undefined ? [] : [{ name, unit }];
  });
}

export async function readNames(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.member.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** All facts: whoever writes may refer to any of them. */
async function readPreview(tx: ReadTx, article: Article, now: Date): Promise<PreviewParts> {
  const agencies = {} as ByLang<Record<string, AgencyView>>;
  for (const lang of LANGS) agencies[lang] = (await readAgencies(tx, lang, now)).agencies;
  const facts = Object.fromEntries((await tx.fact.findMany()).map(factOf).map((fact) => [fact.key, fact]));
  return { tree: article.tree, facts, agencies, today: hanoiDay(now) };
}
