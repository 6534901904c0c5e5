import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import { LANGS } from "../../app/core/language/languages.ts";
import type { Member, Role } from "../../app/core/people/roles.ts";
import { ofArticle, ofStrings } from "../../app/core/translation/wording.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import type { DeskUnit } from "../../app/core/workflow/desk.ts";
import { readFilter } from "../../app/core/workflow/progress.ts";
import { BASE_STRINGS } from "../../app/i18n/runtime.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { createArticle } from "../../app/use-cases/create-article.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const START = new Date("2026-11-23T01:00:00Z");
const person = (id: string, roles: Role[]): Member => memberWith(id, ...roles);
const lan = person("lan", ["author", "translator"]);
const minh = person("minh", ["reviewer"]);
const cuong = person("cuong", ["publisher"]);

/** One story, told in order: each test goes on from the one before. */
describe.each(databases())("the desk on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let readers: ReturnType<typeof workbenchReaders>;
  let articleId: string;
  let time = START.getTime();

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    const now = () => {
      time += 1000;
      return new Date(time);
    };
    ports = { write: db.write, now, newId, baseStrings: () => BASE_STRINGS } as Partial<Ports> as Ports;
    readers = workbenchReaders({ db, now, strings: null as never });
    await db.write(async (tx) => {
      for (const one of [lan, minh, cuong]) await tx.members.insert({ ...one, passwordHash: null, createdAt: START, disabledAt: null });
      await tx.places.putAgency({ key: "border-guard", names: [{ name: { vi: "Bộ đội Biên phòng", zh: "边防部队" }, from: null, until: null }], phone: null });
    });
    const about = { kind: "article" as const, notice: null, topic: "hours", gates: [], agency: "border-guard", verifiedOn: null, verifyAgainBy: null };
    const tree = [{ id: "p1", kind: "paragraph" as const, verify: "border-guard" }];
    const texts = { vi: { title: "Giờ mở cửa", summary: "Mở lúc bảy giờ.", p1: "Xin đến sớm." }, zh: { title: "开放时间", summary: "七点开放。" } };
    articleId = (await createArticle(ports, lan, { slug: "gio", sourceLang: "vi", tree, about, texts })).articleId;
  });

  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  const desk = async (member: Member) => readers.article(member, "gio");
  const unit = async (member: Member, name: string): Promise<DeskUnit> => (await desk(member)).units.find((one) => one.unit === name) as DeskUnit;
  async function save(member: Member, name: string, lang: "vi" | "zh", text: string): Promise<void> {
    const { words, sourceHash } = await unit(member, name);
    await saveWording(ports, member, { owner: ofArticle(articleId), unit: name, lang, text, revision: words[lang].revision, sourceHash });
  }
  async function approveAll(member: Member): Promise<string[]> {
    const seen = Object.fromEntries((await desk(member)).units.flatMap((one) => (one.refusal === null ? [[one.unit, one.hash]] : [])));
    return (await approveUnits(ports, member, { owner: ofArticle(articleId), seen })).refused.map((one) => one.unit);
  }

  it("says beforehand what the limits of a reviewer's role leave to others, as approving does", async () => {
    const limited = (lang: "vi" | "zh"): Member => ({ ...minh, grants: [{ role: "reviewer", langs: [lang], topics: null, sites: null }] });
    const said = async (member: Member) =>
      (await desk(member)).units.filter(({ state }) => state === "in_review").map(({ unit: name, refusal }) => [name, refusal] as const);
    const names = [STRUCTURE_UNIT, "title", "summary"];
    // Translated from Vietnamese, it is judged by who can judge Chinese.
    expect(await said(limited("zh"))).toEqual(names.map((name) => [name, null]));
    expect(await said(limited("vi"))).toEqual(names.map((name) => [name, "not_allowed"]));
    const seen = Object.fromEntries((await desk(minh)).units.map((one) => [one.unit, one.hash]));
    const { refused } = await approveUnits(ports, limited("vi"), { owner: ofArticle(articleId), seen });
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["not_allowed"]));
  });

  it("shows what is missing, who wrote the rest, and whose word is still awaited", async () => {
    const { units, verify, edition, agency, state } = await desk(lan);
    expect(units.map((one) => [one.unit, one.state])).toEqual([
      [STRUCTURE_UNIT, "in_review"],
      ["title", "in_review"],
      ["summary", "in_review"],
      ["p1", "missing"],
    ]);
    expect(units[1]?.words.zh).toMatchObject({ text: "开放时间", editor: "LAN", revision: 1, freshness: "current" });
    expect({ verify, edition, agency, state }).toEqual({
      verify: { p1: "Bộ đội Biên phòng" },
      edition: null,
      agency: "Bộ đội Biên phòng",
      state: "translating",
    });
  });

  it("tells the writer and the second person apart before anybody tries to approve", async () => {
    expect((await unit(lan, "title")).refusal).toBe("own_work");
    expect((await unit(minh, "title")).refusal).toBeNull();
    expect((await unit(minh, "p1")).refusal).toBe("not_ready");
  });

  it("what it offers for approval is approved", async () => {
    await save(lan, "p1", "zh", "请提前到达。");
    expect(await approveAll(minh)).toEqual([]);
    expect((await desk(minh)).units.every((one) => one.state === "approved" && one.approval?.by === "MINH")).toBe(true);
    await publishArticle(ports, cuong, { articleId });
    expect((await desk(minh)).units.every((one) => one.state === "published" && one.forReaders === null)).toBe(true);
  });

  it("an edited source leaves its translation stale, with the change shown and what readers would see", async () => {
    await save(lan, "summary", "vi", "Mở lúc tám giờ.");
    const summary = await unit(minh, "summary");
    expect(summary).toMatchObject({ state: "stale", approval: null, refusal: "not_ready" });
    expect(summary.words.zh.sourceChange?.filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual(["bảy", "tám"]);
    expect(summary.forReaders?.vi.some(({ text }) => text === "tám")).toBe(true);
    expect(summary.forReaders?.zh.every(({ kind }) => kind === "same")).toBe(true);
  });

  it("puts the article with stale words first, and says how many in which language", async () => {
    const about = { kind: "article" as const, notice: null, topic: "hours", gates: [], agency: "border-guard", verifiedOn: null, verifyAgainBy: null };
    await createArticle(ports, lan, { slug: "a", sourceLang: "vi", tree: [], about, texts: { vi: { title: "A", summary: "a" }, zh: {} } });
    const { rows } = await readers.home(minh, { filter: readFilter(() => null), after: null });
    const [articles, strings] = [rows.filter(({ kind }) => kind !== "strings"), rows.filter(({ kind }) => kind === "strings")];
    expect(articles.map(({ name, state }) => [name, state])).toEqual([
      ["gio", "translating"],
      ["a", "translating"],
    ]);
    expect(articles[0]?.progress.zh).toEqual({ missing: 0, stale: 1, in_review: 0, approved: 0, published: 3 });
    expect(articles[1]?.progress.zh).toMatchObject({ missing: 2 });
    expect(strings.map(({ name }) => name).sort()).toEqual(Object.keys(BASE_STRINGS).sort());
  });

  it("interface strings stand on the same desk: untouched ones are what readers see", async () => {
    const before = await readers.strings(lan, "common");
    expect(before.units.map((one) => one.unit)).toEqual(Object.keys(BASE_STRINGS.common ?? {}));
    expect(
      before.units.every((one) => one.state === "published" && LANGS.every((lang) => one.words[lang].revision === 0 && one.words[lang].editor === null)),
    ).toBe(true);

    const key = "nav.home";
    const { sourceHash } = before.units.find((one) => one.unit === key) as DeskUnit;
    await saveWording(ports, lan, { owner: ofStrings("common"), unit: key, lang: "zh", text: "回到首页", revision: 0, sourceHash });
    const [changed] = await readers.fresh(minh, ofStrings("common"), [key]);
    expect(changed).toMatchObject({ state: "in_review", refusal: null, words: { zh: { text: "回到首页", editor: "LAN", revision: 1 } } });
  });

  it("knows no other article and no other namespace", async () => {
    const asked = [
      () => readers.article(lan, "none"),
      () => readers.strings(lan, "none"),
      () => readers.strings(lan, "constructor"),
      () => readers.fresh(lan, "strings:constructor", ["x"]),
    ];
    for (const ask of asked) await expect(ask()).rejects.toEqual(new AppError("not_found"));
  });
});
