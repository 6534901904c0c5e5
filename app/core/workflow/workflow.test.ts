import { describe, expect, it } from "vitest";
import type { Article } from "../articles/article.ts";
import { type Edition, editionHash, makeEditionBody } from "../articles/edition.ts";
import { byLang } from "../language/languages.ts";
import { baseHash } from "../strings/catalogue.ts";
import { ofArticle, ofStrings, sourceHashOf, textHash, type Wording } from "../translation/wording.ts";
import { type Approval, authorsSince, pairHash, STRUCTURE_UNIT } from "./approval.ts";
import { editionToBe, readyEdition } from "./edition-to-be.ts";
import { authorsOfNews } from "./sign-off.ts";
import { articleState, isReady } from "./state.ts";
import { articleUnits, type Judged, stringUnits, textsOf, type Unit } from "./units.ts";

const article: Article = {
  id: "a1",
  slug: "a",
  sourceLang: "vi",
  revision: 1,
  tree: [{ id: "p", kind: "paragraph" }],
  about: { kind: "article" as const, notice: null, topic: "t", gates: [], agency: "g", verifiedOn: null, verifyAgainBy: null },
  withdrawnAt: null,
};
const now = new Date(0);
const wording = (unit: string, lang: "vi" | "zh", text: string, source?: string): Wording => ({
  owner: ofArticle("a1"),
  unit,
  lang,
  text,
  sourceHash: source === undefined ? null : textHash(source),
  revision: 1,
  editedBy: "lan",
  editedAt: now,
});
const words = ["title", "summary", "p"].flatMap((unit) => [wording(unit, "vi", `vi ${unit}`), wording(unit, "zh", `zh ${unit}`, `vi ${unit}`)]);
const NONE: Judged = { approvals: new Map(), returns: new Map() };
const approveAll = (units: Unit[]): Judged => ({
  ...NONE,
  approvals: new Map(
    units.map((unit): [string, Approval] => [unit.unit, { unit: unit.unit, pairHash: unit.hash, texts: unit.texts, by: "minh", at: now, reason: null }]),
  ),
});
const of = (units: Unit[], unit: string) => units.find((one) => one.unit === unit) as Unit;
const replaced = (unit: string, lang: "vi" | "zh", text: string) => words.map((row) => (row.unit === unit && row.lang === lang ? { ...row, text } : row));

describe("where a pair stands", () => {
  const fresh = articleUnits(article, words, NONE, null);
  const approvals = approveAll(fresh);

  it("follows from its words and approvals alone", () => {
    expect(fresh.map((unit) => unit.unit)).toEqual([STRUCTURE_UNIT, "title", "summary", "p"]);
    expect(new Set(fresh.map((unit) => unit.state))).toEqual(new Set(["in_review"]));
    expect(articleState(fresh, false)).toBe("in_review");
    expect(articleState(articleUnits(article, words, approvals, null), false)).toBe("approved");
    expect(articleState(articleUnits(article, words.slice(0, 3), approvals, null), false)).toBe("draft");
    expect(articleState(fresh, true)).toBe("withdrawn");
  });

  it("an edit of the source demotes its approval and makes just that translation stale", () => {
    const units = articleUnits(article, replaced("p", "vi", "vi mới"), approvals, null);
    expect(of(units, "p")).toMatchObject({ state: "stale", approved: false, freshness: { zh: "stale" } });
    expect(of(units, "p").texts.zh).toBe("zh p");
    expect(of(units, "title").state).toBe("approved");
    expect(articleState(units, false)).toBe("translating");
  });

  it("an edit of the translation demotes its approval", () => {
    expect(of(articleUnits(article, replaced("p", "zh", "另一句"), approvals, null), "p").state).toBe("in_review");
  });

  it("a change of a node's kind demotes the words in it and the structure", () => {
    const changed = articleUnits({ ...article, tree: [{ id: "p", kind: "callout", tone: "warning" }] }, words, approvals, null);
    expect(of(changed, "p").approved).toBe(false);
    expect(of(changed, STRUCTURE_UNIT).approved).toBe(false);
    expect(of(changed, "title").approved).toBe(true);
  });

  it("what readers see needs no new approval; a change of it does", () => {
    const body = makeEditionBody(article, textsOf(fresh), {});
    const edition: Edition = {
      id: "e",
      articleId: "a1",
      number: 1,
      slug: "a",
      body,
      contentHash: editionHash(body),
      publishedAt: now,
      publishedBy: null,
      note: null,
    };
    const live = articleUnits(article, words, NONE, edition);
    expect(live.every(isReady)).toBe(true);
    expect(articleState(live, false)).toBe("published");
    expect(isReady(of(articleUnits(article, replaced("p", "zh", "另一句"), NONE, edition), "p"))).toBe(false);
  });
});

