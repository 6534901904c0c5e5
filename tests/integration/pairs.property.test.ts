import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditionBody } from "../../app/core/articles/edition.ts";
import { type ArticleTree, segmentsOf } from "../../app/core/articles/tree.ts";
import { AppError } from "../../app/core/errors.ts";
import { byLang, LANGS } from "../../app/core/language/languages.ts";
import { ofArticle, textHash } from "../../app/core/translation/wording.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { approveByOverride } from "../../app/use-cases/approve-by-override.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { cancelSchedule } from "../../app/use-cases/cancel-schedule.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { loadEditionToBe } from "../../app/use-cases/issue-edition.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { restoreArticle } from "../../app/use-cases/restore-article.ts";
import { returnUnits } from "../../app/use-cases/return-units.ts";
import { rollBackArticle } from "../../app/use-cases/roll-back-article.ts";
import { runDueSchedules } from "../../app/use-cases/run-due-schedules.ts";
import { saveStructure } from "../../app/use-cases/save-structure.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { scheduleArticle } from "../../app/use-cases/schedule-article.ts";
import { signOffArticle } from "../../app/use-cases/sign-off-article.ts";
import { withdrawArticle } from "../../app/use-cases/withdraw-article.ts";
import { databases, type FreshDatabase } from "./databases.ts";
import { Model, pairsOf, wholeOf } from "./pairs.model.ts";
import { ALL, steps as days, MAY, PEOPLE, SEGMENTS, type Step, sentence, TREES } from "./pairs.steps.ts";

const HOUR_MS = 3_600_000;
const REASON = { vi: "Thông tin cũ", zh: "信息过时" };

