import { describe, expect, it } from "vitest";
import { type ByLang, LANGS } from "../language/languages.ts";
import { baseHash } from "../strings/catalogue.ts";
import { ofArticle, ofStrings, textHash, type Wording } from "../translation/wording.ts";
import { type DeskContext, deskUnit, languageState, moreUrgent, progressOf } from "./desk.ts";
import { articleUnits, stringUnits, type Unit } from "./units.ts";

const AT = new Date("2026-11-23T00:00:00Z");
const owner = ofArticle("a1");

const wording = (unit: string, lang: "vi" | "zh", text: string, source: string | null, by = "lan"): Wording => ({
  owner,
  unit,
  lang,
  text,
  sourceHash: source === null ? null : textHash(source),
  revision: 1,
  editedBy: by,
  editedAt: AT,
});

function unitsOf(wordings: Wording[]): Unit[] {
  const about = { kind: "article" as const, notice: null, topic: "hours", gates: [], agency: "border-guard", verifiedOn: null, verifyAgainBy: null };
  return articleUnits(
    { id: "a1", slug: "gio", sourceLang: "vi", revision: 1, tree: [], about, withdrawnAt: null },
    wordings,
    { approvals: new Map(), returns: new Map() },
    null,
  );
}

const title = (wordings: Wording[]): Unit => unitsOf(wordings).find((unit) => unit.unit === "title") as Unit;
const context: DeskContext = {
  memberId: "minh",
  beyondLimits: false,
  edits: [],
  judgement: { issues: [], waived: [] },
  formerSources: [],
  bases: null,
  readersSee: null,
  nameOf: (id) => (id === "lan" ? "Lan" : null),
};

describe("a unit on the desk", () => {
  const stale = title([wording("title", "vi", "Mở lúc tám giờ", null), wording("title", "zh", "七点开放", "Mở lúc bảy giờ")]);

  it("shows a stale translation how its source has changed", () => {
    const seen = deskUnit(stale, { ...context, formerSources: ["khác", "Mở lúc bảy giờ"] });
    expect(seen.words.zh.freshness).toBe("stale");
    expect(seen.words.zh.sourceChange?.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "bảy" },
      { kind: "added", text: "tám" },
    ]);
  });

  it("says nothing of the change where the former source is not known", () => {
    expect(deskUnit(stale, context).words.zh.sourceChange).toBeNull();
  });

  describe("of a string whose program brings along another text than before", () => {
    const before = { vi: "Còn 3 ngày", zh: "还有3天" };
    const texts = { vi: "Thời gian còn lại: 3 ngày", zh: "剩余时间：3天" };
    const seenOver = (now: ByLang<string>, former: ByLang<string>[]) => {
      const [unit] = stringUnits(ofStrings("n"), { k: now }, [{ namespace: "n", key: "k", texts, baseHash: baseHash(before) }], [], {
        approvals: new Map(),
        returns: new Map(),
      });
      return deskUnit(unit as Unit, { ...context, bases: { now, former } });
    };

    it("shows how that changed, in each language, and not that the source did", () => {
      const seen = seenOver({ vi: "Còn 5 ngày", zh: "还有5天" }, [texts, before]);
      expect(seen.words.zh).toMatchObject({ freshness: "stale", sourceChanged: false, sourceChange: null, trivialChange: false });
      expect(seen.newBase?.change?.zh).toEqual([
        { kind: "same", text: "还有" },
        { kind: "removed", text: "3" },
        { kind: "added", text: "5" },
        { kind: "same", text: "天" },
      ]);
    });

    it("is confirmed with one key only where no more than spacing or punctuation changed, in every language", () => {
      expect(seenOver({ vi: "Còn 3 ngày.", zh: "还有3天。" }, [before]).words.zh.trivialChange).toBe(true);
      expect(seenOver({ vi: "Còn 3 ngày.", zh: "还有4天。" }, [before]).words.zh.trivialChange).toBe(false);
    });

    it("says so where the former text is no longer known", () => {
      const seen = seenOver({ vi: "Còn 3 ngày.", zh: "还有3天。" }, []);
      expect(seen.newBase).toEqual({ texts: { vi: "Còn 3 ngày.", zh: "还有3天。" }, change: null });
      expect(seen.words.zh.trivialChange).toBe(false);
    });
  });

  it("names the writer, and the refusal before anybody tries", () => {
    const mine = deskUnit(title([wording("title", "vi", "Giờ", null), wording("title", "zh", "时间", "Giờ")]), {
      ...context,
      memberId: "lan",
      edits: [{ lang: "vi", by: "lan", at: AT }],
    });
    expect(mine.words.vi.editor).toBe("Lan");
    expect(mine.refusal).toBe("own_work");
  });

  it("lists what changes for readers, in each language", () => {
    const unit = title([wording("title", "vi", "Giờ mới", null), wording("title", "zh", "新时间", "Giờ mới")]);
    const { forReaders } = deskUnit(unit, { ...context, readersSee: { vi: "Giờ", zh: "时间" } });
    expect(forReaders?.zh).toEqual([
      { kind: "added", text: "新" },
      { kind: "same", text: "时间" },
    ]);
    expect(deskUnit({ ...unit, published: true }, { ...context, readersSee: unit.texts as ByLang<string> }).forReaders).toBeNull();
  });

  it("is plain data: what JSON carries is what was shown", () => {
    const seen = deskUnit(stale, context);
    expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
  });
});

describe("where a language stands", () => {
  it("an unwritten source is missing, and its translation with it", () => {
    const unit = title([]);
    expect(LANGS.map((lang) => languageState(unit, lang))).toEqual(["missing", "missing"]);
  });

  it("a changed source waits for review while its translation is stale", () => {
    const unit = title([wording("title", "vi", "mới", null), wording("title", "zh", "旧", "cũ")]);
    expect([languageState(unit, "vi"), languageState(unit, "zh")]).toEqual(["in_review", "stale"]);
  });

  it("a structure has no words that could be missing", () => {
    const structure = unitsOf([])[0] as Unit;
    expect(LANGS.map((lang) => languageState(structure, lang))).toEqual(["in_review", "in_review"]);
  });

  it("stale work comes before missing work", () => {
    const stale = progressOf([title([wording("title", "vi", "mới", null), wording("title", "zh", "旧", "cũ")])]);
    const missing = progressOf(unitsOf([wording("title", "vi", "mới", null)]));
    expect([missing, stale].sort(moreUrgent)).toEqual([stale, missing]);
  });
});
