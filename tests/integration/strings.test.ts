import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { strings } from "../../app/cli/strings.ts";
import type { ByLang } from "../../app/core/language/languages.ts";
import { LANGS } from "../../app/core/language/languages.ts";
import { baseHash, type Catalogue, published } from "../../app/core/strings/catalogue.ts";
import { type Owner, ofStrings } from "../../app/core/translation/wording.ts";
import { type DeskUnit, deskUnit } from "../../app/core/workflow/desk.ts";
import type { Unit } from "../../app/core/workflow/units.ts";
import { BASE_STRINGS } from "../../app/i18n/runtime.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import type { Settings } from "../../app/server/settings.server.ts";
import { approveUnits } from "../../app/use-cases/approve-units.ts";
import { loadStrings } from "../../app/use-cases/load-units.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { publishStrings } from "../../app/use-cases/publish-strings.ts";
import { rollBackString } from "../../app/use-cases/roll-back-string.ts";
import { saveWording } from "../../app/use-cases/save-wording.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const lan = memberWith("lan", "translator");
const minh = memberWith("minh", "reviewer");
const cuong = memberWith("cuong", "publisher");
const NAMESPACE = "common";
const owner: Owner = ofStrings(NAMESPACE);

describe.each(databases())("strings of a program that is deployed anew, on $provider", ({ fresh }) => {
  let work: AtWork;
  beforeAll(async () => {
    work = await openAtWork(fresh, [lan, minh, cuong]);
  });
  afterAll(() => work.close());

  const KEY = "open";
  const FIRST: Catalogue = { [KEY]: { vi: "Mở lúc {{at}}", zh: "{{at}}开放" } };
  const REWORDED: Catalogue = { [KEY]: { vi: "Mở cửa lúc {{at}}", zh: "{{at}}起开放" } };
  const REFILLED: Catalogue = { [KEY]: { vi: "Mở lúc {{time}}", zh: "{{time}}开放" } };
  const OVER = { vi: "Bắt đầu mở lúc {{at}}", zh: "自{{at}}开放" };

  const build = (base: Catalogue): Ports => ({ ...work.ports, baseStrings: () => ({ [NAMESPACE]: base }) });
  const unitIn = async (base: Catalogue): Promise<Unit> => (await work.db.write((tx) => loadStrings(build(base), tx, NAMESPACE))).units[0] as Unit;
  const readersSee = async (base: Catalogue) => published(base, await work.db.write((tx) => tx.strings.published(NAMESPACE)))[KEY];
  async function save(base: Catalogue, lang: "vi" | "zh", text: string): Promise<void> {
    const unit = await unitIn(base);
    await saveWording(build(base), lan, { owner, unit: KEY, lang, text, revision: unit.wordings[lang]?.revision ?? 0, sourceHash: unit.sourceHash });
  }
  async function approve(base: Catalogue): Promise<void> {
    expect((await approveUnits(build(base), minh, { owner, seen: { [KEY]: (await unitIn(base)).hash } })).refused).toEqual([]);
  }
  const publish = (base: Catalogue) => publishStrings(build(base), cuong, { namespace: NAMESPACE, keys: [KEY] });
  const kept = async () => (await work.db.read.stringEdition.findMany({ where: { key: KEY, number: { lt: 0 } } })).map(({ texts }) => texts as ByLang<string>);

  it("an override outlives a deploy that changes its base: readers keep it, the desk says stale and how the base changed", async () => {
    await save(FIRST, "vi", OVER.vi);
    await save(FIRST, "zh", OVER.zh);
    await approve(FIRST);
    await publish(FIRST);
    expect(await readersSee(FIRST)).toEqual(OVER);
    expect((await unitIn(FIRST)).state).toBe("published");

    expect(await readersSee(REWORDED)).toEqual(OVER);
    const stale = await unitIn(REWORDED);
    expect(stale).toMatchObject({ state: "stale", texts: OVER, formerBase: baseHash(FIRST[KEY] as ByLang<string>) });
    const judgement = { issues: [], waived: [] };
    const bases = { now: REWORDED[KEY] as ByLang<string>, former: await kept() };
    const seen = deskUnit(stale, {
      memberId: "lan",
      beyondLimits: false,
      edits: [],
      judgement,
      formerSources: [OVER.vi],
      bases,
      readersSee: OVER,
      nameOf: () => null,
    });
    expect(seen.newBase?.change?.vi.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind} ${text}`)).toEqual(["added cửa "]);
    expect(seen.words.zh).toMatchObject({ sourceChanged: false, trivialChange: false });
  });

  it("a string that joins others keeps the spaces at its ends, whatever the field's writer sees of them", async () => {
    const ports = build({ between: { vi: ", ", zh: "，" } });
    const typed = { owner, unit: "between", sourceHash: null };
    const saved = await saveWording(ports, lan, { ...typed, lang: "vi", text: ";", revision: 0 });
    expect(saved).toMatchObject({ kind: "saved", wording: { text: "; ", revision: 1 } });
    expect(await saveWording(ports, lan, { ...typed, lang: "vi", text: "; ", revision: 1 })).toMatchObject({ kind: "unchanged" });
    expect(await saveWording(ports, lan, { ...typed, lang: "zh", text: " ； ", revision: 0 })).toMatchObject({ wording: { text: "；" } });
  });

  it("it is stale until somebody confirms it, and then again at the next change", async () => {
    await save(REWORDED, "zh", OVER.zh);
    expect((await unitIn(REWORDED)).state).toBe("published");
    expect(await readersSee(REWORDED)).toEqual(OVER);
    expect((await unitIn(FIRST)).state).toBe("stale");
  });

  it("or edits it: the edit goes the way of every other", async () => {
    await save(FIRST, "zh", "从{{at}}起开放");
    expect((await unitIn(FIRST)).state).toBe("in_review");
    await expect(publish(FIRST)).rejects.toThrowError("not_ready");
    await approve(FIRST);
    await publish(FIRST);
    expect(await readersSee(FIRST)).toEqual({ ...OVER, zh: "从{{at}}起开放" });
    expect((await unitIn(FIRST)).state).toBe("published");
  });

  it("a text of the program is kept once, however often it was written over", async () => {
    expect((await kept()).map(({ vi }) => vi).sort()).toEqual([FIRST[KEY]?.vi, REWORDED[KEY]?.vi].sort());
    expect((await work.db.write((tx) => tx.strings.editionsOf(NAMESPACE, KEY))).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("one whose placeholders the program no longer fills is not shown and not dropped; it goes out neither as it is nor by rolling back", async () => {
    expect(await readersSee(REFILLED)).toEqual(REFILLED[KEY]);
    expect(await unitIn(REFILLED)).toMatchObject({ state: "stale", texts: { vi: OVER.vi } });
    await save(REFILLED, "zh", "从{{at}}起开放");
    await expect(publish(REFILLED)).rejects.toThrowError(/placeholders_differ|not_ready/);
    const back = rollBackString(build(REFILLED), cuong, { namespace: NAMESPACE, key: KEY, to: 1, reason: "thử" });
    await expect(back).rejects.toThrowError("placeholders_differ");
    // The program gets its placeholder back: what waited is seen again.
    expect(await readersSee(REWORDED)).toEqual({ ...OVER, zh: "从{{at}}起开放" });
  });

  it("a program that no longer has the key shows nothing of the override, and it is still there", async () => {
    expect(published({}, await work.db.write((tx) => tx.strings.published(NAMESPACE)))).toEqual({});
    await expect(saveWording(build({}), lan, { owner, unit: KEY, lang: "zh", text: "x", revision: 0, sourceHash: null })).rejects.toThrowError("not_found");
    expect(await readersSee(FIRST)).toEqual({ ...OVER, zh: "从{{at}}起开放" });
  });
});

describe.each(databases())("npm run strings on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let folder: string;
  let said: string[];
  const ports = () =>
    ({ write: db.write, now: () => new Date(), newId: () => crypto.randomUUID(), baseStrings: () => BASE_STRINGS }) as Partial<Ports> as Ports;

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    for (const one of [lan, minh, cuong, memberWith("tuan", "operator")]) {
      await db.write((tx) => tx.members.insert({ ...one, passwordHash: null, createdAt: new Date(), disabledAt: null }));
    }
  });
  afterAll(async () => {
    await db.close();
    await place.drop();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cau-noi-locales-"));
    for (const lang of LANGS) {
      mkdirSync(join(folder, lang));
      for (const name of readdirSync(`locales/${lang}`)) writeFileSync(join(folder, lang, name), readFileSync(`locales/${lang}/${name}`));
    }
    return () => rmSync(folder, { recursive: true });
  });

  const file = (lang: string) => join(folder, lang, `${NAMESPACE}.json`);
  const edit = (lang: string, from: string, to: string) => {
    const before = readFileSync(file(lang), "utf8");
    expect(before).toContain(from);
    writeFileSync(file(lang), before.replace(from, to));
  };
  const run = (...given: string[]): Promise<number> => {
    said = [];
    const settings = { databaseUrl: place.url, dataDir: place.dataDir } as Partial<Settings> as Settings;
    return strings([...given, "--locales", folder], { settings, path: (typed) => typed, say: (line) => said.push(line) });
  };
  const unit = async (key: string): Promise<DeskUnit> => {
    const { units } = await workbenchReaders({ db, now: () => new Date(), strings: null as never }).strings(minh, NAMESPACE);
    return units.find((one) => one.unit === key) as DeskUnit;
  };
  const saved = () => db.read.wording.count({ where: { owner } });

  it("check says that all is in order, or where it is not, and ends with 1", async () => {
    expect(await run("check")).toBe(0);
    edit("zh", '"首页"', '"首页{{x}}"');
    edit("vi", '    "home":', '    "extra": "Thừa",\n    "home":');
    expect(await run("check")).toBe(1);
    expect(said.filter((line) => line.includes("nav.home"))[0]).toMatch(/zh.common\.json:\d+ nav\.home: .*\{\{x\}\}/);
    expect(said.filter((line) => line.includes("nav.extra"))[0]).toMatch(/zh.common\.json nav\.extra: the key is missing/);
  });

  it("push brings what differs to work, for review: tried first without doing it, and never to readers", async () => {
    edit("vi", '"Trang chủ"', '"Trang đầu"');
    edit("zh", '"首页"', '"主页"');
    expect(await run("push", "--dry-run")).toBe(0);
    expect(said.at(-1)).toContain("would be");
    expect(await saved()).toBe(0);

    expect(await run("push", "--as", "lan@example.org")).toBe(0);
    const pushed = await unit("nav.home");
    expect(pushed).toMatchObject({ state: "in_review", words: { vi: { text: "Trang đầu", editor: "LAN" }, zh: { text: "主页", freshness: "current" } } });
    expect(await db.read.publishedString.count()).toBe(0);
    expect(await db.read.auditEntry.findFirst({ where: { act: "strings.push" } })).toMatchObject({ byId: "lan", object: owner });
    // It is the work of whoever pushed it.
    expect((await workbenchReaders({ db, now: () => new Date(), strings: null as never }).fresh({ ...lan, id: "lan" }, owner, ["nav.home"]))[0]?.refusal).toBe(
      "own_work",
    );
    // Once more there is nothing to do.
    expect(await run("push")).toBe(0);
    expect(said).toEqual(["Nothing differs · không có gì khác"]);
  });

  it("push is all or nothing: not over somebody's own words, not with files out of order, not with unknown keys, not as somebody who may not", async () => {
    const before = await saved();
    const now = await unit("nav.languages");
    await saveWording(ports(), lan, { owner, unit: now.unit, lang: "zh", text: "自己的话", revision: 0, sourceHash: now.sourceHash });
    const zh = BASE_STRINGS[NAMESPACE]?.[now.unit]?.zh ?? "";
    edit("zh", `"${zh}"`, '"另一种说法"');
    edit("zh", '"开放中"', '"正在开放"');
    await expect(run("push")).rejects.toThrowError("--over");
    expect(said.some((line) => line.startsWith("IN THE WAY") && line.includes("自己的话"))).toBe(true);
    expect(await saved()).toBe(before + 1);
    await expect(run("push", "--as", "tuan@example.org", "--over")).rejects.toThrowError("not_allowed");
    await expect(run("push", "--as", "nobody@example.org")).rejects.toThrowError("no member");
    expect(await run("push", "--over")).toBe(0);
    expect((await unit(now.unit)).words.zh.text).toBe("另一种说法");
    expect(await db.read.wordingEdit.count({ where: { owner, unit: now.unit, text: "自己的话" } })).toBe(1);

    edit("vi", '    "home":', '    "extra": "Thừa",\n    "home":');
    await expect(run("push")).rejects.toThrowError("not in order");
    edit("zh", '    "home":', '    "extra": "多余",\n    "home":');
    await expect(run("push")).rejects.toThrowError("keys are unknown");
  });

  it("pull writes what members published into the files, in their order and form, and nothing else", async () => {
    const { hash } = await unit("nav.home");
    await approveUnits(ports(), minh, { owner, seen: { "nav.home": hash } });
    await publishStrings(ports(), cuong, { namespace: NAMESPACE, keys: ["nav.home"] });
    const before = readFileSync(file("vi"), "utf8");
    expect(await run("pull", "--dry-run")).toBe(0);
    expect(readFileSync(file("vi"), "utf8")).toBe(before);
    expect(await run("pull")).toBe(0);
    expect(readFileSync(file("vi"), "utf8")).toBe(before.replace('"Trang chủ"', '"Trang đầu"'));
    expect(await run("pull")).toBe(0);
    expect(said).toEqual(["Nothing differs · không có gì khác"]);
    expect(readFileSync(file("zh"), "utf8")).toContain('"主页"');
    expect(await run("check")).toBe(0);
  });

  it("pull --working writes what is finished at work; over a file that somebody changed only when told to", async () => {
    expect(await run("pull", "--working")).toBe(0);
    expect(readFileSync(file("zh"), "utf8")).toContain('"另一种说法"');
    edit("zh", '"另一种说法"', '"手改的话"');
    const before = readFileSync(file("zh"), "utf8");
    await expect(run("pull", "--working")).rejects.toThrowError("--over");
    expect(readFileSync(file("zh"), "utf8")).toBe(before);
    expect(await run("pull", "--working", "--over")).toBe(0);
    expect(readFileSync(file("zh"), "utf8")).toContain('"另一种说法"');
  });

  it("check finds what was published and must not be seen, and tells what lags behind", async () => {
    const texts = { vi: "Mở đến", zh: "开放至" };
    await db.write((tx) => tx.strings.putPublished({ namespace: NAMESPACE, key: "status.until", texts, baseHash: "x" }, null, new Date()));
    expect(await run("check")).toBe(1);
    expect(said[0]).toMatch(/^common: status\.until: published with other placeholders/);
    await db.write((tx) => tx.strings.removePublished(NAMESPACE, "status.until"));
    await db.write((tx) =>
      tx.strings.putPublished({ namespace: NAMESPACE, key: "status.closed", texts: { vi: "Mở", zh: "开" }, baseHash: "former" }, null, new Date()),
    );
    expect(await run("check")).toBe(0);
    expect(said.some((line) => line.startsWith("common: status.closed: stale"))).toBe(true);
    await db.write((tx) => tx.strings.removePublished(NAMESPACE, "status.closed"));
  });

  it("is called as it says", async () => {
    await expect(run("shove")).rejects.toThrowError("Usage");
    await expect(run("pull", "--nonsense")).rejects.toThrowError("Usage");
  });
});