describe("a unit that was sent back", () => {
  const fresh = articleUnits(article, words, NONE, null);
  const back = (at: number, hash = of(fresh, "p").hash): Judged => ({
    ...NONE,
    returns: new Map([["p", { unit: "p", pairHash: hash, reason: "thiếu", by: "minh", at: new Date(at) }]]),
  });

  it("is with its writers again, until any word of it changes", () => {
    const units = articleUnits(article, words, back(5), null);
    expect(of(units, "p")).toMatchObject({ state: "in_review", returned: { reason: "thiếu" } });
    expect(articleState(units, false)).toBe("translating");
    expect(of(articleUnits(article, replaced("p", "zh", "另一句"), back(5), null), "p").returned).toBeNull();
    expect(of(articleUnits(article, words, back(5, "other"), null), "p").returned).toBeNull();
  });

  it("was approved before: it is not any more; approved since: it is; in one instant: it is not", () => {
    const approvals = (at: number) =>
      new Map([["p", { unit: "p", pairHash: of(fresh, "p").hash, texts: of(fresh, "p").texts, by: "cuong", at: new Date(at), reason: null }]]);
    const approved = (at: number) => of(articleUnits(article, words, { ...back(5), approvals: approvals(at) }, null), "p").approved;
    expect([4, 5, 6].map(approved)).toEqual([false, false, true]);
  });
});

describe("an article that is ready", () => {
  const units = articleUnits(article, words, approveAll(articleUnits(article, words, NONE, null)), null);

  it("waits for its time, or for an agency", () => {
    expect(articleState(units, false, { scheduled: true, unsigned: false })).toBe("scheduled");
    expect(articleState(units, false, { scheduled: true, unsigned: true })).toBe("in_review");
    expect(articleState(units.slice(0, 1), true, { scheduled: true, unsigned: false })).toBe("withdrawn");
  });

  it("makes one edition, for which the agencies asked have to stand", () => {
    const at = { article, units, facts: {}, asked: ["customs"], signOffs: [] };
    const { contentHash, open } = editionToBe(at);
    expect(open).toEqual([{ kind: "sign-off", agency: "customs" }]);
    const given = { agency: "customs", contentHash: contentHash ?? "", by: "hai", at: now };
    expect(readyEdition(editionToBe({ ...at, signOffs: [given] })).contentHash).toBe(contentHash);
    expect(
      editionToBe({
        ...at,
        signOffs: [
          { ...given, contentHash: "other" },
          { ...given, agency: "police" },
        ],
      }).open,
    ).toEqual(open);
  });

  it("is none while a word or a fact is missing", () => {
    const gap = articleUnits(article, replaced("p", "vi", "{{fact:none}}"), NONE, null);
    expect(editionToBe({ article, units: gap, facts: {}, asked: [], signOffs: [] })).toMatchObject({ contentHash: null });
    expect(editionToBe({ article, units: gap, facts: {}, asked: [], signOffs: [] }).open).toContainEqual({ kind: "fact", fact: "none" });
    const short = articleUnits(article, words.slice(0, 3), NONE, null);
    expect(() => readyEdition(editionToBe({ article, units: short, facts: {}, asked: [], signOffs: [] }))).toThrowError("not_ready");
  });

  it("has as authors of its news everyone who touched what readers have not seen, whoever finished it", () => {
    const edit = (unit: string, lang: string, text: string, by: string) => ({ unit, lang, text, by, at: now });
    const history = [edit("p", "zh", "zh p", "lan"), edit("p", "zh", "khác", "hoa"), edit("p", "zh", "新", "cuong"), edit("title", "vi", "vi title", "tu")];
    const body = makeEditionBody(article, textsOf(units), {});
    const edition: Edition = { id: "e", articleId: "a1", number: 1, slug: "a", body, contentHash: "", publishedAt: now, publishedBy: null, note: null };
    const changed = articleUnits(article, replaced("p", "zh", "新"), NONE, edition);
    expect(authorsOfNews(changed, history, edition)).toEqual(new Set(["hoa", "cuong"]));
    expect(authorsOfNews(units, history, null)).toEqual(new Set(["lan", "hoa", "cuong", "tu"]));
  });
});

