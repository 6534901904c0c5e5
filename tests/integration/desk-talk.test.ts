import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "../../app/core/errors.ts";
import type { Lang } from "../../app/core/language/languages.ts";
import type { Grant } from "../../app/core/people/roles.ts";
import { ofArticle, ofStrings, textHash } from "../../app/core/translation/wording.ts";
import { BASE_STRINGS } from "../../app/i18n/runtime.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { commentOnUnit } from "../../app/use-cases/comment-on-unit.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import { notePresence } from "../../app/use-cases/note-presence.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { resolveComment } from "../../app/use-cases/resolve-comment.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const START = new Date("2026-11-23T01:00:00Z");
const author = memberWith("lan", "author");
const minh = { ...memberWith("minh", "reviewer"), name: "Lý Minh" };
const operator = { ...memberWith("hai", "operator"), name: "Lý Minh Hải" };
const limited = (id: string, limits: Partial<Grant>) => {
  const member = memberWith(id, "translator");
  return { ...member, grants: [{ role: "translator" as const, langs: null, topics: null, sites: null, ...limits }] };
};

describe.each(databases())("at one desk on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let readers: ReturnType<typeof workbenchReaders>;
  let owner: ReturnType<typeof ofArticle>;
  let now = START;

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    // Each act happens a moment after the one before.
    const tick = () => {
      now = new Date(now.getTime() + 1);
      return now;
    };
    ports = { write: db.write, now: tick, newId, baseStrings: () => BASE_STRINGS } as Partial<Ports> as Ports;
    readers = workbenchReaders({ db, now: () => now, strings: null as never });
    await db.write(async (tx) => {
      for (const one of [author, minh, operator]) await tx.members.insert({ ...one, passwordHash: null, createdAt: START, disabledAt: null });
    });
    const about = { kind: "article" as const, notice: null, topic: "hours", gates: ["huu-nghi"], agency: "x", verifiedOn: null, verifyAgainBy: null };
    const texts = { vi: { title: "Giờ", summary: "Bảy giờ.", p: "Xin đến sớm." }, zh: { title: "时间", summary: "七点。" } };
    const tree = [{ id: "p", kind: "paragraph" as const }];
    owner = ofArticle((await createArticle(ports, author, { slug: "gio", sourceLang: "vi", tree, about, texts })).articleId);
  });
  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  const save = (member: typeof author, lang: Lang, text: string, revision: number) =>
    saveWording(ports, member, { owner, unit: "p", lang, text, revision, sourceHash: textHash("Xin đến sớm.") });
  const refused = (what: Promise<unknown>, code: AppError["code"]) => expect(what).rejects.toMatchObject({ code });

  it("words are written only in the language, the topic and at the gates that a role is limited to", async () => {
    await refused(save(limited("a", { langs: ["vi"] }), "zh", "请早到。", 0), "not_allowed");
    await refused(save(limited("b", { topics: ["papers"] }), "zh", "请早到。", 0), "not_allowed");
    await refused(save(limited("c", { sites: ["chi-ma"] }), "zh", "请早到。", 0), "not_allowed");
    expect(await save(limited("d", { langs: ["zh"], topics: ["hours"], sites: ["huu-nghi"] }), "zh", "请早到。", 0)).toMatchObject({ kind: "saved" });
    // Strings belong to no topic and no gate: only the language is asked about.
    const string = { owner: ofStrings("common"), unit: "nav.home", text: "回到首页", revision: 0, sourceHash: null };
    await refused(saveWording(ports, limited("e", { langs: ["vi"] }), { ...string, lang: "zh" }), "not_allowed");
    expect(await saveWording(ports, limited("f", { topics: ["papers"] }), { ...string, lang: "zh" })).toMatchObject({ kind: "saved" });
  });

  it("a save leaves a trace without the words; one that changes nothing leaves none", async () => {
    await save(author, "zh", "请早到。", 1);
    const traces = await db.read.auditEntry.findMany({ where: { act: "wording.save", object: owner } });
    expect(traces.map(({ byId, before, after }) => ({ byId, before, after }))).toEqual([
      { byId: "d", before: null, after: { unit: "p", lang: "zh", revision: 1, text: textHash("请早到。"), source: textHash("Xin đến sớm.") } },
    ]);
  });

  it("the structure and segments that are not there have no words to save", async () => {
    for (const unit of ["#structure", "q", "row"])
      await refused(saveWording(ports, author, { owner, unit, lang: "zh", text: "x", revision: 0, sourceHash: null }), "not_found");
    await refused(
      saveWording(ports, author, { owner: ofStrings("common"), unit: "constructor", lang: "zh", text: "x", revision: 0, sourceHash: null }),
      "not_found",
    );
  });

  it("every text ever submitted is in the history, also the one that lost a clash, each against what stood there", async () => {
    await save(author, "zh", "请提前到达。", 1);
    expect(await save(minh, "zh", "请务必早到。", 1)).toMatchObject({ kind: "clash", theirs: { text: "请提前到达。" } });
    const history = (await readers.history(owner, "p")).filter(({ lang }) => lang === "zh");
    expect(history.map(({ text, revision, by, current }) => ({ text, revision, by, current }))).toEqual(
      expect.arrayContaining([
        { text: "请务必早到。", revision: null, by: "Lý Minh", current: false },
        { text: "请提前到达。", revision: 2, by: "LAN", current: true },
        { text: "请早到。", revision: 1, by: null, current: false },
      ]),
    );
    expect(history).toHaveLength(3);
    const lost = history.find(({ revision }) => revision === null);
    expect(lost?.change?.filter(({ kind }) => kind !== "same").length).toBeGreaterThan(0);
  });

  it("a comment reaches the inbox of whoever it names and may read it, and of nobody else", async () => {
    const said = await commentOnUnit(ports, author, { owner, unit: "p", text: "@Lý Minh xem giúp, @LAN cũng vậy; @Lý Minh Hải thì không." });
    // An operator reads no words at work, so that the name means nobody; who writes is not told of it.
    expect(said.mentions.sort()).toEqual(["lan", "minh"]);
    const inbox = await db.read.inboxItem.findMany();
    expect(inbox.map(({ memberId, kind, owner: of, unit, byId }) => ({ memberId, kind, of, unit, byId }))).toEqual([
      { memberId: "minh", kind: "mentioned", of: owner, unit: "p", byId: "lan" },
    ]);
    expect((await readers.article(minh, "gio")).around.comments).toMatchObject([{ unit: "p", by: "LAN", resolved: null }]);

    await resolveComment(ports, minh, { id: said.id, resolved: true });
    expect(await readers.comments(owner, "p")).toMatchObject([{ resolved: { by: "Lý Minh" } }]);
    await resolveComment(ports, minh, { id: said.id, resolved: true });
    await resolveComment(ports, author, { id: said.id, resolved: false });
    expect(await readers.comments(owner, "p")).toMatchObject([{ resolved: null }]);
    const acts = await db.read.auditEntry.findMany({ where: { act: { startsWith: "comment." } }, orderBy: { id: "asc" } });
    expect(acts.map(({ act }) => act)).toEqual(["comment.add", "comment.resolve", "comment.reopen"]);
  });

  it("nothing is said about what is not there, by whom it does not concern, or without words", async () => {
    await refused(commentOnUnit(ports, author, { owner, unit: "none", text: "x" }), "not_found");
    await refused(commentOnUnit(ports, operator, { owner, unit: "p", text: "x" }), "not_allowed");
    await refused(commentOnUnit(ports, limited("g", { topics: ["papers"] }), { owner, unit: "p", text: "x" }), "not_allowed");
    await refused(commentOnUnit(ports, author, { owner, unit: "p", text: "  " }), "invalid");
    await refused(commentOnUnit(ports, author, { owner, unit: "p", text: "x".repeat(2_001) }), "too_large");
    await refused(resolveComment(ports, author, { id: "none", resolved: true }), "not_found");
    expect(await commentOnUnit(ports, author, { owner, unit: "#structure", text: "Bài này cho ai?" })).toMatchObject({ unit: "#structure" });
  });

  it("colleagues see each other by name and place, and no longer once they have gone or fallen silent", async () => {
    await notePresence(ports, minh, { owner, unit: "p", leaving: false });
    await notePresence(ports, author, { owner, unit: null, leaving: false });
    expect(await readers.presence(author, owner)).toEqual([{ name: "Lý Minh", unit: "p" }]);
    expect(await readers.presence(minh, owner)).toEqual([{ name: "LAN", unit: null }]);
    await notePresence(ports, minh, { owner, unit: "title", leaving: false });
    expect(await readers.presence(author, owner)).toEqual([{ name: "Lý Minh", unit: "title" }]);
    now = new Date(START.getTime() + 31_000);
    expect(await readers.presence(author, owner)).toEqual([]);
    await notePresence(ports, author, { owner, unit: "p", leaving: false });
    expect(await db.read.presence.count()).toBe(1);
    await notePresence(ports, author, { owner, unit: null, leaving: true });
    expect(await db.read.presence.count()).toBe(0);
    await refused(notePresence(ports, author, { owner: ofArticle("none"), unit: null, leaving: false }), "not_found");
    await refused(notePresence(ports, operator, { owner, unit: null, leaving: false }), "not_allowed");
  });
});
