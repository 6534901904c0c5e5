import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGS } from "../../../core/language/languages.ts";
import { sampleContent, sampleWords } from "../content/sample-content.ts";
import { SIZES } from "./ease.ts";
import { idleFrom, type KioskEvent, type KioskState, kioskReducer, type Panel, type Place, startState, WARNING_LASTS } from "./state.ts";

const words = sampleWords("one");
const start = (): KioskState => startState(sampleContent(), words, 60_000);
const after = (...events: KioskEvent[]): KioskState => events.reduce(kioskReducer, start());

const PLACES: Place[] = [
  { screen: "topic", topic: "cash" },
  { screen: "topic", topic: "none" },
  { screen: "article", slug: "doi-tien" },
  { screen: "article", slug: "none" },
  { screen: "question", slug: "hoi-gi" },
  { screen: "notice", slug: "bao-lu" },
  { screen: "phrase", slug: "cau-nao" },
  { screen: "gate", gate: "huu-nghi" },
  { screen: "search" },
  { screen: "write" },
];

const choose: KioskEvent = { kind: "language-chosen", lang: "zh", at: 1000 };
const openTopic: KioskEvent = { kind: "opened", place: { screen: "topic", topic: "cash" }, at: 2000 };
const openArticle: KioskEvent = { kind: "opened", place: { screen: "article", slug: "mang-tien-mat" }, at: 3000 };

test("a visitor goes from the attract screen by a language to the home, a topic and an article", () => {
  expect(start().place).toEqual({ screen: "attract" });
  expect(after(choose)).toMatchObject({ place: { screen: "home" }, lang: "zh" });
  expect(after(choose, openTopic).place).toEqual({ screen: "topic", topic: "cash" });
  expect(after(choose, openTopic, openArticle).place).toEqual({ screen: "article", slug: "mang-tien-mat" });
});

test("back leads from an article to its topic, even when it was opened from another page, and from a topic home", () => {
  const back: KioskEvent = { kind: "back-asked", at: 4000 };
  expect(after(choose, openArticle, back).place).toEqual({ screen: "topic", topic: "cash" });
  expect(after(choose, openArticle, back, back).place).toEqual({ screen: "home" });
});

test.each<[Place, Place]>([
  [{ screen: "question", slug: "hoi-gi" }, { screen: "questions" }],
  [{ screen: "notice", slug: "bao-lu" }, { screen: "notices" }],
  [{ screen: "phrase", slug: "cau-nao" }, { screen: "phrases" }],
  [{ screen: "gate", gate: "huu-nghi" }, { screen: "gates" }],
  [{ screen: "search" }, { screen: "home" }],
  [{ screen: "write" }, { screen: "home" }],
])("back leads from %j to %j", (place, above) => {
  expect(after(choose, { kind: "opened", place, at: 2000 }, { kind: "back-asked", at: 3000 }).place).toEqual(above);
});

test("back leads from what was found to the results, with what was sought", () => {
  const found = after(
    choose,
    { kind: "opened", place: { screen: "search" }, at: 2000 },
    { kind: "sought", query: "tien", at: 2500 },
    { kind: "opened", place: { screen: "article", slug: "doi-tien" }, found: true, at: 3000 },
    { kind: "back-asked", at: 4000 },
  );
  expect(found).toMatchObject({ place: { screen: "search" }, query: "tien" });
  expect(kioskReducer(found, { kind: "back-asked", at: 5000 }).place).toEqual({ screen: "home" });
});

test("what is being written stays while something else is read, in another language too", () => {
  const state = after(choose, { kind: "written", draft: { text: "hoi" }, at: 2000 }, openArticle, { kind: "language-chosen", lang: "vi", at: 4000 });
  expect(state.draft.text).toBe("hoi");
});

test("an emergency asks nobody whether they are still there, and forgets a visitor who is not", () => {
  const left = after(choose, openArticle);
  const covered = (at: number): KioskState => kioskReducer(left, { kind: "time-passed", at, covered: true });
  expect(covered(82_999)).toMatchObject({ warnedAt: null, place: { screen: "article" } });
  expect(covered(83_000)).toMatchObject({ place: { screen: "attract" }, lang: null });
});

test("a screen that was made easier before anybody chose a language goes back to what it was", () => {
  const eased = kioskReducer(start(), { kind: "eased", ease: { low: true }, at: 1000 });
  expect(kioskReducer(eased, { kind: "time-passed", at: 60_999 })).toBe(eased);
  expect(kioskReducer(eased, { kind: "time-passed", at: 61_000 })).toMatchObject({ ease: { low: false }, visit: 1 });
});

test("a panel closes when the visitor goes elsewhere", () => {
  expect(after(choose, { kind: "panel-opened", panel: { kind: "ease" }, at: 2000 }, openArticle).panel).toBeNull();
});

test("switching the language keeps the article", () => {
  const state = after(choose, openArticle, { kind: "language-chosen", lang: "vi", at: 4000 });
  expect(state).toMatchObject({ lang: "vi", place: { screen: "article", slug: "mang-tien-mat" }, visit: 0 });
});

test("nothing opens before a language is chosen", () => {
  expect(after(openTopic, openArticle).place).toEqual({ screen: "attract" });
});

test("the warning comes up after the idle time, counted from the last touch", () => {
  expect(after(choose, { kind: "time-passed", at: 60_999 }).warnedAt).toBeNull();
  expect(after(choose, { kind: "time-passed", at: 61_000 }).warnedAt).toBe(61_000);
  expect(after(choose, { kind: "touched", at: 50_000 }, { kind: "time-passed", at: 61_000 }).warnedAt).toBeNull();
});