describe("four eyes", () => {
  const texts = byLang((lang) => `${lang} 2`);
  const approval: Approval = {
    unit: "p",
    pairHash: pairHash(
      "p",
      null,
      byLang((lang) => `${lang} 1`),
    ),
    texts: { vi: "vi 1", zh: "zh 1" },
    by: "minh",
    at: new Date(10),
    reason: null,
  };
  const edit = (by: string, lang: string, at: number) => ({ unit: "p", lang, text: "", by, at: new Date(at) });

  it("cover everyone who touched the words since the last approval, whoever finished them", () => {
    const edits = [edit("cu", "vi", 5), edit("lan", "vi", 11), edit("hoa", "vi", 12), edit("lan", "zh", 13)];
    expect(authorsSince(approval, edits, texts)).toEqual(new Set(["lan", "hoa"]));
    expect(authorsSince(null, edits, texts)).toEqual(new Set(["cu", "lan", "hoa"]));
  });

  it("do not cover a language whose words are what was approved", () => {
    expect(authorsSince(approval, [edit("lan", "zh", 11), edit("hoa", "vi", 12)], { vi: "vi 2", zh: "zh 1" })).toEqual(new Set(["hoa"]));
  });

  it("cover those who changed the structure", () => {
    const same = { ...approval, texts };
    expect(authorsSince(same, [edit("lan", "vi", 11)], texts)).toEqual(new Set(["lan"]));
  });
});

describe("interface strings", () => {
  const base = { "nav.home": { vi: "Trang chủ", zh: "首页" }, "nav.search": { vi: "Tìm", zh: "搜索" } };
  const owner = ofStrings("common");
  const row = (key: string, lang: "vi" | "zh", text: string, source?: string): Wording => ({ ...wording(key, lang, text, source), owner });

  it("untouched are published", () => {
    expect(stringUnits(owner, base, [], [], NONE).map((unit) => unit.state)).toEqual(["published", "published"]);
  });

  it("a new source makes the untouched translation stale; a translation of it goes to review", () => {
    const source = row("nav.search", "vi", "Tìm kiếm");
    expect(of(stringUnits(owner, base, [], [source], NONE), "nav.search").state).toBe("stale");
    const both = [source, row("nav.search", "zh", "搜索", "Tìm kiếm")];
    expect(of(stringUnits(owner, base, [], both, NONE), "nav.search").state).toBe("in_review");
    expect(of(stringUnits(owner, base, [], both, NONE), "nav.home").state).toBe("published");
  });

  const override = { namespace: "common", key: "nav.home", texts: { vi: "Đầu trang", zh: "主页" }, baseHash: baseHash(base["nav.home"]) };
  const reworded = { ...base, "nav.home": { vi: "Trang đầu", zh: "首页" } };

  it("an override is what readers see", () => {
    expect(of(stringUnits(owner, base, [override], [], NONE), "nav.home")).toMatchObject({ state: "published", texts: override.texts, formerBase: null });
  });

  it("an override whose base changed is stale with its words, until somebody confirms them over the new base", () => {
    const stale = of(stringUnits(owner, reworded, [override], [], NONE), "nav.home");
    expect(stale).toMatchObject({ state: "stale", texts: override.texts, formerBase: baseHash(base["nav.home"]) });
    const confirmed = [{ ...row("nav.home", "zh", "主页"), sourceHash: stale.sourceHash }];
    expect(of(stringUnits(owner, reworded, [override], confirmed, NONE), "nav.home")).toMatchObject({ state: "published", formerBase: null });
    // And the next deploy asks again.
    expect(of(stringUnits(owner, base, [override], confirmed, NONE), "nav.home").state).toBe("stale");
  });

  it("words at work that nobody published are stale too when their base changes", () => {
    const draft = [{ ...row("nav.home", "zh", "主页"), sourceHash: sourceHashOf("Trang chủ", baseHash(base["nav.home"])) }];
    expect(of(stringUnits(owner, base, [], draft, NONE), "nav.home").state).toBe("in_review");
    expect(of(stringUnits(owner, { ...base, "nav.home": { vi: "Trang chủ", zh: "首頁" } }, [], draft, NONE), "nav.home").state).toBe("stale");
  });

  it("an override that the program has caught up with is not stale", () => {
    expect(of(stringUnits(owner, { ...base, "nav.home": override.texts }, [override], [], NONE), "nav.home")).toMatchObject({
      state: "published",
      formerBase: null,
    });
  });

  it("an override whose placeholders the program no longer fills is not what readers see, and still there to be mended", () => {
    const filled = { ...base, "nav.home": { vi: "Trang chủ {{name}}", zh: "首页{{name}}" } };
    expect(of(stringUnits(owner, filled, [override], [], NONE), "nav.home")).toMatchObject({ state: "stale", texts: override.texts, published: false });
  });
});
