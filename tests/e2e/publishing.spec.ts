import type { Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { joinAll, openDesk, person, send } from "./people.ts";
import { openSite, type Site } from "./site.ts";

const ARTICLE = "mang-tien-mat";
const SEGMENT = "where-desk";
const DESK = `/workbench/articles/${ARTICLE}?unit=${SEGMENT}`;
const page_ = (name: string) => `/workbench/articles/${ARTICLE}/${name}`;

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
const people: Record<"lan" | "minh" | "hoa" | "visitor", Page> = {} as never;

test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  const members = { lan: ["Nông Thị Lan", "Người dịch"], minh: ["Lý Minh", "Người duyệt"], hoa: ["Vi Thị Hoa", "Người xuất bản"] } as const;
  Object.assign(people, await joinAll(browser, own, members));
  people.visitor = (await person(browser, own.origin)).page;
});
test.afterAll(() => own.remove());

/** The segment's row at the desk, opened. */
async function row(page: Page) {
  await openDesk(page, DESK);
  return page.locator(`#u-${SEGMENT}`);
}

async function write(page: Page, vi: string, zh: string): Promise<void> {
  const unit = await row(page);
  await unit.getByRole("textbox").first().fill(vi);
  await unit.locator("form.editor").first().getByRole("button", { name: "Lưu" }).click();
  await expect(unit.getByText("Nguồn đã đổi", { exact: true })).toBeVisible();
  await unit.getByRole("textbox").nth(1).fill(zh);
  await unit.getByRole("button", { name: "Lưu theo nguồn mới" }).click();
  await expect(unit.getByText("Chờ duyệt", { exact: true })).toBeVisible();
}

/** What a visitor reads there, in each language. */
async function read(text: { vi: string; zh: string }): Promise<void> {
  for (const [lang, words] of Object.entries(text)) {
    await people.visitor.goto(`/${lang}/articles/${ARTICLE}`);
    await expect(people.visitor.locator(`#s-${SEGMENT}`)).toContainText(words);
  }
}

const before = { vi: "Tại quầy hải quan của cửa khẩu", zh: "进入和离开越南时" };
const first = { vi: "Tại quầy số 4, khu kiểm tra hải quan.", zh: "在海关查验区4号柜台办理。" };
const mended = { vi: "Tại quầy số 5, khu kiểm tra hải quan.", zh: "在海关查验区5号柜台办理。" };

test("a reviewer sends one segment back with a reason; the translator mends it; then it is approved", async () => {
  const { lan, minh } = people;
  await write(lan, first.vi, first.zh);

  const unit = await row(minh);
  await unit.getByText("Trả lại", { exact: true }).click();
  await unit.getByLabel("Cần sửa điều gì").fill("Quầy số 5 mới đúng.");
  await unit.getByRole("button", { name: "Trả lại phần này" }).click();
  await expect(unit.getByText("Quầy số 5 mới đúng.")).toBeVisible();
  // Together with everything else it is not approved by the way.
  await minh.reload();
  await expect(minh.getByText("Không có phần nào quý vị duyệt được lúc này.")).toBeVisible();
  await minh.goto(page_("publish"));
  await expect(minh.getByRole("heading", { name: "Còn 1 điểm phải xong trước khi công bố" })).toBeVisible();
  await expect(minh.getByText("Bị trả lại")).toBeVisible();

  await expect((await row(lan)).getByText("Quầy số 5 mới đúng.")).toBeVisible();
  await write(lan, mended.vi, mended.zh);
  await expect((await row(lan)).getByText("Quầy số 5 mới đúng.")).toHaveCount(0);
  const again = await row(minh);
  await again.getByRole("button", { name: "Duyệt cặp này" }).click();
  await expect(again.getByText("Đã duyệt", { exact: true })).toBeVisible();
  await read(before);
});

