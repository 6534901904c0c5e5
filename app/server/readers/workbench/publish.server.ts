import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { byLang, LANGS } from "../../../core/language/languages.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { ofArticle } from "../../../core/translation/wording.ts";
import { changesBetween } from "../../../core/workflow/changes.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { ApprovalLine, PreviewView, PublishView, ScheduleLine, SignOffLine } from "../../../core/workflow/publishing-views.ts";
import { authorsOfNews } from "../../../core/workflow/sign-off.ts";
import type { Unit } from "../../../core/workflow/units.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { editOf } from "../../db/tx/edits.server.ts";
import { scheduleOf } from "../../db/tx/schedules.server.ts";
import { teamOf } from "../../db/tx/teams.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";
import { readNames } from "./desk-around.server.ts";
import { type LoadedArticle, loadForPublishing, readArticleHead, readPlaceNames } from "./publish-parts.server.ts";

/**
 * Exactly what would change for readers if an article were published now, and what stands for and against it.
 * @throws AppError `not_found`
 */
export async function readPublish({ db, now }: Reading, member: Member, slug: string): Promise<PublishView> {
  return db.snapshot(async (tx) => {
    const loaded = await loadForPublishing(tx, slug);
    const { article, units, edition, toBe } = loaded;
    return {
      article: await readArticleHead(tx, loaded),
      contentHash: toBe.contentHash,
      upToDate: edition !== null && edition.contentHash === toBe.contentHash,
      changes: changesBetween(edition?.body ?? null, toBe.body),
      names: await readPlaceNames(tx, member.lang, now()),
      open: toBe.open,
      kinds: Object.fromEntries(units.map(({ unit, kind }) => [unit, kind])),
      approvals: await approvalLines(tx, units),
      signOffs: await signOffLines(tx, member, loaded),
      schedule: await scheduleLine(tx, article.id),
      preview: await readPreview(tx, loaded, now()),
      mayPublish: [article.about, edition?.body.about ?? article.about].every((about) => mayAt(member.grants, "pair.publish", placeOf(about))),
    };
  });
}

async function approvalLines(tx: ReadTx, units: readonly Unit[]): Promise<ApprovalLine[]> {
  const approved = units.filter(({ approved: is, published }) => is && !published);
  const names = await readNames(tx, [...new Set(approved.flatMap(({ approval }) => approval?.by ?? []))]);
  return approved.flatMap(({ unit, kind, approval }) =>
    approval ? [{ unit, kind, by: names.get(approval.by ?? "") ?? null, at: approval.at, reason: approval.reason }] : [],
  );
}

async function signOffLines(tx: ReadTx, member: Member, { article, units, edition, toBe, asked, signOffs }: LoadedArticle): Promise<SignOffLine[]> {
  if (asked.length === 0) return [];
  const team = member.team ? await tx.team.findUnique({ where: { key: member.team } }) : null;
  const agency = team && teamOf(team).agency;
  const given = signOffs.filter(({ contentHash }) => contentHash === toBe.contentHash);
  const names = await readNames(
    tx,
    given.map(({ by }) => by),
  );
  const ownRefusal = async (): Promise<SignOffLine["refusal"]> => {
    if (!mayAt(member.grants, "words.approve", placeOf(article.about))) return "not_allowed";
    if (toBe.contentHash === null) return "not_ready";
    const edits = await tx.wordingEdit.findMany({
      where: { owner: ofArticle(article.id), revision: { not: null } },
      orderBy: [{ at: "asc" }, { revision: "asc" }],
    });
    return authorsOfNews(units, edits.map(editOf), edition).has(member.id) ? "own_work" : null;
  };
  const lines: SignOffLine[] = [];
  for (const key of asked) {
    const found = given.find((one) => one.agency === key);
    const own = key === agency;
    const refusal = found ? "already_exists" : own ? await ownRefusal() : "not_allowed";
    lines.push({ agency: key, by: names.get(found?.by ?? "") ?? null, at: found?.at ?? null, own, refusal });
  }
  return lines;
}

async function scheduleLine(tx: ReadTx, articleId: string): Promise<ScheduleLine | null> {
  const row = await tx.schedule.findUnique({ where: { articleId } });
  if (!row) return null;
  const { publishAt, by, failure } = scheduleOf(row);
  return { publishAt, by: (await readNames(tx, [by])).get(by) ?? null, failure };
}

async function readPreview(tx: ReadTx, { toBe }: LoadedArticle, now: Date): Promise<PreviewView> {
  const agencies: PreviewView["agencies"] = byLang(() => ({}));
  for (const lang of LANGS) agencies[lang] = (await readAgencies(tx, lang, now)).agencies;
  const { tree, texts, facts } = toBe.body;
  return { tree, texts, facts, agencies, today: hanoiDay(now) };
}
