import type { Fact } from "../../../core/facts/fact.ts";
import { hanoiDay } from "../../../core/facts/gate-status.ts";
import { type ByLang, byLang, LANGS, type Lang } from "../../../core/language/languages.ts";
import { type Place, subjectOf } from "../../../core/messages/place.ts";
import { INBOX_KINDS, type InboxKind } from "../../../core/people/inbox.ts";
import { type Member, may, mayAt } from "../../../core/people/roles.ts";
import { noteOf } from "../../../core/translation/comment.ts";
import { ofArticle } from "../../../core/translation/wording.ts";
import { assignedOf, nearFrom } from "../../../core/workflow/assignment.ts";
import { placeOf } from "../../../core/workflow/place.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { articleOf } from "../../db/tx/articles.server.ts";
import { assignmentOf } from "../../db/tx/assignments.server.ts";
import { factChangeOf } from "../../db/tx/fact-changes.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import type { Reading } from "../reading.server.ts";
import { readNames } from "./desk-around.server.ts";
import type { ProgressMemory } from "./home-progress.server.ts";

/** Which article, namespace, fact or display something is about. */
export interface Subject {
  kind: "article" | "strings" | "fact" | "display";
  /** Slug, namespace, a fact's key, or a display's id. */
  name: string;
  /** An article's, a fact's, a display's one name; "" where a language has none yet. */
  titles: ByLang<string>;
}

/** What reached the member by name. */
export interface InboxRow {
  id: string;
  kind: InboxKind;
  subject: Subject;
  unit: string | null;
  note: string;
  /** Name of who did it; null: nobody, or somebody who is gone. */
  by: string | null;
  at: Date;
  read: boolean;
}

/** Work of the member's, or of the member's team, whose day is near or over. */
export interface DueRow {
  subject: Subject;
  lang: Lang;
  dueOn: string;
  overdue: boolean;
  /** Given to the team. */
  team: boolean;
}

/** A reader's report that the two versions of something do not say the same. */
export interface ReportRow {
  id: string;
  subject: Subject;
  unit: string | null;
  note: string;
  lang: Lang;
  at: Date;
  /** Whether the member may answer it. */
  answers: boolean;
}

export interface InboxView {
  unread: InboxRow[];
  /** The newest of those that were read. */
  read: InboxRow[];
  due: DueRow[];
  reports: ReportRow[];
}

const MOST_UNREAD = 200;
const MOST_READ = 30;
const MOST_REPORTS = 100;

/** What a member should know of: what reached them, what is due, what readers report about what they may write. */
export async function readInbox({ db, now }: Reading, progress: ProgressMemory, member: Member): Promise<InboxView> {
  const moment = now();
  return db.snapshot(async (tx) => {
    const newest = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }] };
    const unread = await tx.inboxItem.findMany({ where: { memberId: member.id, readAt: null }, ...newest, take: MOST_UNREAD });
    const read = await tx.inboxItem.findMany({ where: { memberId: member.id, readAt: { not: null } }, ...newest, take: MOST_READ });
    const items = [...unread, ...read];
    const subjects = await readSubjects(
      tx,
      items.map(({ owner }) => owner),
    );
    const names = await readNames(tx, [...new Set(items.flatMap(({ byId }) => byId ?? []))]);
    const rows = items.flatMap(({ id, kind: kept, owner, unit, note, byId, at, readAt }): InboxRow[] => {
      const [kind, subject] = [INBOX_KINDS.find((one) => one === kept), subjects.get(owner)];
      return kind && subject ? [{ id, kind, subject, unit, note, by: names.get(byId ?? "") ?? null, at, read: readAt !== null }] : [];
    });
    return {
      unread: rows.filter((row) => !row.read),
      read: rows.filter((row) => row.read),
      due: await readDue(tx, progress, member, hanoiDay(moment)),
      reports: may(member.roles, "words.edit") ? await readReports(tx, member, moment) : [],
    };
  });
}

/** As many as the inbox shows: of kinds that an older or newer version sent, nothing is shown. */
export const countUnread = ({ db }: Reading, { id }: Member): Promise<number> =>
  db.read.inboxItem.count({ where: { memberId: id, readAt: null, kind: { in: [...INBOX_KINDS] } } });

