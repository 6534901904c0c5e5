import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fact } from "../../app/core/facts/fact.ts";
import { factHash } from "../../app/core/facts/fact-change.ts";
import { typedFact } from "../../app/core/facts/typed-fact.ts";
import type { Member } from "../../app/core/people/roles.ts";
import { type Owner, ofStrings } from "../../app/core/translation/wording.ts";
import { readFilter } from "../../app/core/workflow/progress.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { dayCounter } from "../../app/server/jobs/progress.server.ts";
import { progressMemory } from "../../app/server/readers/workbench/home-progress.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { rejectFact } from "../../app/use-cases/decide-fact.ts";
import { proposeFact } from "../../app/use-cases/propose-fact.ts";
import { saveStructure } from "../../app/use-cases/save-structure.ts";
import { signOffArticle } from "../../app/use-cases/sign-off-article.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases, type FreshDatabase } from "./databases.ts";
import { feeNamed } from "./sample-facts.ts";

const lan = memberWith("lan", "author", "translator");
const minh = memberWith("minh", "reviewer");
const hai: Member = { ...memberWith("hai", "reviewer"), team: "quan" };

const readersOf = ({ db, ports }: Pick<AtWork, "db" | "ports">) => workbenchReaders({ db, now: ports.now, strings: null as never });
const shown = (member: Member, work: Pick<AtWork, "db" | "ports">, filter: Record<string, string> = {}) =>
  readersOf(work).home(member, { filter: readFilter((name) => filter[name] ?? null), after: null });

describe.each(databases())("days that are counted, on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let work: AtWork;
  let second: Database;
  beforeAll(async () => {
    place = await fresh();
    work = await openAtWork(async () => place, [lan, minh]);
    second = await place.open();
  });
  afterAll(async () => {
    await second.close();
    await work.close();
  });

  const counter = (db: Database = work.db) => dayCounter(db, { write: db.write, now: work.ports.now }, progressMemory());
  const rows = () => work.db.read.progressDay.findMany({ where: { teamKey: "" }, orderBy: { day: "asc" } });
  let looking: ReturnType<typeof counter>;
  let owner: Owner;

  it("a day is counted when it is over, once, by whichever of two servers comes first", async () => {
    ({ owner } = await work.article(lan, "gio"));
    looking = counter();
    const other = counter(second);
    expect([await looking(), await other(), await rows()]).toEqual([null, null, []]);
    work.itIs("2026-11-23T16:59:50Z");
    expect(await looking()).toBeNull();
    work.itIs("2026-11-23T17:00:05Z");
    const counted = await Promise.all([looking(), other()]);
    expect(counted.filter(Boolean)).toEqual(["2026-11-23"]);
    const strings = (await shown(lan, work, { kind: "strings" })).progress.shown?.current ?? 0;
    expect(await rows()).toEqual([{ day: "2026-11-23", teamKey: "", lang: "zh", current: 4 + strings, stale: 0, missing: 0 }]);
    expect([await looking(), await other(), (await rows()).length]).toEqual([null, null, 1]);
  });

  it("what happens afterwards shows at once in the figures, and in the next day's row, not in the one that was counted", async () => {
    await work.save(lan, owner, "p1", { vi: "Xin đến muộn." });
    const { progress } = await shown(lan, work, { kind: "article" });
    expect(progress.shown).toEqual({ current: 3, stale: 1, missing: 0, inReview: 3, returned: 0 });
    expect(progress.whole.stale).toBe(1);
    expect(progress.counted).toMatchObject({ since: "2026-11-23", days: [{ day: "2026-11-23", stale: 0 }] });
    work.itIs("2026-11-24T17:00:05Z");
    expect(await looking()).toBe("2026-11-24");
    expect((await rows()).map(({ day, stale }) => [day, stale])).toEqual([
      ["2026-11-23", 0],
      ["2026-11-24", 1],
    ]);
  });

  it("a server that has just begun counts the day before only if nobody has done anything since: a gap is better than a guess", async () => {
    work.itIs("2026-11-26T02:00:00Z");
    await work.save(lan, owner, "p1", { vi: "Xin đến sớm hơn." });
    expect(await counter()()).toBeNull();
    work.itIs("2026-11-27T02:00:00Z");
    expect(await counter()()).toBe("2026-11-26");
    expect((await rows()).map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-24", "2026-11-26"]);
  });

  it("the days of one language are its own; what is older than a season is not drawn", async () => {
    expect((await shown(lan, work, { lang: "vi" })).progress.counted).toMatchObject({ since: "2026-11-23", days: [] });
    expect((await shown(lan, work, { lang: "zh" })).progress.counted.days).toHaveLength(3);
    work.itIs("2027-06-01T02:00:00Z");
    expect((await shown(lan, work)).progress.counted).toMatchObject({ since: "2026-11-23", days: [] });
  });
});

