import { createInstance } from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import vi from "../../../locales/vi/common.json" with { type: "json" };
import zh from "../../../locales/zh/common.json" with { type: "json" };
import { type ArticleTree, segmentsOf } from "../../core/articles/tree.ts";
import type { Fact } from "../../core/facts/fact.ts";
import type { Lang } from "../../core/language/languages.ts";
import { options } from "../../i18n/options.ts";
import { ArticleBody, type ArticleBodyProps } from "./article-body.tsx";

const instance = createInstance();
void instance.init({ ...options, lng: "vi", resources: { vi: { common: vi }, zh: { common: zh } } });
const render = (element: ReactNode) => renderToStaticMarkup(<I18nextProvider i18n={instance}>{element}</I18nextProvider>);

const TREE: ArticleTree = [
  { id: "where", kind: "heading", level: 2 },
  { id: "desk", kind: "paragraph", verify: "customs" },
  { id: "list", kind: "list", children: [{ id: "one", kind: "item" }] },
  { id: "steps", kind: "steps", verify: "customs", children: [{ id: "first", kind: "item" }] },
  { id: "careful", kind: "callout", tone: "warning" },
  {
    id: "hours",
    kind: "table",
    children: [
      { id: "head", kind: "row", children: [{ id: "head-gate", kind: "cell" }] },
      { id: "row", kind: "row", verify: "customs", children: [{ id: "row-gate", kind: "cell" }] },
    ],
  },
  { id: "limits", kind: "facts", facts: ["cash"] },
  { id: "who", kind: "contact", agency: "customs" },
];

const CASH: Fact = {
  key: "cash",
  label: { vi: "Tiền Việt Nam", zh: "越南盾" },
  value: { type: "money", amount: 15_000_000, currency: "VND" },
  agency: "customs",
  mark: "verify",
  verifiedOn: null,
  verifyAgainBy: "2027-02-23",
  source: "15/2011/TT-NHNN",
};

const wordsOf = (text: string) => Object.fromEntries(segmentsOf(TREE).map((id) => [id, text]));
const AGENCIES = { customs: { name: "Hải quan", phone: null } };

const body = (lang: Lang, text: string, more: Partial<ArticleBodyProps> = {}) =>
  render(<ArticleBody lang={lang} tree={TREE} texts={wordsOf(text)} facts={{ cash: CASH }} agencies={AGENCIES} today="2026-11-23" {...more} />);

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

describe("an article's body", () => {
  it("has an anchor for every segment, the same in every language and in the same order", () => {
    const segments = segmentsOf(TREE).slice(2);
    expect(idsIn(body("vi", "chữ"))).toEqual(expect.arrayContaining(segments.map((id) => `s-${id}`)));
    expect(idsIn(body("zh", "字"))).toEqual(idsIn(body("vi", "chữ")));
  });

  it("names the agency that has still to confirm a paragraph, a list and a row", () => {
    expect(body("vi", "chữ").match(/Chờ xác nhận: Hải quan/g)).toHaveLength(4);
  });

  it("shows a fact by its value, its agency and its document, and marks it where it is overdue", () => {
    expect(body("vi", "chữ")).toMatch(/15 triệu đồng.*15\/2011\/TT-NHNN/s);
    expect(body("vi", "chữ")).not.toContain("Quá hạn");
    expect(body("vi", "chữ", { today: "2027-02-24" })).toContain("Quá hạn xác nhận");
  });

  it("marks an unconfirmed fact within a sentence, unless the sentence carries a mark itself", () => {
    const only = (verify?: string) => body("zh", "限额为{{fact:cash}}", { tree: [{ id: "desk", kind: "paragraph", ...(verify && { verify }) }] });
    expect(only()).toMatch(/1500万越南盾.*待确认/s);
    expect(only("customs").match(/待确认/g)).toHaveLength(1);
  });

  it("says that a phone is not published, in the language of the words", () => {
    expect(body("vi", "chữ")).toContain("chưa công bố");
    expect(body("zh", "字")).toContain("尚未公布");
  });

  it("offers every segment in the other language under the same anchor, without adding to its words", () => {
    const html = body("vi", "chữ", { twins: [{ lang: "zh", href: "/zh/articles/x" }] });
    expect(html).toContain('href="/zh/articles/x#s-desk"');
    expect(html).not.toContain("中文<");
  });

  it("has no way out where links are words", () => {
    const text = "Xem [trang này](https://example.vn) hoặc gọi [113](tel:113)";
    expect(body("vi", text)).toContain('href="https://example.vn"');
    expect(body("vi", text, { links: "words" })).not.toContain("<a ");
  });

  it("leads from a term to its explanation, also within strong words, and leaves all words as they are", () => {
    const terms = { desk: [{ key: "hai-quan", part: 1, from: 0, to: 8 }] };
    const html = body("vi", "Xin **hải quan 海关** giúp", { terms });
    expect(html).toContain('Xin <strong><a class="term" id="w-hai-quan" href="#t-hai-quan">hải quan</a> <span lang="zh-Hans">海关</span></strong> giúp');
    expect(html.match(/class="term"/g)).toHaveLength(1);
  });

  it("keeps what is not markup as text", () => {
    expect(body("vi", "<script>1</script> [x](javascript:alert(1))")).toContain("&lt;script&gt;1&lt;/script&gt; [x](javascript:alert(1))");
  });
});