describe.each(databases())("pairs on $provider", ({ provider, fresh }) => {
  let own: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let clock = Date.parse("2026-11-23T00:00:00Z");
  /** What the runs did, so that the test can tell that it has seen everything. */
  const happened = new Map<string, number>();

  beforeAll(async () => {
    own = await fresh();
    db = await own.open();
    ports = { write: db.write, now: () => new Date(clock++), newId, baseStrings: () => ({}) } as Partial<Ports> as Ports;
    await db.write(async (tx) => {
      for (const member of Object.values(PEOPLE)) await tx.members.insert({ ...member, passwordHash: null, createdAt: new Date(0), disabledAt: null });
      await tx.teams.put({ key: "customs-law", kind: "legal-information", name: { vi: "H", zh: "海" }, agency: "customs", sites: [] });
      await tx.places.putTopic({ key: "plain", position: 0, icon: "law", name: { vi: "p", zh: "p" } });
      await tx.places.putTopic({ key: "law", position: 1, icon: "law", name: { vi: "l", zh: "l" }, signOff: ["customs"] });
    });
  });
  afterAll(async () => {
    await db.close();
    await own.drop();
  });

  const actor = (id: string): Actor => PEOPLE[id] as Actor;
  const refusal = async <T>(work: Promise<T>): Promise<T | string> => work.catch((error) => (error instanceof AppError ? error.code : Promise.reject(error)));

  async function run(steps: readonly Step[], topic: "plain" | "law"): Promise<void> {
    const [tree] = TREES as [ArticleTree];
    const model = new Model(tree);
    const texts = byLang((lang) => Object.fromEntries(SEGMENTS.map((id) => [id, sentence(lang, id)])));
    const about = { kind: "article" as const, notice: null, topic, gates: [], agency: "a", verifiedOn: null, verifyAgainBy: null };
    const { articleId } = await createArticle(ports, actor("lan"), { slug: `bai-${newId()}`, sourceLang: "vi", tree, about, texts });
    const owner = ofArticle(articleId);
    model.restructured("lan", tree);
    for (const unit of SEGMENTS) for (const lang of LANGS) model.wrote("lan", unit, lang, texts[lang][unit] ?? "");
    model.submitted.push(...Object.values(texts).flatMap((of) => Object.values(of)));

    const atWork = () => db.write((tx) => loadEditionToBe(tx, articleId));
    const newest = async (): Promise<EditionBody> => {
      const row = await db.read.edition.findFirst({ where: { articleId }, orderBy: { number: "desc" } });
      return row?.body as unknown as EditionBody;
    };
    const count = () => db.read.edition.count({ where: { articleId } });

    /** Something went out from the words at work. */
    async function wentOut(): Promise<void> {
      const body = await newest();
      expect(model.mayGoOut(body)).toBe(true);
      if (topic === "law") expect(model.signed).toContain(wholeOf(body));
      model.issued(body);
    }

    async function take(one: Step): Promise<string> {
      switch (one.do) {
        case "save": {
          const unit = (await atWork()).units.find(({ unit }) => unit === one.unit);
          const text = one.word && sentence(one.lang, `${one.word}${clock}`);
          const revision = (unit?.wordings[one.lang]?.revision ?? 0) - (one.behind ? 1 : 0);
          const words = { owner, unit: one.unit, lang: one.lang, text, revision, sourceHash: textHash(unit?.texts.vi ?? "") };
          const saved = await refusal(saveWording(ports, actor(one.who), words));
          if (typeof saved === "string") return saved;
          if (saved.kind === "saved") model.wrote(one.who, one.unit, one.lang, text);
          if (saved.kind !== "unchanged") model.submitted.push(text);
          if (one.behind) expect(saved.kind).not.toBe("saved");
          return saved.kind;
        }
        case "structure": {
          const { article } = await atWork();
          const wanted = TREES[one.tree] as ArticleTree;
          const revision = article.revision - (one.behind ? 1 : 0);
          const saved = await refusal(
            saveStructure(ports, actor(one.who), { articleId, revision, lang: "vi", tree: wanted, about: null, texts: {}, readRevisions: {} }),
          );
          if (typeof saved === "string") return saved;
          if (saved.kind === "saved" && saved.revision > article.revision) model.restructured(one.who, wanted);
          return saved.kind;
        }
        case "approve": {
          const seen = Object.fromEntries((await atWork()).units.filter(({ unit }) => one.units.includes(unit)).map(({ unit, hash }) => [unit, hash]));
          const outcome = await refusal(approveUnits(ports, actor(one.who), { owner, seen, evenReturned: one.even }));
          if (typeof outcome === "string") return outcome;
          for (const unit of outcome.approved) {
            expect(MAY.approve).toContain(one.who);
            // What was agreed on already is not approved again.
            if (model.agreed.has(model.pair(unit))) continue;
            expect(model.isOwnWork(one.who, unit)).toBe(false);
            model.approved(unit);
          }
          return outcome.approved.length ? "approved" : (outcome.refused[0]?.code ?? "nothing");
        }
        case "return": {
          const hash = (await atWork()).units.find(({ unit }) => unit === one.unit)?.hash ?? "";
          const outcome = await refusal(returnUnits(ports, actor(one.who), { owner, seen: { [one.unit]: hash }, reason: "xem lại" }));
          if (typeof outcome === "string") return outcome;
          for (const unit of outcome.returned) model.sentBack(unit);
          return outcome.returned.length ? "returned" : (outcome.refused[0]?.code ?? "nothing");
        }
        case "override": {
          const hash = (await atWork()).units.find(({ unit }) => unit === one.unit)?.hash ?? "";
          const outcome = await refusal(approveByOverride(ports, actor(one.who), { owner, unit: one.unit, seen: hash, reason: "gấp" }));
          if (typeof outcome === "string") return outcome;
          expect(model.isOwnWork(one.who, one.unit)).toBe(true);
          model.overrides += 1;
          model.approved(one.unit);
          return "overridden";
        }
        case "sign-off": {
          const { toBe } = await atWork();
          const outcome = await refusal(signOffArticle(ports, actor(one.who), { articleId, contentHash: toBe.contentHash ?? "" }));
          if (typeof outcome === "string") return outcome;
          expect(model.wroteNews(one.who)).toBe(false);
          model.signed.add(model.whole());
          return "signed";
        }
        case "publish": {
          const outcome = await refusal(publishArticle(ports, actor(one.who), { articleId }));
          if (typeof outcome === "string") return outcome;
          if (outcome.revision === null) model.scheduled = null;
          else await wentOut();
          return outcome.revision === null ? "up to date" : "published";
        }
        case "schedule": {
          const { toBe } = await atWork();
          const at = new Date(clock + HOUR_MS);
          const outcome = await refusal(scheduleArticle(ports, actor(one.who), { articleId, at, contentHash: toBe.contentHash ?? "" }));
          if (typeof outcome === "string") return outcome;
          model.scheduled = model.whole();
          return "scheduled";
        }
        case "time": {
          clock += 2 * HOUR_MS;
          const expected = model.scheduled;
          const [first, second] = await Promise.all([runDueSchedules(ports), runDueSchedules(ports)]);
          expect(first.published + first.failed + second.published + second.failed).toBe(expected === null ? 0 : 1);
          if (first.published + second.published) {
            expect(model.whole()).toBe(expected);
            await wentOut();
            return "went out in time";
          }
          model.scheduled = null;
          return expected === null ? "nothing" : "failed in time";
        }
        case "cancel": {
          const outcome = await refusal(cancelSchedule(ports, actor(one.who), { articleId }));
          if (outcome === undefined) model.scheduled = null;
          return outcome ?? "cancelled";
        }
        case "withdraw": {
          const outcome = await refusal(withdrawArticle(ports, actor(one.who), { articleId, reason: REASON }));
          if (typeof outcome === "string") return outcome;
          [model.served, model.withdrawn, model.scheduled] = [null, true, null];
          return "withdrawn";
        }
        case "restore": {
          const outcome = await refusal(restoreArticle(ports, actor(one.who), { articleId }));
          if (typeof outcome === "string") return outcome;
          expect(model.withdrawn).toBe(true);
          expect(wholeOf(await newest())).toBe(wholeOf(model.editions.at(-1) as EditionBody));
          model.issued(await newest());
          return "restored";
        }
        case "roll-back": {
          const seen = model.served ? model.editions.length : 0;
          const outcome = await refusal(rollBackArticle(ports, actor(one.who), { articleId, to: one.to, seen, reason: "nhầm" }));
          if (typeof outcome === "string") return outcome;
          expect(wholeOf(await newest())).toBe(wholeOf(model.editions[one.to - 1] as EditionBody));
          model.issued(await newest());
          return "rolled back";
        }
      }
    }

    /** What a refusal for lack of rights must be about, as the table by hand has it. */
    function rightsAsWritten(one: Step, outcome: string): void {
      if (one.do === "time") return;
      const needed = { save: one.do === "save" ? one.lang : "vi", structure: "vi", approve: "approve", return: "approve", "sign-off": "sign-off" } as const;
      const right = one.do in needed ? needed[one.do as keyof typeof needed] : "publish";
      if (outcome === "not_allowed") expect(right === "sign-off" && topic === "plain" ? [] : MAY[right]).not.toContain(one.who);
      else if (!["clash", "not_found", "not_ready", "invalid", "already_exists"].includes(outcome)) expect(MAY[right]).toContain(one.who);
    }

    // What is still scheduled at the end takes place within its own run.
    for (const one of [...steps, { do: "time" } as const]) {
      const before = await count();
      const outcome = await take(one);
      happened.set(`${one.do}: ${outcome}`, (happened.get(`${one.do}: ${outcome}`) ?? 0) + 1);
      rightsAsWritten(one, outcome);

      // Nothing but what was said to go out changes what readers see; one act makes one edition at most.
      const rows = await db.read.edition.findMany({ where: { articleId }, orderBy: { number: "asc" } });
      expect(rows.length - before).toBeLessThanOrEqual(1);
      expect(rows.map(({ number }) => number)).toEqual(model.editions.map((_, index) => index + 1));
      const currents = rows.filter(({ currentOf }) => currentOf === articleId);
      expect(currents.map(({ body }) => wholeOf(body as unknown as EditionBody))).toEqual(model.served ? [wholeOf(model.served)] : []);
      if (model.served) expect(currents[0]?.number).toBe(rows.length);
    }

    for (const body of model.editions) {
      const segments = segmentsOf(body.tree);
      for (const lang of LANGS) {
        expect(Object.keys(body.texts[lang]).sort()).toEqual([...segments].sort());
        for (const id of segments) expect(body.texts[lang][id]?.trim()).not.toBe("");
      }
      for (const pair of pairsOf(body)) expect(model.everAgreed).toContain(pair);
    }
    const kept = new Set((await db.read.wordingEdit.findMany({ where: { owner } })).map(({ text }) => text));
    for (const text of model.submitted) expect(kept).toContain(text);
    const structures = (await db.read.articleEdit.findMany({ where: { articleId }, orderBy: { revision: "asc" } })).map(({ tree: one }) => wholeOfTree(one));
    for (const structure of model.structures.slice(1)) expect(structures).toContain(wholeOfTree(JSON.parse(structure)));
    for (const { unit, lang, text } of await db.read.wording.findMany({ where: { owner } })) expect(text).toBe(model.text(unit, lang as "vi" | "zh"));
    const overridden = await db.read.approval.count({ where: { owner, reason: { not: null } } });
    const logged = await db.read.auditEntry.count({ where: { object: owner, act: "unit.override" } });
    expect([overridden, logged]).toEqual([model.overrides, model.overrides]);
  }

  const wholeOfTree = (tree: unknown): string => (tree as ArticleTree).map(({ id, kind }) => `${id} ${kind}`).join();

  it("no sequence of acts serves half a pair, words of one person alone or words sent back, or loses a text", async () => {
    const runs = { numRuns: provider === "sqlite" ? 30 : 8 };
    await fc.assert(fc.asyncProperty(days, fc.constantFrom("plain", "plain", "law"), run), runs);
  }, 300_000);

  it("the test itself sees everything happen: each act succeeds somewhere", async () => {
    const save = (who: string, lang: "vi" | "zh", unit = "p1"): Step => ({ do: "save", who, unit, lang, word: "a", behind: false });
    const approve = (who: string, even = false): Step => ({ do: "approve", who, units: ALL, even });
    const publish: Step = { do: "publish", who: "minh" };
    await run(
      [
        approve("minh"),
        publish,
        save("hoa", "zh"),
        approve("hoa"),
        publish,
        { do: "return", who: "bich", unit: "p1" },
        { do: "approve", who: "minh", units: ["p1"], even: false },
        approve("minh", true),
        publish,
        { do: "structure", who: "lan", tree: 1, behind: false },
        approve("quan"),
        { do: "schedule", who: "minh" },
        { do: "time" },
        save("minh", "zh"),
        { do: "override", who: "minh", unit: "p1" },
        { do: "schedule", who: "quan" },
        save("lan", "zh"),
        { do: "time" },
        { do: "roll-back", who: "quan", to: 1 },
        { do: "withdraw", who: "minh" },
        { do: "restore", who: "minh" },
        approve("hoa"),
        { do: "schedule", who: "minh" },
        { do: "cancel", who: "quan" },
      ],
      "plain",
    );
    await run([approve("minh"), publish, { do: "sign-off", who: "hai" }, publish, { do: "sign-off", who: "minh" }], "law");
    const wanted = ["publish: published", "return: returned", "approve: returned", "structure: saved", "time: went out in time", "override: overridden"];
    const also = [
      "time: failed in time",
      "roll-back: rolled back",
      "withdraw: withdrawn",
      "restore: restored",
      "cancel: cancelled",
      "sign-off: signed",
      "publish: not_ready",
    ];
    for (const one of [...wanted, ...also]) expect([...happened.keys()]).toContain(one);
  });
});