describe.each(databases())("before the first day, on $provider", ({ fresh }) => {
  it("a portal that began today has nothing to count of yesterday", async () => {
    const work = await openAtWork(fresh, [lan]);
    try {
      await work.article(lan, "gio");
      const look = dayCounter(work.db, work.ports, progressMemory());
      expect([await look(), await work.db.read.progressDay.count()]).toEqual([null, 0]);
      expect((await shown(lan, work)).progress.counted).toEqual({ since: null, days: [] });
    } finally {
      await work.close();
    }
  });
});

describe.each(databases())("what waits for a second agency, on $provider", ({ fresh }) => {
  let work: AtWork;
  let articleId: string;
  let owner: Owner;
  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, hai]);
    await work.db.write(async (tx) => {
      await tx.places.putTopic({ key: "law", position: 1, icon: "law", name: { vi: "Luật", zh: "法" }, signOff: ["customs"] });
      await tx.teams.put({ key: "quan", kind: "information", name: { vi: "Tổ hải quan", zh: "海关组" }, agency: "customs", sites: [] });
    });
    ({ articleId, owner } = await work.article(lan, "luat", "law"));
  });
  afterAll(() => work.close());

  // One memory throughout: what it has computed before must not outlive a consent.
  let readers: ReturnType<typeof readersOf> | null = null;
  const row = async () => {
    readers ??= readersOf(work);
    const { rows, names } = await readers.home(lan, { filter: readFilter((name) => (name === "topic" ? "law" : null)), after: null });
    return { state: rows[0]?.state, unsigned: rows[0]?.unsigned, agencies: names.agencies };
  };

  it("is said by name once nothing else is open, and ends with that agency's consent", async () => {
    expect(await row()).toMatchObject({ state: "in_review", unsigned: [] });
    await work.approveAll(minh, owner);
    expect(await row()).toMatchObject({ state: "in_review", unsigned: ["customs"], agencies: { customs: "customs" } });
    expect((await shown(lan, work, { state: "unsigned" })).rows.map(({ name }) => name)).toEqual(["luat"]);
    await signOffArticle(work.ports, hai, { articleId, contentHash: await work.contentHash(articleId) });
    expect(await row()).toMatchObject({ state: "approved", unsigned: [] });
    expect((await shown(lan, work, { state: "unsigned" })).rows).toEqual([]);
  });

  it("comes back when a value changes that the consent was bound to", async () => {
    await work.db.write((tx) => tx.facts.put(feeNamed("fee", 1)));
    await work.save(lan, owner, "p1", { vi: "Phí {{fact:fee}}.", zh: "费用{{fact:fee}}。" });
    await work.approveAll(minh, owner);
    await signOffArticle(work.ports, hai, { articleId, contentHash: await work.contentHash(articleId) });
    expect(await row()).toMatchObject({ state: "approved", unsigned: [] });
    await work.db.write((tx) => tx.facts.put(feeNamed("fee", 2)));
    expect(await row()).toMatchObject({ state: "in_review", unsigned: ["customs"] });
  });

  it("who proposed a fact's change is told why it was refused, and finds the fact; who takes back one's own is told nothing", async () => {
    const now = (await work.db.write((tx) => tx.facts.all())).fee as Fact;
    const typed = typedFact({ ...now, label: { vi: "Lệ phí", zh: "手续费" } });
    const propose = () => proposeFact(work.ports, lan, { key: "fee", typed, seen: factHash(now), reason: "Tên mới." });
    await rejectFact(work.ports, minh, { changeId: (await propose()).changeId, reason: "Chưa có văn bản." });
    expect((await readersOf(work).inbox(lan)).unread).toMatchObject([
      { kind: "fact-rejected", subject: { kind: "fact", name: "fee", titles: { vi: "Phí", zh: "费用" } }, note: "Chưa có văn bản.", by: "MINH" },
    ]);
    expect(await readersOf(work).unread(lan)).toBe(1);
    await rejectFact(work.ports, lan, { changeId: (await propose()).changeId, reason: "Nhầm." });
    expect(await readersOf(work).unread(lan)).toBe(1);
  });
});

