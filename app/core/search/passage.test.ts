import { describe, expect, test } from "vitest";
import type { SearchDocument } from "./document.ts";
import { needlesOf } from "./needles.ts";
import { present } from "./passage.ts";

const cash: SearchDocument = {
  id: "article:mang-tien-mat",
  kind: "article",
  slug: "mang-tien-mat",
  topic: "cash",
  gates: [],
  versions: {
    vi: {
      title: "Mang tiền mặt qua biên giới",
      passages: [
        { segment: "summary", text: "Mang trên 5.000 USD thì phải khai báo với hải quan." },
        { segment: "form", text: "Xin tờ khai ở quầy, ghi đủ số tiền và ký tên." },
        { segment: "limits", text: "Tiền Việt Nam 15 triệu đồng" },
        { segment: "limits", text: "Nhân dân tệ chưa công bố" },
      ],
    },
    zh: {
      title: "携带现金过境",
      passages: [
        { segment: "summary", text: "携带超过5000美元的，须向海关申报。" },
        { segment: "form", text: "在柜台索取申报单，写明金额并签名。" },
        { segment: "limits", text: "越南货币1500万越南盾" },
        { segment: "limits", text: "人民币尚未公布" },
      ],
    },
  },
};

const shown = (query: string, lang: "vi" | "zh", document = cash) => {
  const { title, passage } = present(document, needlesOf(query), lang);
  const text = (parts: { text: string; hit: boolean }[]) => parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join("");
  return { title: text(title), segment: passage?.segment ?? null, text: passage && text(passage.marked) };
};

describe("a hit as shown", () => {
  test("opens at the passage that holds most of the query", () => {
    expect(shown("ky ten to khai", "vi")).toMatchObject({ segment: "form", text: expect.stringContaining("[ký tên]") });
  });

  test("shows the same passage in the reader's language when the other language was typed", () => {
    expect(shown("签名", "vi")).toEqual({ title: "Mang tiền mặt qua biên giới", segment: "form", text: "Xin tờ khai ở quầy, ghi đủ số tiền và ký tên." });
    expect(shown("khai báo hải quan", "zh")).toMatchObject({ segment: "summary", text: "携带超过5000美元的，须向海关申报。" });
  });

  test("finds the twin by its place where a segment has several passages", () => {
    expect(shown("Nhân dân tệ", "zh")).toMatchObject({ segment: "limits", text: "人民币尚未公布" });
  });

  test("prefers the reader's own language where both hold the query", () => {
    expect(shown("5000", "zh").text).toBe("携带超过[5000]美元的，须向海关申报。");
    expect(shown("5000", "vi").text).toBe("Mang trên [5.000] USD thì phải khai báo với hải quan.");
  });

  test("shows the summary when only the name was met", () => {
    const summary = { segment: "summary", text: "携带超过5000美元的，须向海关申报。" };
    expect(shown("过境", "zh")).toEqual({ title: "携带现金[过境]", ...summary });
    expect(shown("xianjin", "zh")).toEqual({ title: "携带[现金]过境", ...summary });
    expect(shown("xianjin", "vi")).toMatchObject({ title: "Mang tiền mặt qua biên giới", segment: "summary" });
  });

  test("marks a name by its pinyin, its joined syllables or its initials", () => {
    expect(shown("xdxj", "zh").title).toBe("[携带现金]过境");
    expect(shown("xian j", "zh").title).toBe("携带[现金]过境");
    expect(shown("tienmat", "vi").title).toBe("Mang [tiền mặt] qua biên giới");
    expect(shown("qbg", "vi").title).toBe("Mang tiền mặt [qua biên giới]");
    expect(shown("xdxd", "zh").title).toBe("携带现金过境");
  });

  test("takes words in a row for more than the same words here and there", () => {
    const passages = [
      { segment: "apart", text: "Cả hai cơ quan cùng làm việc ở đây mỗi ngày trong tuần." },
      { segment: "row", text: "Quầy hải quan ở tầng một." },
    ];
    expect(shown("hai quan", "vi", { ...cash, versions: { ...cash.versions, vi: { title: "Làm việc", passages } } }).segment).toBe("row");
  });

  test("is cut around its first mark when it is long, between words, never inside a character", () => {
    const long = `${"Trước khi đi xin xem kỹ. ".repeat(30)}Quầy hải quan ở đây. ${"Sau đó xin chờ. ".repeat(30)}`;
    const text =
      shown("hải quan", "vi", { ...cash, versions: { ...cash.versions, vi: { title: "Quầy", passages: [{ segment: "long", text: long }] } } }).text ?? "";
    expect(text).toContain("[hải quan]");
    expect(text.length).toBeLessThan(260);
    expect(text).toMatch(/^…\S.*\S…$/u);
    const astral = "𠮷".repeat(400);
    const cut = shown("hải quan", "vi", {
      ...cash,
      versions: { ...cash.versions, vi: { title: "Quầy", passages: [{ segment: "long", text: `${astral}hải quan${astral}` }] } },
    });
    expect(cut.text?.isWellFormed()).toBe(true);
  });
});
