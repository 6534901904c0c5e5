import { createInstance } from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { expect, test } from "vitest";
import vi_common from "../../../../locales/vi/common.json";
import vi_kiosk from "../../../../locales/vi/kiosk.json";
import zh_common from "../../../../locales/zh/common.json";
import zh_kiosk from "../../../../locales/zh/kiosk.json";
import { options } from "../../../i18n/options.ts";
import type { KioskContent } from "./content.ts";
import { Kiosk } from "./kiosk.tsx";
import { sampleContent } from "./sample-content.ts";

/** The page as the server sends it. */
function drawn(content: KioskContent): string {
  const i18n = createInstance();
  const resources = { vi: { common: vi_common, kiosk: vi_kiosk }, zh: { common: zh_common, kiosk: zh_kiosk } };
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
