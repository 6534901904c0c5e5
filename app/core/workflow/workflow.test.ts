import { describe, expect, it } from "vitest";
import type { Article } from "../articles/article.ts";
import { type Edition, editionHash, makeEditionBody } from "../articles/edition.ts";
import { byLang } from "../language/languages.ts";
import { ofArticle, ofStrings, textHash, type Wording } from "../translation/wording.ts";
import { type Approval, authorsSince, pairHash, STRUCTURE_UNIT } from "./approval.ts";
import { articleState, isReady } from "./state.ts";
import { articleUnits, stringUnits, textsOf, type Unit } from "./units.ts";

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
const approveAll = (units: Unit[]) =>
  new Map(units.map((unit): [string, Approval] => [unit.unit, { unit: unit.unit, pairHash: unit.hash, texts: unit.texts, by: "minh", at: now }]));
const of = (units: Unit[], unit: string) => units.find((one) => one.unit === unit) as Unit;
const replaced = (unit: string, lang: "vi" | "zh", text: string) => words.map((row) => (row.unit === unit && row.lang === lang ? { ...row, text } : row));

describe("where a pair stands", () => {
  const fresh = articleUnits(article, words, new Map(), null);
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
    const edition: Edition = { id: "e", articleId: "a1", number: 1, slug: "a", body, contentHash: editionHash(body), publishedAt: now, publishedBy: null, note: null };
    const live = articleUnits(article, words, new Map(), edition);
    expect(live.every(isReady)).toBe(true);
    expect(articleState(live, false)).toBe("published");
    expect(isReady(of(articleUnits(article, replaced("p", "zh", "另一句"), new Map(), edition), "p"))).toBe(false);
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
    expect(stringUnits(owner, base, [], [], new Map()).map((unit) => unit.state)).toEqual(["published", "published"]);
  });

  it("a new source makes the untouched translation stale; a translation of it goes to review", () => {
    const source = row("nav.search", "vi", "Tìm kiếm");
    expect(of(stringUnits(owner, base, [], [source], new Map()), "nav.search").state).toBe("stale");
    const both = [source, row("nav.search", "zh", "搜索", "Tìm kiếm")];
    expect(of(stringUnits(owner, base, [], both, new Map()), "nav.search").state).toBe("in_review");
    expect(of(stringUnits(owner, base, [], both, new Map()), "nav.home").state).toBe("published");
  });

  it("an override is what readers see, and survives a change of its base", () => {
    const override = { namespace: "common", key: "nav.home", texts: { vi: "Đầu trang", zh: "主页" }, baseHash: "old" };
    const unit = of(stringUnits(owner, base, [override], [], new Map()), "nav.home");
    expect(unit).toMatchObject({ state: "published", texts: override.texts });
  });
});
