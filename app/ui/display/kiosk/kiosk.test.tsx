import { createInstance } from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { expect, test } from "vitest";
import vi_asking from "../../../../locales/vi/asking.json";
import vi_common from "../../../../locales/vi/common.json";
import vi_kiosk from "../../../../locales/vi/kiosk.json";
import vi_pages from "../../../../locales/vi/pages.json";
import zh_asking from "../../../../locales/zh/asking.json";
import zh_common from "../../../../locales/zh/common.json";
import zh_kiosk from "../../../../locales/zh/kiosk.json";
import zh_pages from "../../../../locales/zh/pages.json";
import { options } from "../../../i18n/options.ts";
import type { KioskContent } from "../content/content.ts";
import { sampleContent, sampleNotice } from "../content/sample-content.ts";
import { Kiosk } from "./kiosk.tsx";

/** The page as the server sends it. */
function drawn(content: KioskContent): string {
  const i18n = createInstance();
  const resources = {
    vi: { common: vi_common, pages: vi_pages, asking: vi_asking, kiosk: vi_kiosk },
    zh: { common: zh_common, pages: zh_pages, asking: zh_asking, kiosk: zh_kiosk },
  };
  void i18n.use(initReactI18next).init({ ...options, lng: "vi", resources });
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Kiosk content={content} />
    </I18nextProvider>,
  );
}

test("a passer-by reads the gate, its status and the way in, in both languages and each under its own tag", () => {
  const page = drawn(sampleContent());
  const open = { vi: vi_common.status.open, zh: zh_common.status.open };
  expect(page).toContain(`<b lang="vi">${open.vi}</b><b lang="zh-Hans">${open.zh}</b>`);
  expect(page).toContain(`<span lang="vi">${vi_kiosk.attract.choose}</span><span lang="zh-Hans">${zh_kiosk.attract.choose}</span>`);
  expect(page.match(/<button[^>]*lang="(vi|zh-Hans)"/g)).toHaveLength(2);
});

test("hours that nobody confirmed show it, and a flow without hours is unknown", () => {
  const page = drawn(sampleContent());
  expect(page).toContain(`<span lang="vi" class="verify">${vi_common.mark.verify}</span>`);
  expect(page).toContain(`<b lang="zh-Hans">${zh_common.status.unknown}</b>`);
});

test("the emergency numbers are words, and nothing on the screen leads out of it", () => {
  const page = drawn(sampleContent());
  for (const number of ["113", "114", "115", "112"]) expect(page).toContain(`<b>${number}</b>`);
  expect(page).not.toMatch(/<a[\s>]|href=|<form|style=/);
});

test("a gate whose Chinese name is not confirmed stands under its Vietnamese name, marked as Vietnamese", () => {
  const [gate] = sampleContent().gates;
  if (!gate) throw new Error("the sample has a gate");
  const page = drawn(sampleContent({ gates: [gate, { ...gate, key: "na-nua", name: { vi: "Nua", zh: null }, hours: {} }] }));
  expect(page.match(/<b lang="vi">Nua<\/b>/g)).toHaveLength(1);
  expect(page).not.toContain('<b lang="zh-Hans">Nua</b>');
});

test("an emergency is alone on the glass, in both languages, with the numbers that help", () => {
  const page = drawn(sampleContent({ notices: [sampleNotice("bao-lu", "emergency")] }));
  expect(page).toContain('data-screen="emergency"');
  expect(page.match(/<h2>bao-lu<\/h2>/g)).toHaveLength(2);
  for (const number of ["113", "114", "115", "112"]) expect(page).toContain(`<b>${number}</b>`);
  expect(page).not.toContain(vi_kiosk.attract.choose);
  expect(page).not.toContain("<button");
});

test("one that has ended, has not begun, or concerns another gate leaves the screen alone", () => {
  for (const notice of [
    sampleNotice("a", "emergency", { until: "2026-11-23T03:00:00.000Z" }),
    sampleNotice("a", "emergency", { from: "2026-11-23T03:00:01.000Z" }),
    sampleNotice("a", "emergency", { gates: ["chi-ma"] }),
  ])
    expect(drawn(sampleContent({ notices: [notice] }))).toContain('data-screen="attract"');
});

test("a notice above the routine stands on the attract screen in both languages", () => {
  const page = drawn(sampleContent());
  expect(page).toContain(`<span lang="vi"><b>${vi_pages.level.priority}</b> bao-lu</span><span lang="zh-Hans"><b>${zh_pages.level.priority}</b> bao-lu</span>`);
});

test("a kiosk in a commune names the commune and shows every gate", () => {
  const site = { key: "xa", position: 0, kind: "commune" as const, name: { vi: "commune vi", zh: "commune zh" } };
  const page = drawn(sampleContent({ site, gate: null }));
  expect(page).toContain('<span lang="vi">commune vi</span><span lang="zh-Hans">commune zh</span>');
  expect(page).toContain('<b lang="vi">gate vi</b>');
});
