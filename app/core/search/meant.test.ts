import { describe, expect, test } from "vitest";
import type { SearchDocument } from "./document.ts";
import { type Lexicon, meantBy } from "./meant.ts";
import { needlesOf } from "./needles.ts";
import { fold, foldedTerms, tokens } from "./normalise.ts";
import { spellingsOfName } from "./other-spellings.ts";

const page = (slug: string, vi: string, zh: string, text = ""): SearchDocument => ({
  id: `article:${slug}`,
  kind: "article",
  slug,
  topic: null,
  gates: [],
  versions: { vi: { title: vi, passages: [{ segment: "summary", text }] }, zh: { title: zh, passages: [] } },
});

const pages = [
  page("thi-thuc", "Thị thực điện tử", "电子签证"),
  page("thong-hanh", "Giấy thông hành", "出入境通行证", "Xin giấy tại xã."),
  page("huu-nghi", "Hữu Nghị", "友谊", "Giờ mở cửa: 7 giờ. Nơi đối diện: Hữu Nghị Quan (友谊关)."),
  page("noi", "Nơi nộp phí", "缴费地点"),
  page("ban-be", "Bằng hữu, nội ngoại", "亲友"),
];

/** A small index in plain words: pages that hold every needle. */
const lexicon: Lexicon = {
  vocabulary: new Map(pages.flatMap(({ versions }) => [versions.vi.title, versions.vi.passages[0]?.text ?? ""].flatMap(foldedTerms)).map((word) => [word, 1])),
  holding: (text) =>
    pages.filter(({ versions }) => {
      const all = [versions.vi, versions.zh].flatMap((version) => [version.title, ...version.passages.map((passage) => passage.text)]).join(" ");
      const words = new Set(foldedTerms(all));
      return needlesOf(text).every((needle) => (needle.kind === "han" ? fold(all).includes(needle.folded) : words.has(needle.folded)));
    }),
  sounding: (pinyin) => pages.filter(({ versions }) => spellingsOfName(tokens(versions.zh.title)).some((spelling) => spelling.startsWith(pinyin))),
};
const meant = (query: string) => meantBy(query, lexicon);

describe("another spelling is offered", () => {
  test("for a slip of the finger, as the page writes it", () => {
    expect(meant("giay thong hahn")).toBe("Giấy thông hành");
    expect(meant("thi thuk dien tu")).toBe("Thị thực điện tử");
    expect(meant("thị thựcc")).toBe("Thị thực");
  });

  test("by the company a word keeps: the neighbour tells which near word was meant", () => {
    expect(meant("huu ngi")).toBe("Hữu Nghị");
  });

  test("with what was right as it was typed", () => {
    expect(meant("gio mo cua o huu ngi")).toBeNull();
    expect(meant("gio huu ngi")).toBe("gio huu nghi");
    expect(meant("giờ hữu ngị")).toBe("giờ hữu nghị");
  });

  test("for characters that sound alike, and for Traditional ones, in Simplified", () => {
    expect(meant("电子千证")).toBe("电子签证");
    expect(meant("電子千證")).toBe("电子签证");
    expect(meant("通形证")).toBe("通行证");
  });
});

describe("nothing is offered", () => {
  test("for what stands as it was typed, nor for what is near nothing", () => {
    for (const query of ["giay thong hanh", "电子签证", "xyzxyz", "龘龘", "", "?!", "112"]) expect(meant(query)).toBeNull();
  });

  test("for a whole sentence", () => {
    expect(meant("toi muon xin giay thong hahn o dau va khi nao")).toBeNull();
  });
});
