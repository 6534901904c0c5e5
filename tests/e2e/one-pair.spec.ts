import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { invite, join, listens, openDesk, openKiosk, person } from "./people.ts";
import { openSite } from "./site.ts";

const ARTICLE = "mang-tien-mat";
const SEGMENT = "where-desk";

/** Edits one language of a unit at the desk and waits until it is kept. */
async function edit(desk: Page, field: RegExp, text: string): Promise<void> {
  const box = desk.getByRole("textbox", { name: field });
  await box.fill(text);
  const form = desk.locator("form.editor").filter({ has: box });
  await form.getByRole("button").first().click();
  await expect(form.getByRole("status")).toHaveText("Đã lưu");
}

test("one pair goes from a translator's desk to both visitors, to search and to a kiosk, in the same instant", async ({ browser }, { project }) => {
  // From nothing: this is the whole way.
  const site = await openSite(project.name, undefined, "nothing");
  try {
    const administrator = await person(browser, site.origin);
    await join(administrator.page, site.firstLink, "Hoàng Văn Quản", "quan@langson.example");
    const links = {
      lan: await invite(administrator.page, "lan@langson.example", ["Người dịch"]),
      minh: await invite(administrator.page, "minh@langson.example", ["Người duyệt"]),
      hoa: await invite(administrator.page, "hoa@langson.example", ["Người xuất bản"]),
    };
    const [translator, reviewer, publisher] = [await person(browser, site.origin), await person(browser, site.origin), await person(browser, site.origin)];
    await join(translator.page, links.lan, "Nông Thị Lan", null);
    await join(reviewer.page, links.minh, "Lý Minh", null);
    await join(publisher.page, links.hoa, "Vi Thị Hoa", null);

    const [visitor, traveller] = [await person(browser, site.origin), await person(browser, site.origin)];
    const kiosk = await person(browser, site.origin, { serviceWorkers: "allow" });
    await visitor.page.goto(`/vi/articles/${ARTICLE}`);
    await traveller.page.goto(`/zh/articles/${ARTICLE}`);
    await openKiosk(kiosk.page);
    await kiosk.page.getByRole("button", { name: "中文" }).click();
    await kiosk.page.getByRole("button", { name: /现金/ }).first().click();
    await kiosk.page
      .getByRole("button", { name: /携带现金出入境/ })
      .first()
      .click();
    const onKiosk = kiosk.page.locator(`#s-${SEGMENT}`);
    await expect(onKiosk).toBeVisible();
    const before = await onKiosk.textContent();

    // The translator changes both languages of one paragraph: first the source, which makes its translation stale.
    const vi = `Tại quầy số ${project.name.length}, khu kiểm tra hải quan, trước khi kiểm tra hành lý.`;
    const zh = `请在海关查验区${project.name.length}号柜台办理，须在行李检查之前。`;
    const desk = translator.page;
    await openDesk(desk, `/workbench/articles/${ARTICLE}?unit=${SEGMENT}`);
    const unit = desk.locator(`#u-${SEGMENT}`);
    await unit.getByRole("textbox").first().fill(vi);
    await unit.getByRole("button", { name: "Lưu" }).first().click();
    await expect(unit.getByText("Nguồn đã đổi", { exact: true })).toBeVisible();
    await unit.getByRole("textbox").nth(1).fill(zh);
    await unit.getByRole("button", { name: "Lưu theo nguồn mới" }).click();
    await expect(unit.getByText("Chờ duyệt", { exact: true })).toBeVisible();
    // One's own work can't be approved, nor published by a translator.
    await expect(unit.getByRole("button", { name: "Duyệt cặp này" })).toHaveCount(0);
    await expect(desk.getByRole("button", { name: "Công bố cả hai ngôn ngữ" })).toHaveCount(0);

    // And one interface string.
    await openDesk(desk, "/workbench/strings/visitor?unit=search.button&q=search.button");
    await edit(desk, /search\.button, Tiếng Việt/, "Tìm ngay");
    await edit(desk, /search\.button, 中文/, "立即搜索");

    // Nothing of it is public yet.
    await visitor.page.reload();
    await expect(visitor.page.locator(`#s-${SEGMENT}`)).not.toContainText(vi);
    await expect(visitor.page.getByRole("button", { name: "Tìm ngay" })).toHaveCount(0);

    // A second person approves the pair, a third publishes it.
    await openDesk(reviewer.page, `/workbench/articles/${ARTICLE}#u-${SEGMENT}`);
    await reviewer.page.locator(`#u-${SEGMENT}`).getByRole("button", { name: "Duyệt cặp này" }).click();
    await expect(reviewer.page.locator(`#u-${SEGMENT}`).getByText("Đã duyệt", { exact: true })).toBeVisible();
    await openDesk(reviewer.page, "/workbench/strings/visitor?unit=search.button&q=search.button");
    await reviewer.page.getByRole("button", { name: "Duyệt cặp này" }).click();
    await expect(reviewer.page.locator(".chip").getByText("Đã duyệt", { exact: true })).toBeVisible();

    await publisher.page.goto(`/workbench/articles/${ARTICLE}/publish`);
    await publisher.page.getByRole("button", { name: "Công bố cả hai ngôn ngữ" }).click();
    await expect(publisher.page.getByText("Người đọc đang thấy đúng những lời này.").first()).toBeVisible();

    // The open kiosk shows it without a reload, in place; both visitors at their next look, and search.
    await expect(onKiosk).toContainText(zh);
    expect(before).not.toContain(zh);
    await visitor.page.reload();
    await traveller.page.reload();
    await expect(visitor.page.locator(`#s-${SEGMENT}`)).toContainText(vi);
    await expect(traveller.page.locator(`#s-${SEGMENT}`)).toContainText(zh);
    await traveller.page.goto(`/zh/search?q=${encodeURIComponent("海关查验区")}`);
    await expect(
      traveller.page
        .getByRole("main")
        .getByRole("link", { name: /携带现金出入境/ })
        .first(),
    ).toBeVisible();
    await visitor.page.goto("/vi/search?q=khu+kiem+tra+hai+quan");
    await expect(
      visitor.page
        .getByRole("main")
        .getByRole("link", { name: /Mang tiền mặt/ })
        .first(),
    ).toBeVisible();

    await openDesk(publisher.page, "/workbench/strings/visitor");
    await publisher.page.getByRole("button", { name: /^Công bố 1 cặp/ }).click();
    await expect(publisher.page.getByText("Không có cặp nào đã duyệt mà chưa công bố.")).toBeVisible();
    await visitor.page.goto("/vi");
    await traveller.page.goto("/zh");
    await expect(visitor.page.getByRole("button", { name: "Tìm ngay" })).toBeVisible();
    await expect(traveller.page.getByRole("button", { name: "立即搜索" })).toBeVisible();

    // The server goes away: the kiosk goes on, also through a reload; and when it is back, so is everything published.
    await expect.poll(() => kiosk.page.evaluate(() => caches.match("/kiosk/huu-nghi", { ignoreSearch: true }).then(Boolean))).toBe(true);
    await site.stop();
    await expect(onKiosk).toContainText(zh);
    await kiosk.page.getByRole("button", { name: /Tiếng Việt/ }).click();
    await expect(onKiosk).toContainText(vi);
    await kiosk.page.reload();
    await listens(kiosk.page);
    await kiosk.page.getByRole("button", { name: "Tiếng Việt" }).click();
    await expect(kiosk.page.getByRole("heading", { name: "Quý khách cần biết điều gì?" })).toBeVisible();
    await site.start();
    await visitor.page.goto(`/vi/articles/${ARTICLE}`);
    await expect(visitor.page.locator(`#s-${SEGMENT}`)).toContainText(vi);
    await expect(visitor.page.getByRole("button", { name: "Tìm ngay" })).toBeVisible();
  } finally {
    await site.remove();
  }
});
