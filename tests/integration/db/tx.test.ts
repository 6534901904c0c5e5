import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gate } from "../../../app/core/facts/gate.ts";
import type { Observation } from "../../../app/core/facts/gate-status.ts";
import { unlimited } from "../../../app/core/people/roles.ts";
import { ofArticle, ofStrings } from "../../../app/core/translation/wording.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { agencyOf, gateOf, observationOf, topicOf } from "../../../app/server/db/tx/places.server.ts";
import type { Invitation } from "../../../app/use-cases/ports.ts";
import { databases, type FreshDatabase } from "../databases.ts";
import { article, edit, edition, hours, later, member, NOON, wording } from "./samples.ts";

describe.each(databases())("what a transaction keeps on $provider", ({ fresh }) => {
  let own: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    own = await fresh();
    database = await own.open();
  });
  afterAll(async () => {
    await database.close();
    await own.drop();
  });

  it("an article, found by its id and by its slug, with tree and dates as they were given", async () => {
    const given = { ...article("a1", "gio-mo-cua"), withdrawnAt: later(5) };
    await database.write((tx) => tx.articles.insert(given, "m1", NOON));
    const found = await database.write(async (tx) => [
      await tx.articles.byId("a1"),
      await tx.articles.bySlug("gio-mo-cua"),
      await tx.articles.byId("a2"),
      await tx.articles.bySlug("a1"),
    ]);
    expect(found).toEqual([given, given, null, null]);
    expect(await database.read.article.findUnique({ where: { id: "a1" } })).toMatchObject({ createdBy: "m1", createdAt: NOON });
  });

  it("wordings, each save only over the revision before it", async () => {
    const [first, second, other] = [wording(1, "một"), wording(2, "hai"), wording(1, "三", "zh")];
    const put = (given: typeof first) => database.write((tx) => tx.wordings.put(given));
    expect(await put(wording(2, "quá sớm"))).toBe(false);
    expect(await put(first)).toBe(true);
    expect(await put(wording(1, "lần nữa"))).toBe(false);
    expect(await put(wording(3, "nhảy cóc"))).toBe(false);
    expect(await put(second)).toBe(true);
    expect(await put(other)).toBe(true);
    expect(await database.write((tx) => tx.wordings.ofUnit(ofArticle("a1"), "p1"))).toEqual([second, other]);
  });

  it("many wordings at once, given back by owner and unit alone", async () => {
    const owner = ofArticle("a2");
    const mine = [
      wording(1, "tiêu đề", "vi", "title", owner),
      wording(1, "标题", "zh", "title", owner),
      wording(1, "đoạn", "vi", "p1", owner),
      wording(1, "", "zh", "p1", owner),
    ];
    const string = wording(1, "Tìm", "vi", "nav.search", ofStrings("common"));
    await database.write((tx) => tx.wordings.insertAll([...mine, string]));
    const [article, unit, strings] = await database.write(async (tx) => [
      await tx.wordings.ofOwner(owner),
      await tx.wordings.ofUnit(owner, "title"),
      await tx.wordings.ofOwner(ofStrings("common")),
    ]);
    expect(new Set(article)).toEqual(new Set(mine));
    expect(unit).toEqual(mine.slice(0, 2));
    expect(strings).toEqual([string]);
  });

  it("every edit, the oldest first; one that a clash kept from becoming a revision is kept but not given back", async () => {
    const [first, clashed, second, elsewhere] = [edit(1, NOON), edit(null, later(1), "thua"), edit(2, later(2)), edit(1, later(1), "khác", "p2")];
    await database.write((tx) => tx.edits.keep([second, clashed, elsewhere, first]));
    const [ofOwner, ofUnit, none] = await database.write(async (tx) => [
      await tx.edits.ofOwner(ofArticle("a1")),
      await tx.edits.ofUnit(ofArticle("a1"), "p1"),
      await tx.edits.ofOwner(ofArticle("a2")),
    ]);
    expect(ofOwner).toEqual([first, elsewhere, second]);
    expect(ofUnit).toEqual([first, second]);
    expect(none).toEqual([]);
    expect(await database.read.wordingEdit.findUnique({ where: { id: clashed.id } })).toMatchObject({ text: "thua", revision: null });
  });

  it("approvals, of which the newest of each unit counts", async () => {
    const approval = (id: string, unit: string, seconds: number) => ({
      id,
      unit,
      pairHash: `hash-${id}`,
      texts: { vi: "một", zh: "一" },
      by: "m2",
      at: later(seconds),
      reason: null,
    });
    const [old, recent, other] = [approval("1", "p1", 0), approval("2", "p1", 9), approval("3", "p2", 5)];
    await database.write((tx) => tx.approvals.add(ofArticle("a1"), [recent, old, other]));
    const newest = await database.write((tx) => tx.approvals.newest(ofArticle("a1")));
    const without = ({ id: _, ...approval }: typeof old) => approval;
    expect(newest).toEqual(
      new Map([
        ["p1", without(recent)],
        ["p2", without(other)],
      ]),
    );
    expect(await database.write((tx) => tx.approvals.newest(ofArticle("a2")))).toEqual(new Map());
  });

  it("editions, of which the last published is current and the others stay as history", async () => {
    const [first, second, ofOther] = [edition(1, article("e1")), edition(2, article("e1")), edition(1, article("e2"))];
    await database.write(async (tx) => {
      await tx.articles.insert(article("e1"), null, NOON);
      await tx.articles.insert(article("e2"), null, NOON);
      expect(await tx.editions.current("e1")).toBeNull();
      await tx.editions.publish(first);
      await tx.editions.publish(ofOther);
    });
    expect(await database.write((tx) => tx.editions.current("e1"))).toEqual(first);
    await database.write((tx) => tx.editions.publish(second));
    expect(await database.write((tx) => tx.editions.current("e1"))).toEqual(second);
    expect(await database.write((tx) => tx.editions.current("e2"))).toEqual(ofOther);
    const rows = await database.read.edition.findMany({ where: { articleId: "e1" }, orderBy: { number: "asc" } });
    expect(rows.map(({ number, currentOf, topicKey }) => ({ number, currentOf, topicKey }))).toEqual([
      { number: 1, currentOf: null, topicKey: "giay-to" },
      { number: 2, currentOf: "e1", topicKey: "giay-to" },
    ]);
  });

  it("facts by their keys, with a revision for each change", async () => {
    await database.write((tx) => tx.facts.put(hours("19:00")));
    await database.write((tx) => tx.facts.put(hours("20:00")));
    expect(await database.write((tx) => tx.facts.all())).toEqual({ "hours.huu-nghi": hours("20:00") });
    expect(await database.read.fact.findUnique({ where: { key: "hours.huu-nghi" } })).toMatchObject({ revision: 2 });
  });

  it("agencies, gates and topics, put again when they change", async () => {
    const agency = { key: "border-guard", names: [{ name: { vi: "Biên phòng", zh: "边防" }, from: null, until: "2026-03-01" }], phone: null };
    const gate: Gate = {
      key: "huu-nghi",
      position: 0,
      name: { vi: "Hữu Nghị", zh: null },
      nameMark: { vi: "confirmed", zh: "verify" },
      opposite: null,
      markers: "1116–1117",
      kinds: [{ kind: "international_road", mark: "confirmed", from: null, until: null }],
      hours: { passengers: "hours.huu-nghi" },
      agency: "border-guard",
      summary: { vi: "Cửa khẩu", zh: "口岸" },
    };
    const topic = { key: "giay-to", position: 3, icon: "papers", name: { vi: "Giấy tờ", zh: "证件" } };
    const put = (phone: string | null, position: number) =>
      database.write(async (tx) => {
        await tx.places.putAgency({ ...agency, phone });
        await tx.places.putGate({ ...gate, position });
        await tx.places.putTopic({ ...topic, position });
      });
    await put(null, 0);
    await put("0205 0000000", 1);
    expect((await database.read.agency.findMany()).map(agencyOf)).toEqual([{ ...agency, phone: "0205 0000000" }]);
    expect((await database.read.gate.findMany()).map(gateOf)).toEqual([{ ...gate, position: 1 }]);
    expect((await database.read.topic.findMany()).map(topicOf)).toEqual([{ ...topic, position: 1 }]);

    const seen: Observation = {
      id: "o1",
      gate: "huu-nghi",
      flow: "freight",
      direction: "in",
      state: "congested",
      waitMinutes: 120,
      takesBack: null,
      reason: { vi: "Đông", zh: "拥堵" },
      at: NOON,
      until: null,
      unknownAfter: later(3600),
    };
    await database.write((tx) => tx.places.addObservation(seen, "m1"));
    expect((await database.read.observation.findMany()).map(observationOf)).toEqual([seen]);
  });

  it("published strings, the newest in place of the one before", async () => {
    const override = { namespace: "common", key: "nav.search", texts: { vi: "Tìm kiếm", zh: "搜索" }, baseHash: "b1" };
    await database.write((tx) => tx.strings.putPublished(override, "m1", NOON));
    await database.write((tx) => tx.strings.putPublished({ ...override, baseHash: "b2" }, "m1", later(1)));
    await database.write((tx) => tx.strings.putPublished({ ...override, namespace: "visitor" }, null, NOON));
    expect(await database.write((tx) => tx.strings.published("common"))).toEqual([{ ...override, baseHash: "b2" }]);
  });

  it("members, with what sign-in needs; one who is disabled holds no role any more", async () => {
    await database.write(async (tx) => {
      await tx.members.insert(member("m1", ["translator", "administrator"]));
      await tx.members.insert({ ...member("m2", ["administrator"]), disabledAt: NOON });
      await tx.members.setLang("m1", "zh");
    });
    const { createdAt: _c, disabledAt: _d, passwordHash, ...public1 } = { ...member("m1", ["translator", "administrator"]), lang: "zh" as const };
    const [count, administrators, reviewers, byId, byEmail, disabled, nobody] = await database.write(async (tx) => [
      await tx.members.count(),
      await tx.members.countActive("administrator"),
      await tx.members.countActive("reviewer"),
      await tx.members.byId("m1"),
      await tx.members.byEmail("m1@langson.example"),
      await tx.members.byEmail("m2@langson.example"),
      await tx.members.byEmail("m3@langson.example"),
    ]);
    expect([count, administrators, reviewers]).toEqual([2, 1, 0]);
    expect(byId).toEqual(public1);
    expect(byEmail).toEqual({ ...public1, passwordHash, disabled: false, secondFactor: null });
    expect(disabled).toMatchObject({ disabled: true });
    expect(nobody).toBeNull();
  });

  it("invitations that can be used once; those nobody made are dropped while unused", async () => {
    const invitation = (hash: string, by: string | null): Invitation => ({
      hash,
      email: null,
      grants: [unlimited("reviewer")],
      team: null,
      by,
      createdAt: NOON,
      expiresAt: later(60),
      usedAt: null,
    });
    await database.write(async (tx) => {
      for (const [hash, by] of [
        ["printed", null],
        ["claimed", null],
        ["handed-over", "m1"],
      ] as const)
        await tx.invitations.insert(invitation(hash, by));
      await tx.invitations.markUsed("claimed", "m1", later(1));
    });
    await expect(database.write((tx) => tx.invitations.markUsed("claimed", "m2", later(2)))).rejects.toMatchObject({ code: "link_used" });
    await database.write((tx) => tx.invitations.dropUnclaimed());
    const left = await database.write((tx) => Promise.all(["printed", "claimed", "handed-over"].map((hash) => tx.invitations.byHash(hash))));
    expect(left).toEqual([null, { ...invitation("claimed", null), usedAt: later(1) }, invitation("handed-over", "m1")]);
  });

  it("sessions, until they are ended or have expired", async () => {
    await database.write(async (tx) => {
      await tx.members.insert(member("s1"));
      for (const [hash, seconds] of [
        ["ended", 60],
        ["expired", 10],
        ["running", 60],
      ] as const) {
        await tx.sessions.insert({ hash, memberId: "s1", createdAt: NOON, expiresAt: later(seconds) });
      }
      await tx.sessions.remove("ended");
      await tx.sessions.removeExpired(later(10));
    });
    expect(await database.read.session.findMany({ select: { id: true, expiresAt: true } })).toEqual([{ id: "running", expiresAt: later(60) }]);
  });

  it("attempts, counted within their window, which the first one sets", async () => {
    const count = (at: number, until: number) => database.write((tx) => tx.rateLimits.count("account:x", later(at), later(until)));
    expect(await count(0, 60)).toEqual({ points: 1, expiresAt: later(60) });
    expect(await count(30, 90)).toEqual({ points: 2, expiresAt: later(60) });
    expect(await count(60, 120)).toEqual({ points: 1, expiresAt: later(120) });
    await database.write((tx) => tx.rateLimits.forget("account:x"));
    expect(await count(61, 121)).toEqual({ points: 1, expiresAt: later(121) });
  });

  it("announcements, numbered by the content revision they make", async () => {
    const changes = [{ kind: "place" as const }, { kind: "strings" as const, namespace: "common", keys: ["nav.search"] }];
    expect(
      await database.write(async (tx) => [await tx.announce(changes[0] as (typeof changes)[0]), await tx.announce(changes[1] as (typeof changes)[0])]),
    ).toEqual([1, 2]);
    const rows = await database.read.announcement.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ id, body }) => ({ id, body }))).toEqual(changes.map((body, index) => ({ id: index + 1, body })));
    expect(await database.read.content.findFirst()).toMatchObject({ revision: 2 });
  });
});