describe.each(databases())("search over words at work, on $provider", ({ fresh }) => {
  let work: AtWork;
  let owner: Owner;
  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh]);
    ({ owner } = await work.article(lan, "den-som"));
    await work.article(lan, "thu-hai");
    await work.save(lan, owner, "title", { vi: "Bài đầu", zh: "第一篇" });
    await work.save(lan, owner, "p1", { vi: "Cửa khẩu Hữu Nghị mở 100% công suất.", zh: "友谊关口岸全面开放。" });
  });
  afterAll(() => work.close());

  const search = (typed: string) => readersOf(work).search(typed);
  const places = async (typed: string) => (await search(typed)).articles.flatMap(({ name, units }) => units.map(({ unit, lang }) => `${name} ${unit} ${lang}`));
  const marked = async (typed: string) => (await search(typed)).articles[0]?.units[0]?.words.filter(({ hit }) => hit).map(({ text }) => text);

  it("finds what nobody has published, without accents, in either language, in either way of writing Chinese, and marks it", async () => {
    expect(await places("huu nghi")).toEqual(["den-som p1 vi"]);
    expect(await marked("HUU  nghi")).toEqual(["Hữu Nghị"]);
    expect(await places("友誼關")).toEqual(["den-som p1 zh"]);
    expect(await marked("友誼關")).toEqual(["友谊关"]);
    expect(await places("nghi cua")).toEqual(["den-som p1 vi"]);
    expect(await marked("nghi cua")).toEqual(["Cửa", "Nghị"]);
    expect(await places("khong co o dau")).toEqual([]);
  });

  it("takes every sign as it is", async () => {
    expect(await places("100%")).toEqual(["den-som p1 vi"]);
    expect(await places("1_0%")).toEqual([]);
    expect(await places("!")).toEqual([]);
    expect(await places("%")).toEqual(["den-som p1 vi"]);
    expect(await places('\'; DROP TABLE "Wording"; --')).toEqual([]);
    expect(await search("   ")).toMatchObject({ articles: [], strings: [], facts: [], more: false });
  });

  it("finds an article by its slug, a segment by its id, a string by its key and its words", async () => {
    expect((await search("den-som")).articles).toMatchObject([{ name: "den-som", units: [] }]);
    expect((await places("p1")).sort()).toEqual(["den-som p1 vi", "den-som p1 zh", "thu-hai p1 vi", "thu-hai p1 zh"]);
    const own = (await search("site.name")).strings.flatMap(({ name, units }) => units.map(({ unit, lang }) => `${name} ${unit} ${lang}`));
    expect(own).toEqual(["common site.name vi", "common site.name zh"]);
    expect((await search("cau noi")).strings.map(({ name }) => name)).toContain("common");
  });

  it("titles come first; a string's saved words count, not those they replaced", async () => {
    await work.save(lan, owner, "summary", { vi: "Bài này nói về bài nọ." });
    expect((await places("bai")).map((one) => one.split(" ")[1])).toEqual(["title", "summary", "title"]);
    expect((await places("bai thu-hai"))[0]).toBe("thu-hai title vi");
    const wording = {
      owner: ofStrings("common"),
      unit: "site.name",
      lang: "vi" as const,
      sourceHash: null,
      revision: 1,
      editedBy: "lan",
      editedAt: new Date(0),
    };
    await work.db.write((tx) => tx.wordings.put({ ...wording, text: "Nhịp cầu xứ Lạng" }));
    expect((await search("nhip cau xu")).strings).toMatchObject([{ name: "common", units: [{ unit: "site.name", lang: "vi" }] }]);
  });

  it("leaves out what was taken out of its article", async () => {
    const articleId = owner.slice("article:".length);
    const tree = [{ id: "p2", kind: "paragraph" as const }];
    await saveStructure(work.ports, lan, { articleId, revision: 1, lang: "vi", tree, about: null, texts: {}, readRevisions: {} });
    expect(await places("huu nghi")).toEqual([]);
  });
});