test("the warning leaves at least 20 seconds, also to a machine whose timers slept", () => {
  const slept: KioskEvent = { kind: "time-passed", at: 9_000_000 };
  expect(WARNING_LASTS).toBeGreaterThanOrEqual(20_000);
  expect(after(choose, slept)).toMatchObject({ place: { screen: "home" }, warnedAt: 9_000_000 });
  expect(after(choose, slept, { kind: "time-passed", at: 9_019_999 }).place).toEqual({ screen: "home" });
  expect(after(choose, slept, { kind: "time-passed", at: 9_020_000 }).place).toEqual({ screen: "attract" });
});

test("whoever stays keeps the page, and a touch beside the buttons answers nothing", () => {
  const warned = after(choose, openArticle, { kind: "time-passed", at: 63_000 });
  expect(kioskReducer(warned, { kind: "touched", at: 64_000 })).toBe(warned);
  expect(kioskReducer(warned, { kind: "stay-asked", at: 64_000 })).toMatchObject({ warnedAt: null, touchedAt: 64_000, place: { screen: "article" } });
});

test("the attract screen waits for ever", () => {
  const state = start();
  expect(kioskReducer(state, { kind: "time-passed", at: 9_000_000 })).toBe(state);
});

test("after a reset nothing of the visitor is left but a new number of the visit, whatever they did", () => {
  const at = fc.integer({ min: 0, max: 100_000 });
  const event: fc.Arbitrary<KioskEvent> = fc.oneof(
    fc.record({ kind: fc.constant("language-chosen" as const), lang: fc.constantFrom(...LANGS), at }),
    fc.record({ kind: fc.constantFrom("home-asked" as const, "back-asked" as const, "touched" as const, "stay-asked" as const, "time-passed" as const), at }),
    fc.record({ kind: fc.constant("opened" as const), place: fc.constantFrom(...PLACES), at }),
    fc.record({ kind: fc.constant("opened" as const), place: fc.constantFrom(...PLACES), found: fc.constant(true as const), at }),
    fc.record({ kind: fc.constant("sought" as const), query: fc.string(), at }),
    fc.record({ kind: fc.constant("written" as const), draft: fc.record({ text: fc.string(), consent: fc.boolean() }), at }),
    fc.record({ kind: fc.constant("eased" as const), ease: fc.record({ size: fc.constantFrom(...SIZES), low: fc.boolean() }), at }),
    fc.record({ kind: fc.constant("panel-opened" as const), panel: fc.constantFrom<Panel>({ kind: "ease" }, { kind: "carry", address: "https://a" }), at }),
    fc.record({ kind: fc.constant("content-received" as const), content: fc.constant(sampleContent({ revision: 2 })), words: fc.constant(words) }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const used = events.reduce(kioskReducer, start());
      const reset = kioskReducer(used, { kind: "visit-ended" });
      expect(reset).toEqual({ ...startState(used.content, used.words, 60_000), visit: used.visit + 1 });
    }),
  );
});

test("new content keeps the reader's place, language and idle time", () => {
  const content = sampleContent({ revision: 2 });
  const before = after(choose, openArticle);
  expect(kioskReducer(before, { kind: "content-received", content, words })).toEqual({ ...before, content });
});

test("the same content again changes nothing, so that nothing is drawn anew", () => {
  const before = after(choose);
  expect(kioskReducer(before, { kind: "content-received", content: before.content, words })).toBe(before);
});

test("an article that is taken back leads to its topic and says so once", () => {
  const content = sampleContent({ revision: 2, articles: sampleContent().articles.filter(({ slug }) => slug !== "mang-tien-mat") });
  const led = after(choose, openArticle, { kind: "content-received", content, words });
  expect(led).toMatchObject({ place: { screen: "topic", topic: "cash" }, takenBack: true });
  expect(kioskReducer(led, { kind: "opened", place: { screen: "article", slug: "doi-tien" }, at: 5000 }).takenBack).toBe(false);
});

test("the last article of a topic leads home, and so does a topic that has nothing left", () => {
  const content = sampleContent({ revision: 2, articles: sampleContent().articles.filter(({ about }) => about.topic !== "cash") });
  expect(after(choose, openArticle, { kind: "content-received", content, words })).toMatchObject({ place: { screen: "home" }, takenBack: true });
  expect(after(choose, openTopic, { kind: "content-received", content, words })).toMatchObject({ place: { screen: "home" }, takenBack: true });
});

test("a notice that is taken back leads to the notices, a question to the questions", () => {
  const content = sampleContent({ revision: 2, notices: [], questions: [], phrases: [] });
  for (const [screen, slug, above] of [
    ["notice", "bao-lu", "notices"],
    ["question", "hoi-gi", "questions"],
    ["phrase", "cau-nao", "phrases"],
  ] as const)
    expect(after(choose, { kind: "opened", place: { screen, slug }, at: 2000 }, { kind: "content-received", content, words })).toMatchObject({
      place: { screen: above },
      takenBack: true,
    });
});

test("the idle time is a minute, may be asked for otherwise, and is never under two seconds", () => {
  expect(idleFrom("")).toBe(60_000);
  expect(idleFrom("?idle=90")).toBe(90_000);
  expect(idleFrom("?idle=0.1")).toBe(2_000);
  for (const nonsense of ["?idle=", "?idle=-5", "?idle=x", "?idle=Infinity"]) expect(idleFrom(nonsense)).toBe(60_000);
});