test("the publisher sees exactly what will change, schedules it on both clocks, and it goes out in both languages", async () => {
  const { hoa } = people;
  await hoa.goto(page_("publish"));
  const changes = hoa.getByRole("region", { name: "Người đọc sẽ thấy khác" });
  await expect(changes.getByRole("listitem")).toHaveCount(1);
  await expect(changes.locator("ins").filter({ hasText: "5" }).first()).toBeVisible();
  await expect(hoa.getByText("Lý Minh đã duyệt 1 phần:")).toBeVisible();
  await expect(hoa.getByRole("article", { name: "中文" })).toContainText(mended.zh);

  // A time that has gone by is refused, and what was typed stays.
  const at = hoa.getByLabel("Công bố vào lúc (giờ Hà Nội)");
  await at.fill("2020-01-01T08:00:00");
  const gone = hoa.getByText("Xin chọn một thời điểm sau lúc này").first();
  await send(hoa.getByRole("button", { name: "Hẹn giờ công bố" }));
  await expect(gone).toBeVisible();
  await at.fill(hanoi(3_600_000));
  await send(hoa.getByRole("button", { name: "Hẹn giờ công bố" }));
  await expect(hoa.getByText(/giờ Hà Nội \(.*giờ Bắc Kinh\)/)).toBeVisible();
  await expect(hoa.getByText("Đã hẹn giờ công bố", { exact: true }).first()).toBeVisible();
  await read(before);

  // Soon; on a machine that takes longer to say it, later.
  for (const seconds of [3, 10, 30]) {
    await at.fill(hanoi(seconds * 1_000));
    await send(hoa.getByRole("button", { name: "Đổi giờ hẹn" }));
    if (!(await gone.isVisible())) break;
  }
  await expect(async () => {
    await people.visitor.goto(`/zh/articles/${ARTICLE}`);
    await expect(people.visitor.locator(`#s-${SEGMENT}`)).toContainText(mended.zh, { timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  await read(mended);
  await hoa.goto(page_("publish"));
  await expect(hoa.getByText("Người đọc đang thấy đúng những lời này.").first()).toBeVisible();
});

/** An instant from now as a form writes it on Hanoi's clock. */
const hanoi = (milliseconds: number): string => new Date(Date.now() + milliseconds + 7 * 3_600_000).toISOString().slice(0, 19);

test("history shows both editions and what differs; rolling back brings both languages back together", async () => {
  const { hoa } = people;
  await hoa.goto(page_("history"));
  const editions = hoa.getByRole("region", { name: "Các bản công bố" });
  await expect(editions.getByRole("listitem")).toHaveCount(2);
  await expect(hoa.getByRole("region", { name: "Bản số 2 khác bản số 1 thế nào" })).toBeVisible();
  await expect(hoa.getByRole("region", { name: "Mọi thay đổi khi soạn" })).toContainText("Nông Thị Lan");

  await editions.getByText("Trở lại bản số 1").click();
  await editions.getByLabel("Lý do").last().fill("Số quầy chưa được xác nhận.");
  await hoa.getByRole("button", { name: "Cho người đọc thấy lại bản số 1" }).click();
  await expect(hoa.getByText("Người đọc đang thấy lại nội dung của bản công bố số 1.")).toBeVisible();
  await read(before);
  // The words at work are still the newer ones.
  await expect((await row(hoa)).getByRole("textbox").first()).toHaveValue(mended.vi);
});

test("a segment's former words come back to work as a new edit", async () => {
  const { lan } = people;
  await lan.goto(page_("history"));
  // What is shown is what changed; what is restored is the whole text.
  const form = lan.locator("form", { has: lan.locator(`input[name="text"][value="${first.zh}"]`) });
  await form.getByRole("button", { name: "Dùng lại lời này" }).click();
  await expect(lan.getByText("Lời cũ đã trở lại bàn soạn và chờ duyệt.")).toBeVisible();
  await expect((await row(lan)).getByRole("textbox").nth(1)).toHaveValue(first.zh);
});

test("withdrawn with a reason, visitors read the reason in their language; restored, they read the article again", async () => {
  const { hoa, visitor } = people;
  await hoa.goto(page_("withdraw"));
  await hoa.getByLabel("Lý do bằng Tiếng Việt").fill("Thông tin đang được xác nhận lại.");
  await hoa.getByLabel("Lý do bằng 中文").fill("信息正在重新确认。");
  await hoa.getByRole("button", { name: "Thu hồi cả hai ngôn ngữ" }).click();
  await expect(hoa.getByText("Đã thu hồi. Người đọc thấy lý do thay cho bài.")).toBeVisible();
  for (const [lang, reason] of [
    ["vi", "Thông tin đang được xác nhận lại."],
    ["zh", "信息正在重新确认。"],
  ]) {
    expect((await visitor.goto(`/${lang}/articles/${ARTICLE}`))?.status()).toBe(410);
    await expect(visitor.getByText(reason as string)).toBeVisible();
  }
  await hoa.getByRole("button", { name: "Khôi phục cả hai ngôn ngữ" }).click();
  await expect(hoa.getByText("Đã khôi phục.")).toBeVisible();
  await read(before);
});

test("the pages about publishing are accessible in both languages, light and dark, and fit a phone", async () => {
  const { hoa } = people;
  const paths = [page_("publish"), page_("history"), page_("withdraw"), "/workbench/topics", "/workbench/strings/common/history?key=nav.home"];
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await hoa.goto("/workbench");
    await hoa.getByRole("banner").getByRole("button", { name }).click();
    await expect(hoa.locator("html")).toHaveAttribute("lang", tag);
    for (const path of paths) {
      await hoa.goto(path);
      await hoa.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      for (const colorScheme of ["light", "dark"] as const) {
        await hoa.emulateMedia({ colorScheme });
        await expectAccessible(hoa, `${path} ${tag} ${colorScheme}`);
      }
    }
  }
  await hoa.setViewportSize({ width: 360, height: 740 });
  for (const path of paths) {
    await hoa.goto(path);
    expect(await hoa.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});
