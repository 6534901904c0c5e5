import { mayAt } from "../core/people/roles.ts";
import { ofArticle } from "../core/translation/wording.ts";
import { placeOf } from "../core/workflow/place.ts";
import type { Scheduled, ScheduleFailure } from "../core/workflow/schedule.ts";
import { type ArticleToGoOut, loadEditionToBe } from "./issue-edition.ts";
import type { Ports, Tx } from "./ports.ts";
import { publish } from "./publish-article.ts";

/** So many articles a run; the next run takes up what is left. */
const MOST_AT_ONCE = 50;

/**
 * Publishes what was scheduled and whose time has come, each in a transaction of its own. The row is taken away in the transaction
 * that publishes: however many processes run this, and wherever one of them ends, each goes out once. What is no longer what was
 * agreed on does not go out: why is noted on the row, and who scheduled it finds it in the inbox.
 * @returns how many went out and how many failed
 */
export async function runDueSchedules(ports: Ports): Promise<{ published: number; failed: number }> {
  const due = await ports.write((tx) => tx.schedules.due(ports.now(), MOST_AT_ONCE));
  const count = { published: 0, failed: 0 };
  for (const { articleId } of due) {
    const outcome = await ports.write((tx) => runOne(ports, tx, articleId));
    if (outcome) count[outcome] += 1;
  }
  return count;
}

/** Null: another process was faster, or it was cancelled or set anew. */
async function runOne(ports: Ports, tx: Tx, articleId: string): Promise<"published" | "failed" | null> {
  const schedule = await tx.schedules.of(articleId);
  if (!schedule || schedule.failure !== null || schedule.publishAt > ports.now()) return null;
  const atWork = await loadEditionToBe(tx, articleId);
  const failure = await whyNot(tx, schedule, atWork);
  if (failure === null) {
    await publish(ports, tx, atWork, schedule.by);
    return "published";
  }
  const at = ports.now();
  await tx.schedules.put({ ...schedule, failure });
  await tx.inbox.add([{ memberId: schedule.by, kind: "schedule-failed", owner: ofArticle(articleId), unit: null, note: "", by: null, at }]);
  await tx.audit.note({ act: "article.unschedule", object: ofArticle(articleId), by: null, at, before: { publishAt: schedule.publishAt }, after: { failure } });
  return "failed";
}

/** Who scheduled it must still be allowed to publish it, and it must be just what that person saw. */
async function whyNot(tx: Tx, { by, contentHash }: Scheduled, { article, toBe }: ArticleToGoOut): Promise<ScheduleFailure | null> {
  if (article.withdrawnAt) return "withdrawn";
  if (toBe.contentHash !== contentHash) return "changed";
  if (toBe.open.length) return "not_ready";
  const member = await tx.members.account(by);
  return member && !member.disabled && mayAt(member.grants, "pair.publish", placeOf(article.about)) ? null : "not_allowed";
}
