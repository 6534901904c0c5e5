import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleAbout } from "../../app/core/articles/article.ts";
import { AppError, type ErrorCode } from "../../app/core/errors.ts";
import { hashOf } from "../../app/core/hash.ts";
import { expiryOf } from "../../app/core/messages/message.ts";
import { type Action, type Grant, mayAt, type Place, ROLES, rolesOf, unlimited } from "../../app/core/people/roles.ts";
import { ofArticle, ofStrings, textHash } from "../../app/core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import { BASE_STRINGS } from "../../app/i18n/runtime.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";
import { answerMessage } from "../../app/use-cases/answer-message.ts";
import { approveByOverride } from "../../app/use-cases/approve-by-override.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { assignWork } from "../../app/use-cases/assign-work.ts";
import { cancelSchedule } from "../../app/use-cases/cancel-schedule.ts";
import { changeMember } from "../../app/use-cases/change-member.ts";
import { changeParticulars } from "../../app/use-cases/change-particulars.ts";
import { commentOnUnit } from "../../app/use-cases/comment-on-unit.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { disableMember } from "../../app/use-cases/disable-member.ts";
import { inviteMember } from "../../app/use-cases/invite-member.ts";
import { loadUnits } from "../../app/use-cases/load-units.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { putSite } from "../../app/use-cases/put-site.ts";
import { putTeam } from "../../app/use-cases/put-team.ts";
import { removeSecondFactor } from "../../app/use-cases/remove-second-factor.ts";
import { reportObservation } from "../../app/use-cases/report-observation.ts";
import { resolveComment } from "../../app/use-cases/resolve-comment.ts";
import { restoreArticle } from "../../app/use-cases/restore-article.ts";
import { returnUnits } from "../../app/use-cases/return-units.ts";
import { rollBackArticle } from "../../app/use-cases/roll-back-article.ts";
import { saveStructure } from "../../app/use-cases/save-structure.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { scheduleArticle } from "../../app/use-cases/schedule-article.ts";
import { settleMessage } from "../../app/use-cases/settle-message.ts";
import { signOutEverywhere } from "../../app/use-cases/sign-out-everywhere.ts";
import { takeBackObservation } from "../../app/use-cases/take-back-observation.ts";
import { withdrawArticle } from "../../app/use-cases/withdraw-article.ts";
import { actor, memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

/**
 * Who may do what to which object: every act of the table below by every role under every limit, through the real use-cases. What a
 * limit means is said by the place that each act names (`mayAt`, core/people/limits.test.ts); here it is seen to be asked, of the object
 * as it lies in the database. A new act is a line of `ACTS`.
 */
const NOW = new Date("2026-11-23T12:00:00+07:00");
const TOPIC = "cash";
const SITE = "chi-ma";

const LIMITS: Record<string, Partial<Grant>> = {
  "no limit": {},
  "its language": { langs: ["zh"] },
  "another language": { langs: ["vi"] },
  "its topic": { topics: [TOPIC, "law"] },
  "another topic": { topics: ["papers"] },
  "its site": { sites: [SITE, "huu-nghi"] },
  "another site": { sites: ["huu-nghi"] },
  "its language, its topic, its site": { langs: ["zh"], topics: [TOPIC], sites: [SITE] },
  "its language and topic at another site": { langs: ["zh"], topics: [TOPIC], sites: ["huu-nghi"] },
};

/** How far an article has come before somebody acts on it. */
type Stage = "written" | "approved" | "published";

interface Act {
  does: string;
  action: Action;
  /** What it concerns, as the limits are asked about it. */
  at: Place;
  work(world: World, who: Actor): Promise<unknown>;
}

interface World {
  ports: Ports;
  db: Database;
  /** An article of the topic and the site, from Vietnamese into Chinese. */
  article(stage: Stage): Promise<string>;
  /** A message that waits for an answer. */
  message(path: string | null): Promise<string>;
}

const ARTICLE: Place = { topic: TOPIC, sites: [SITE] };
const OF_MESSAGES: Place = { topic: TOPIC };
const REPLY = { vi: "Được.", zh: "可以。" };
const NAME = { vi: "Tên", zh: "名称" };
const GIVEN = { grants: [{ role: "translator", langs: [], topics: [], sites: [] }], team: null };
const SOMEBODY = "somebody";

const about: ArticleAbout = { kind: "article", notice: null, topic: TOPIC, gates: [SITE], agency: "customs", verifiedOn: null, verifyAgainBy: null };
const written = (slug: string) => ({
  slug,
  sourceLang: "vi" as const,
  tree: [{ id: "p1", kind: "paragraph" as const }],
  about,
  texts: { vi: { title: "Tiền mặt", summary: "Mang bao nhiêu?", p1: "Xin khai báo." }, zh: { title: "现金", summary: "可带多少？", p1: "请申报。" } },
});

const report = (gate: string) => ({
  id: newId(),
  gate,
  flow: null,
  direction: null,
  state: "congested" as const,
  waitMinutes: null,
  reason: null,
  at: NOW,
  until: null,
});
const seenIn = async ({ ports }: World, id: string, unit: string) =>
  (await ports.write((tx) => loadUnits(ports, tx, ofArticle(id)))).find((one) => one.unit === unit);
const hashIn = async (world: World, id: string, unit: string): Promise<string> => (await seenIn(world, id, unit))?.hash ?? "";

/** Saves words that nobody has written yet. */
async function save(world: World, who: Actor, id: string, lang: "vi" | "zh"): Promise<unknown> {
  const unit = await seenIn(world, id, "p1");
  const text = { vi: `Xin khai báo ${newId()}.`, zh: `请申报${newId()}。` }[lang];
  const sourceHash = textHash(unit?.texts.vi ?? "");
  return saveWording(world.ports, who, { owner: ofArticle(id), unit: "p1", lang, text, revision: unit?.wordings[lang]?.revision ?? 0, sourceHash });
}

/** Refusals that stand beside a unit are as good as thrown ones. */
async function each(work: Promise<{ refused: { code: ErrorCode }[] }>): Promise<void> {
  for (const { code } of (await work).refused) throw new AppError(code);
}

const ACTS: Act[] = [
  {
    does: "creates an article in its language",
    action: "article.create",
    at: { ...ARTICLE, lang: "vi" },
    work: ({ ports }, who) => createArticle(ports, who, written(newId())),
  },
  {
    does: "saves words of the source",
    action: "words.edit",
    at: { ...ARTICLE, lang: "vi" },
    work: async (w, who) => save(w, who, await w.article("written"), "vi"),
  },
  {
    does: "saves words of the translation",
    action: "words.edit",
    at: { ...ARTICLE, lang: "zh" },
    work: async (w, who) => save(w, who, await w.article("written"), "zh"),
  },
  {
    does: "saves words of the interface",
    action: "words.edit",
    at: { lang: "zh" },
    async work({ ports }, who) {
      const key = "nav.home";
      const unit = (await ports.write((tx) => loadUnits(ports, tx, ofStrings("common")))).find((one) => one.unit === key);
      const text = `首页${newId()}`;
      const revision = unit?.wordings.zh?.revision ?? 0;
      return saveWording(ports, who, { owner: ofStrings("common"), unit: key, lang: "zh", text, revision, sourceHash: textHash(unit?.texts.vi ?? "") });
    },
  },
  {
    does: "saves the structure",
    action: "words.edit",
    at: { ...ARTICLE, lang: "vi" },
    async work(w, who) {
      const articleId = await w.article("written");
      const tree = [...written("").tree, { id: newId(), kind: "paragraph" as const }];
      const { revision } = await w.db.read.article.findUniqueOrThrow({ where: { id: articleId } });
      return saveStructure(w.ports, who, { articleId, revision, lang: "vi", tree, about: null, texts: {}, readRevisions: {} });
    },
  },
  {
    does: "changes the particulars",
    action: "words.edit",
    at: { ...ARTICLE, lang: "vi" },
    async work(w, who) {
      const articleId = await w.article("written");
      const { revision, slug } = await w.db.read.article.findUniqueOrThrow({ where: { id: articleId } });
      return changeParticulars(w.ports, who, { articleId, revision, slug, sourceLang: "vi", team: null, about: { ...about, verifiedOn: "2026-11-01" } });
    },
  },
  {
    does: "comments, and settles the comment",
    action: "words.read",
    at: ARTICLE,
    async work(w, who) {
      const { id } = await commentOnUnit(w.ports, who, { owner: ofArticle(await w.article("written")), unit: "p1", text: "Xin xem lại." });
      return resolveComment(w.ports, who, { id, resolved: true });
    },
  },
  {
    does: "settles another's comment",
    action: "words.read",
    at: ARTICLE,
    async work(w, who) {
      const { id } = await commentOnUnit(w.ports, SCRIBE, { owner: ofArticle(await w.article("written")), unit: "p1", text: "Xin xem lại." });
      return resolveComment(w.ports, who, { id, resolved: true });
    },
  },
  {
    does: "approves a translation",
    action: "words.approve",
    at: { ...ARTICLE, lang: "zh" },
    async work(w, who) {
      const id = await w.article("written");
      return each(approveUnits(w.ports, who, { owner: ofArticle(id), seen: { p1: await hashIn(w, id, "p1") } }));
    },
  },
  {
    does: "sends a translation back",
    action: "words.approve",
    at: { ...ARTICLE, lang: "zh" },
    async work(w, who) {
      const id = await w.article("written");
      return each(returnUnits(w.ports, who, { owner: ofArticle(id), seen: { p1: await hashIn(w, id, "p1") }, reason: "Thiếu ý." }));
    },
  },
  {
    does: "gives a translation to somebody",
    action: "words.approve",
    at: { ...ARTICLE, lang: "zh" },
    async work(w, who) {
      const targets = [{ owner: ofArticle(await w.article("written")), lang: "zh" as const }];
      return each(assignWork(w.ports, who, { targets, assignee: { kind: "member", id: SOMEBODY }, dueOn: "" }));
    },
  },
  {
    does: "approves by override",
    action: "pair.publish",
    at: ARTICLE,
    async work(w, who) {
      const id = await w.article("written");
      return unless("already_exists", approveByOverride(w.ports, who, { owner: ofArticle(id), unit: "p1", seen: await hashIn(w, id, "p1"), reason: "Gấp." }));
    },
  },
  { does: "publishes", action: "pair.publish", at: ARTICLE, work: async (w, who) => publishArticle(w.ports, who, { articleId: await w.article("approved") }) },
  {
    does: "withdraws",
    action: "pair.publish",
    at: ARTICLE,
    work: async (w, who) => withdrawArticle(w.ports, who, { articleId: await w.article("published"), reason: { vi: "Đang sửa.", zh: "修改中。" } }),
  },
  {
    does: "brings back what was withdrawn",
    action: "pair.publish",
    at: ARTICLE,
    async work(w, who) {
      const articleId = await w.article("published");
      const { withdrawnAt } = await w.db.read.article.findUniqueOrThrow({ where: { id: articleId } });
      if (!withdrawnAt) await withdrawArticle(w.ports, SCRIBE, { articleId, reason: { vi: "Đang sửa.", zh: "修改中。" } });
      return restoreArticle(w.ports, who, { articleId });
    },
  },
  {
    does: "rolls back",
    action: "pair.publish",
    at: ARTICLE,
    work: async (w, who) =>
      unless("already_exists", rollBackArticle(w.ports, who, { articleId: await w.article("published"), to: 1, seen: 1, reason: "Nhầm." })),
  },
  {
    does: "schedules, and takes that back",
    action: "pair.publish",
    at: ARTICLE,
    async work(w, who) {
      const articleId = await w.article("approved");
      await unless("clash", scheduleArticle(w.ports, who, { articleId, at: new Date(NOW.getTime() + 86_400_000), contentHash: "of another" }));
      await w.ports.write((tx) => tx.schedules.put({ articleId, contentHash: "x", publishAt: NOW, by: SCRIBE.id, createdAt: NOW, failure: null }));
      return cancelSchedule(w.ports, who, { articleId });
    },
  },
  {
    does: "takes another's schedule back",
    action: "pair.publish",
    at: ARTICLE,
    async work(w, who) {
      const articleId = await w.article("approved");
      await w.ports.write((tx) => tx.schedules.put({ articleId, contentHash: "x", publishAt: NOW, by: SCRIBE.id, createdAt: NOW, failure: null }));
      return cancelSchedule(w.ports, who, { articleId });
    },
  },
  { does: "reports a gate", action: "gates.report", at: { sites: [SITE] }, work: ({ ports }, who) => reportObservation(ports, who, report(SITE)) },
  {
    does: "takes back a report",
    action: "gates.report",
    at: { sites: [SITE] },
    async work({ ports }, who) {
      const observation = { ...report(SITE), unknownAfter: null, takesBack: null };
      await ports.write((tx) => tx.places.addObservation(observation, who.id));
      return takeBackObservation(ports, who, { id: newId(), of: observation.id, at: NOW });
    },
  },
  {
    does: "answers what was asked at the topic",
    action: "messages.answer",
    at: OF_MESSAGES,
    work: async (w, who) => answerMessage(w.ports, who, { id: await w.message(`/vi/topics/${TOPIC}`), reply: REPLY, seen: "" }),
  },
  {
    does: "settles what was said of the topic",
    action: "messages.answer",
    at: OF_MESSAGES,
    work: async (w, who) => settleMessage(w.ports, who, { id: await w.message(`/zh/topics/${TOPIC}`), seen: "" }),
  },
  {
    does: "answers what was asked at an article of the topic",
    action: "messages.answer",
    at: OF_MESSAGES,
    async work(w, who) {
      const { slug } = await w.db.read.article.findUniqueOrThrow({ where: { id: await w.article("written") } });
      return answerMessage(w.ports, who, { id: await w.message(`/zh/articles/${slug}`), reply: REPLY, seen: "" });
    },
  },
  {
    does: "answers what was asked at no place",
    action: "messages.answer",
    at: {},
    work: async (w, who) => answerMessage(w.ports, who, { id: await w.message(null), reply: REPLY, seen: "" }),
  },
  { does: "invites", action: "people.invite", at: {}, work: ({ ports }, who) => inviteMember(ports, who, { email: null, ...GIVEN }) },
  {
    does: "gives another's roles",
    action: "people.invite",
    at: {},
    work: ({ ports }, who) => unless("clash", changeMember(ports, who, { id: SOMEBODY, seen: "of another", ...GIVEN, userAgent: "" })),
  },
  { does: "disables another", action: "people.invite", at: {}, work: ({ ports }, who) => disableMember(ports, who, { id: SOMEBODY, disabled: true }) },
  { does: "signs another out", action: "people.invite", at: {}, work: ({ ports }, who) => signOutEverywhere(ports, who, { id: SOMEBODY, keep: null }) },
  {
    does: "removes another's second factor",
    action: "people.invite",
    at: {},
    work: ({ ports }, who) => unless("not_found", removeSecondFactor(ports, who, { id: SOMEBODY, password: "" })),
  },
  {
    does: "makes a team",
    action: "people.invite",
    at: {},
    work: ({ ports }, who) => putTeam(ports, who, { key: null, kind: "information", name: NAME, agency: "customs", sites: [] }),
  },
  { does: "adds a site", action: "people.invite", at: {}, work: ({ ports }, who) => putSite(ports, who, { key: null, name: NAME }) },
];

/** An answer that comes only once the permission was given. */
const unless = (code: ErrorCode, work: Promise<unknown>): Promise<unknown> =>
  work.catch((error) => {
    if (!(error instanceof AppError) || error.code !== code) throw error;
  });

/** Two who may do everything everywhere, so that what others act on is there. */
const SCRIBE = actor("scribe", "administrator");
const SECOND = actor("second", "administrator");

describe.each(databases())("permissions, object by object, on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let world: World & { spent(): void };

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const unused = {} as never;
    const base = { write: db.write, now: () => NOW, newId, baseStrings: () => BASE_STRINGS };
    const ports: Ports = { ...base, secrets, passwords: unused, codes: unused, limits: unused };
    await db.write(async (tx) => {
      const confirmed = { vi: "confirmed", zh: "confirmed" } as const;
      const none = { opposite: null, markers: null, kinds: [], hours: {}, agency: "customs", summary: NAME };
      await tx.places.putAgency({ key: "customs", names: [{ name: NAME, from: null, until: null }], phone: null });
      for (const [position, key] of [SITE, "huu-nghi"].entries()) await tx.places.putGate({ key, position, name: NAME, nameMark: confirmed, ...none });
      for (const [position, key] of [TOPIC, "papers", "law"].entries()) await tx.places.putTopic({ key, position, icon: "law", name: NAME });
      await tx.members.insert({ ...memberWith(SOMEBODY, "translator"), passwordHash: "hash", createdAt: NOW, disabledAt: null });
      await tx.members.insert({ ...memberWith(SCRIBE.id, "administrator"), passwordHash: "hash", createdAt: NOW, disabledAt: null });
    });
    world = openWorld(ports, db);
  });

  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  it.each(ACTS)("who $does", async ({ action, at, work }) => {
    world.spent();
    const wrong: string[] = [];
    const count = { in: 0, out: 0 };
    for (const role of ROLES) {
      for (const [name, limit] of Object.entries(LIMITS)) {
        const grants = [{ ...unlimited(role), ...limit }];
        const who: Actor = { id: `${role} ${hashOf(limit)}`, grants, roles: rolesOf(grants), team: null };
        const allowed = mayAt(grants, action, at);
        count[allowed ? "in" : "out"] += 1;
        const answer = await answerTo(work(world, who));
        if (answer === null) world.spent();
        if (answer !== (allowed ? null : "not_allowed")) wrong.push(`${role}, ${name}: ${answer ?? "let in"}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(count.in, count.out)).toBeGreaterThan(0);
  });

  it("a structure without words is reviewed within the same limits", async () => {
    const id = await world.article("written");
    const seen = { [STRUCTURE_UNIT]: await hashIn(world, id, STRUCTURE_UNIT) };
    const grants = [{ ...unlimited("reviewer"), topics: ["papers"] }];
    const { refused } = await approveUnits(world.ports, { id: "elsewhere", roles: ["reviewer"], grants, team: null }, { owner: ofArticle(id), seen });
    expect(refused.map(({ code }) => code)).toEqual(["not_allowed"]);
  });
});

/** Null: it was done. */
async function answerTo(work: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

function openWorld(ports: Ports, db: Database): World & { spent(): void } {
  const kept = new Map<Stage, string>();
  async function make(stage: Stage): Promise<string> {
    const { articleId } = await createArticle(ports, SCRIBE, written(newId()));
    if (stage === "written") return articleId;
    const owner = ofArticle(articleId);
    const seen = Object.fromEntries((await ports.write((tx) => loadUnits(ports, tx, owner))).map(({ unit, hash }) => [unit, hash]));
    await each(approveUnits(ports, SECOND, { owner, seen }));
    if (stage === "published") await publishArticle(ports, SECOND, { articleId });
    return articleId;
  }
  return {
    ports,
    db,
    spent: () => kept.clear(),
    async article(stage) {
      const id = kept.get(stage) ?? (await make(stage));
      kept.set(stage, id);
      return id;
    },
    async message(path) {
      const id = newId();
      const rest = { kind: "question" as const, lang: "vi" as const, text: "?", contact: null, reply: null, repliedAt: null, repliedBy: null };
      const where = path === null ? null : { path, segment: null };
      await ports.write((tx) => tx.messages.insert({ ...rest, id, number: id, place: where, createdAt: NOW, expiresAt: expiryOf(NOW) }));
      return id;
    },
  };
}
