import { createInstance } from "i18next";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import viCommon from "../../../locales/vi/common.json" with { type: "json" };
import vi from "../../../locales/vi/visitor.json" with { type: "json" };
import zhCommon from "../../../locales/zh/common.json" with { type: "json" };
import zh from "../../../locales/zh/visitor.json" with { type: "json" };
import type { Lang } from "../../core/language/languages.ts";
import { options } from "../../i18n/options.ts";
import { SearchPage } from "./search-page.tsx";

type Props = ComponentProps<typeof SearchPage>;

const NOTHING: Props = {
  query: "",
  narrowing: { topic: null, gate: null },
  hits: [],
  cut: false,
  facets: { topics: [], gates: [] },
  meant: null,
  busy: false,
  topics: [],
};

function page(lang: Lang, props: Partial<Props>): string {
  const instance = createInstance();
  void instance.init({ ...options, lng: lang, resources: { vi: { common: viCommon, visitor: vi }, zh: { common: zhCommon, visitor: zh } } });
  return renderToStaticMarkup(
    <I18nextProvider i18n={instance}>
      <SearchPage {...NOTHING} {...props} />
    </I18nextProvider>,
  );
}

/** The words of the part of a page that begins with `open`. */
const within = (html: string, open: string): string => html.slice(html.indexOf(open)).split(/<\/(?:h2|p)>/, 1)[0] ?? "";

describe("words of the other language on the search page carry its tag", () => {
  it("in the query that found nothing, whichever page it was typed on", () => {
    expect(within(page("vi", { query: "龙虾" }), "<h2")).toContain('“<span lang="zh-Hans">龙虾</span>”');
    expect(within(page("zh", { query: "tôm hùm" }), "<h2")).toContain('“<span lang="vi">tôm hùm</span>”');
  });

  it("and a query in the page's own language, or in letters that both use, carries none", () => {
    expect(within(page("vi", { query: "tôm hùm" }), "<h2")).not.toContain("lang=");
    expect(within(page("zh", { query: "龙虾" }), "<h2")).not.toContain("lang=");
    for (const lang of ["vi", "zh"] as const) expect(within(page(lang, { query: "longxia 113" }), "<h2")).not.toContain("lang=");
  });

  it("in the way back from a narrowing that left nothing", () => {
    const narrowing = { topic: "cash", gate: null };
    expect(page("vi", { query: "龙虾", narrowing })).toMatch(/<a href="\/vi\/search\?q=[^"]+">[^<]*“<span lang="zh-Hans">龙虾<\/span>”/);
    expect(page("zh", { query: "tôm hùm", narrowing })).toMatch(/<a href="\/zh\/search\?q=[^"]+">[^<]*“<span lang="vi">tôm hùm<\/span>”/);
  });

  it("in the spelling that was meant", () => {
    expect(within(page("vi", { query: "电子千证", meant: "电子签证" }), '<p class="meant"')).toContain('<span lang="zh-Hans">电子签证</span>');
    expect(within(page("zh", { query: "huu ngi", meant: "Hữu Nghị" }), '<p class="meant"')).toContain('<span lang="vi">Hữu Nghị</span>');
    expect(within(page("zh", { query: "电子千证", meant: "电子签证" }), '<p class="meant"')).not.toContain("lang=");
  });

  it("in a hit's title and passage, inside and outside the marks", () => {
    const hit = (text: string, marked: string) => ({
      id: "gate:tan-thanh",
      kind: "gate" as const,
      slug: "tan-thanh",
      title: [{ text, hit: false }],
      passage: { segment: "summary", marked: [{ text: marked, hit: true }] },
    });
    const html = page("vi", { query: "浦寨", hits: [hit("Tân Thanh (新清)", "浦寨")] });
    expect(html).toContain('Tân Thanh (<span lang="zh-Hans">新清</span>)');
    expect(html).toContain('<mark><span lang="zh-Hans">浦寨</span></mark>');
    expect(page("zh", { query: "x", hits: [hit("Na Hình口岸", "Na Hình")] })).toContain('<mark><span lang="vi">Na Hình</span></mark>');
  });
});
