import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Grant, type Member, unlimited } from "../../app/core/people/roles.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { readInPlace } from "../../app/server/readers/workbench/in-place.server.ts";
import { loadStarter } from "../../app/server/starter/load-starter.server.ts";
import { readStarter } from "../../app/server/starter/read-starter.server.ts";
import { type CreateArticle, createArticle } from "../../app/use-cases/create-article.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { withdrawArticle } from "../../app/use-cases/withdraw-article.ts";
import { actor, memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const NOW = new Date("2026-11-23T12:00:00+07:00");
const places = readStarter(
  Object.fromEntries(["agencies.yaml", "facts.yaml", "gates.yaml", "topics.yaml"].map((name) => [name, readFileSync(`prisma/starter/${name}`, "utf8")])),
);

const written = (slug: string, about: Partial<CreateArticle["about"]>): CreateArticle => ({
  slug,
  sourceLang: "vi",
  tree: [{ id: "first", kind: "paragraph" }],
  about: { kind: "article", topic: "cash", gates: ["chi-ma"], agency: "customs", verifiedOn: null, verifyAgainBy: null, notice: null, ...about },
  texts: {
    vi: { title: `Bài ${slug}.`, summary: "Tóm tắt.", first: "Đoạn đầu." },
    zh: { title: `文章${slug}。`, summary: "摘要。", first: "第一段。" },
  },
});

const CONTENT = [
  written("cash-rule", {}),
  written("cash-question", { kind: "question" }),
  written("lost-passport", { kind: "phrase", topic: "papers", gates: [] }),
  written("how-much", { kind: "phrase", gates: [] }),
  written("taken-back", {}),
];

const translator = (limits: Partial<Grant>): Member => ({ ...memberWith("t", "translator"), grants: [{ ...unlimited("translator"), ...limits }] });

describe.each(databases())("what a member may edit of an open page, on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  const slugsFor = async (member: Member, path: string) =>
    (await readInPlace({ db, now: () => NOW, strings: null as unknown as Reading["strings"] }, member, path)).pairs.map(({ slug }) => slug);

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const ports = { write: db.write, now: () => NOW, newId, baseStrings: () => ({}) } as unknown as Ports;
    await loadStarter(ports, { ...places, articles: CONTENT }, () => {});
    await createArticle(ports, actor("a", "author"), written("still-written", {}));
    const { id } = await db.read.article.findUniqueOrThrow({ where: { slug: "taken-back" } });
    await withdrawArticle(ports, actor("p", "publisher"), { articleId: id, reason: { vi: "Đã thay thế.", zh: "已被取代。" } });
  });
  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  it("is the pair that stands at the page's path, with every segment that it has at work", async () => {
    const { lang, pairs } = await readInPlace({ db, now: () => NOW, strings: null as unknown as Reading["strings"] }, translator({}), "/zh/articles/cash-rule");
    expect([lang, pairs]).toEqual(["zh", [{ slug: "cash-rule", segments: ["title", "summary", "first"] }]]);
    expect(await slugsFor(translator({}), "/vi/questions/cash-question")).toEqual(["cash-question"]);
    expect(await slugsFor(translator({}), "/vi/phrases")).toEqual(["how-much", "lost-passport"]);
  });

  it("is nothing of what readers can't see there", async () => {
    for (const path of ["/vi/articles/still-written", "/vi/articles/taken-back", "/vi/articles/cash-question", "/vi/articles/none", "/vi", "/workbench", ""])
      expect([path, await slugsFor(translator({}), path)]).toEqual([path, []]);
  });

  it("is said in the page's language, whatever stands there", async () => {
    const langOf = async (path: string) =>
      (await readInPlace({ db, now: () => NOW, strings: null as unknown as Reading["strings"] }, translator({}), path)).lang;
    expect([await langOf("/zh"), await langOf("/zh/gates/chi-ma"), await langOf("/workbench")]).toEqual(["zh", "zh", null]);
  });

  it("keeps to the language, the topics and the sites of the member's roles, pair by pair", async () => {
    const article = "/zh/articles/cash-rule";
    const asked: [Partial<Grant>, string, string[]][] = [
      [{ langs: ["zh"] }, article, ["cash-rule"]],
      [{ langs: ["vi"] }, article, []],
      [{ topics: ["cash"], sites: ["chi-ma", "huu-nghi"] }, article, ["cash-rule"]],
      [{ topics: ["papers"] }, article, []],
      [{ sites: ["huu-nghi"] }, article, []],
      [{ topics: ["papers"] }, "/vi/phrases", ["lost-passport"]],
    ];
    for (const [limits, path, slugs] of asked) expect([limits, await slugsFor(translator(limits), path)]).toEqual([limits, slugs]);
    expect(await slugsFor(memberWith("o", "operator", "adviser", "technician"), article)).toEqual([]);
  });
});