async function readSubjects(tx: ReadTx, owners: readonly string[]): Promise<Map<string, Subject>> {
  const wanted = [...new Set(owners)];
  const ids = wanted.filter((owner) => owner.startsWith("article:")).map((owner) => owner.slice("article:".length));
  const articles = await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } });
  const titles = await tx.wording.findMany({ where: { owner: { in: wanted }, unit: "title" }, select: { owner: true, lang: true, text: true } });
  const titlesOf = (owner: string) => byLang((lang) => titles.find((row) => row.owner === owner && row.lang === lang)?.text ?? "");
  const facts = await readFactLabels(
    tx,
    wanted.filter((owner) => owner.startsWith("fact:")).map((owner) => owner.slice("fact:".length)),
  );
  const displayIds = wanted.filter((owner) => owner.startsWith("display:")).map((owner) => owner.slice("display:".length));
  const displays = displayIds.length ? await tx.display.findMany({ where: { id: { in: displayIds } }, select: { id: true, name: true } }) : [];
  const strings = wanted.filter((owner) => owner.startsWith("strings:")).map((owner) => owner.slice("strings:".length));
  return new Map([
    ...articles.map(({ id, slug }): [string, Subject] => [ofArticle(id), { kind: "article", name: slug, titles: titlesOf(ofArticle(id)) }]),
    ...strings.map((name): [string, Subject] => [`strings:${name}`, { kind: "strings", name, titles: byLang(() => "") }]),
    ...displays.map(({ id, name }): [string, Subject] => [`display:${id}`, { kind: "display", name: id, titles: byLang(() => name) }]),
    ...facts.map(({ key, label }): [string, Subject] => [`fact:${key}`, { kind: "fact", name: key, titles: label }]),
  ]);
}

/** Of facts that there are not, the name under which they were proposed. */
async function readFactLabels(tx: ReadTx, keys: readonly string[]): Promise<Pick<Fact, "key" | "label">[]> {
  if (keys.length === 0) return [];
  const proposed = await tx.factChange.findMany({ where: { factKey: { in: [...keys] } }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const facts = (await tx.fact.findMany({ where: { key: { in: [...keys] } } })).map(factOf);
  const known = new Map([...proposed.map((row) => factChangeOf(row).after), ...facts].map((fact) => [fact.key, fact]));
  return [...known.values()];
}

/** The earliest day first. */
async function readDue(tx: ReadTx, progress: ProgressMemory, { id, team }: Member, today: string): Promise<DueRow[]> {
  const whose = team === null ? { memberId: id } : { OR: [{ memberId: id }, { teamKey: team }] };
  const rows = await tx.assignment.findMany({
    where: { ...whose, dueOn: { lte: nearFrom(today) } },
    orderBy: [{ dueOn: "asc" }, { owner: "asc" }, { lang: "asc" }],
  });
  if (rows.length === 0) return [];
  const pairs = new Map(
    (
      await progress.read(
        tx,
        rows.map(({ owner }) => owner),
      )
    ).map((pair) => [pair.owner as string, pair]),
  );
  return rows.map(assignmentOf).flatMap((assignment): DueRow[] => {
    const { owner, lang, dueOn, teamKey } = assignment;
    const pair = pairs.get(owner);
    if (!pair || dueOn === null) return [];
    const { done, overdue } = assignedOf(assignment, pair.progress, pair.returned, today);
    const subject: Subject = { kind: pair.kind === "strings" ? "strings" : "article", name: pair.name, titles: pair.titles };
    return done ? [] : [{ subject, lang, dueOn, overdue, team: teamKey !== null }];
  });
}

/** Those that nobody has dealt with, the newest first. */
async function readReports(tx: ReadTx, member: Member, now: Date): Promise<ReportRow[]> {
  const messages = await tx.message.findMany({
    where: { kind: "difference", repliedAt: null, expiresAt: { gt: now } },
    select: { id: true, place: true, text: true, lang: true, createdAt: true },
    orderBy: { id: "desc" },
    take: MOST_REPORTS,
  });
  const placed = messages.map((message) => ({ ...message, place: message.place as unknown as Place | null }));
  const slugs = [...new Set(placed.flatMap(({ place }) => subjectOf(place).slug ?? []))];
  const articles = new Map((await tx.article.findMany({ where: { slug: { in: slugs } } })).map((row) => [row.slug, articleOf(row)]));
  const subjects = await readSubjects(
    tx,
    [...articles.values()].map(({ id }) => ofArticle(id)),
  );
  return placed.flatMap(({ id, place, text, lang, createdAt }): ReportRow[] => {
    const article = articles.get(subjectOf(place).slug ?? "");
    const subject = article && subjects.get(ofArticle(article.id));
    if (!article || !subject || !LANGS.some((one) => mayAt(member.grants, "words.edit", { ...placeOf(article.about), lang: one }))) return [];
    const answers = mayAt(member.grants, "messages.answer", { topic: article.about.topic });
    return [{ id, subject, unit: place?.segment ?? null, note: noteOf(text), lang: lang as Lang, at: createdAt, answers }];
  });
}
