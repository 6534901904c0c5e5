import type { Locator, Page } from "@playwright/test";
import { LANGUAGES } from "../../app/core/language/languages.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { joinAll, listens, person } from "./people.ts";
import { openSite, type Site } from "./site.ts";

/** The hours of Chi Ma, which several of the starting pages show, and the gate's own page. */
const FACT = "hours-chi-ma-passengers";
const FACT_PAGE = `/workbench/facts/${FACT}`;
const before = { vi: "07:00–17:00 giờ Hà Nội", zh: "北京时间08:00—18:00", gate: { vi: /07:00\s?–\s?17:00/, zh: /08:00\s?–\s?18:00/ } };
const after = { vi: "07:00–18:00 giờ Hà Nội", zh: "北京时间08:00—19:00", gate: { vi: /07:00\s?–\s?18:00/, zh: /08:00\s?–\s?19:00/ } };

test.describe.configure({ mode: "serial" });

let own: Site & { remove(): Promise<void> };
const people: Record<"lan" | "minh" | "visitor", Page> = {} as never;
/** Its articles among the pages. */
const ARTICLES = ["cua-khau-chi-ma", "gio-mo-cua", "binh-nghi-na-hinh-na-nua"];
const GATE = "chi-ma";

test.beforeAll(async ({ browser }) => {
  own = await openSite("sqlite");
  const members = { lan: ["Nông Thị Lan", "Tác giả", "Người dịch"], minh: ["Lý Minh", "Người duyệt"] } as const;
  Object.assign(people, await joinAll(browser, own, members));
  people.visitor = (await person(browser, own.origin)).page;
});
test.afterAll(() => own.remove());

/** What visitors read on every page that shows the fact, in each language. */
async function read(text: typeof before): Promise<void> {
  for (const lang of ["vi", "zh"] as const)
    for (const [page, words] of [...ARTICLES.map((slug) => [`articles/${slug}`, text[lang]] as const), [`gates/${GATE}`, text.gate[lang]] as const]) {
      await people.visitor.goto(`/${lang}/${page}`);
      await expect(people.visitor.getByRole("main"), `${lang} ${page}`).toContainText(words);
    }
}

/** Every page that shows the fact is named, and the gate. */
async function expectTouched(region: Locator): Promise<void> {
  for (const slug of ARTICLES) await expect(region.locator(`a[href^="/workbench/articles/${slug}"]`).first()).toBeVisible();
  await expect(region.getByText("Giờ mở cửa của cửa khẩu: Chi Ma")).toBeVisible();
}

test("a translator who also writes proposes a new value and sees as one types what readers would see", async () => {
  const { lan } = people;
  await lan.goto("/workbench");
  await lan.getByRole("navigation").getByRole("link", { name: "Số liệu", exact: true }).click();
  await lan.getByLabel("Tìm theo tên").fill("hanh khach qua chi ma");
  await lan.getByRole("button", { name: "Xem", exact: true }).click();
  await lan.getByRole("link", { name: "Hành khách qua Chi Ma" }).click();

  await expectTouched(lan.getByRole("region", { name: "Các trang có số liệu này" }));
  await read(before);

  await listens(lan);
  const form = lan.locator("#propose");
  const closes = form.getByLabel("Đóng cửa lúc (giờ Hà Nội)");
  await closes.fill("18:00");
  await expect(form.getByText(after.vi)).toBeVisible();
  await expect(form.getByText(after.zh)).toBeVisible();
  await closes.fill("06:00");
  await expect(form.getByText(after.vi)).toHaveCount(0);
  await form.getByLabel("Lý do").fill("Nghị định mới có hiệu lực.");
  await form.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(lan.getByText("Xin ghi giờ đóng cửa, sau giờ mở cửa.").first()).toBeVisible();
  await listens(lan);
  await closes.fill("18:00");
  await form.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(lan.getByText("Đã gửi đề nghị.")).toBeVisible();
  // One's own is another's to confirm.
  await expect(lan.getByText("Đây là đề nghị của quý vị")).toBeVisible();
  await expect(lan.getByRole("button", { name: "Xác nhận cho người đọc thấy" })).toHaveCount(0);
  await read(before);
});

test("the pages about facts are accessible in both languages, light and dark, and fit a phone", async () => {
  const { minh } = people;
  const paths = ["/workbench/facts", FACT_PAGE, "/workbench/facts/new?type=hours"];
  for (const { tag, name } of [...LANGUAGES].reverse()) {
    await minh.goto("/workbench");
    await minh.getByRole("banner").getByRole("button", { name }).click();
    await expect(minh.locator("html")).toHaveAttribute("lang", tag);
    for (const path of paths) {
      await minh.goto(path);
      for (const details of await minh.locator("main details").all()) await details.evaluate((element) => element.setAttribute("open", ""));
      for (const colorScheme of ["light", "dark"] as const) {
        await minh.emulateMedia({ colorScheme });
        await expectAccessible(minh, `${path} ${tag} ${colorScheme}`);
      }
    }
  }
  await minh.emulateMedia({ colorScheme: "light" });
  const size = minh.viewportSize();
  await minh.setViewportSize({ width: 360, height: 740 });
  for (const path of paths) {
    await minh.goto(path);
    expect(await minh.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
  if (size) await minh.setViewportSize(size);
});

test("a reviewer sees every page it touches and confirms; all of them change together in both languages", async () => {
  const { minh } = people;
  await minh.goto(FACT_PAGE);
  const change = minh.getByRole("region", { name: "Đề nghị thay đổi đang chờ" });
  await expect(change.getByText("Nghị định mới có hiệu lực.")).toBeVisible();
  await expect(change.getByText(after.zh).first()).toBeVisible();
  await expectTouched(change);
  await change.getByRole("button", { name: "Xác nhận cho người đọc thấy" }).click();
  await expect(minh.getByText("Đã xác nhận. Người đọc thấy giá trị mới")).toBeVisible();
  await read(after);
  await minh.goto(`/workbench/articles/${ARTICLES[0]}/history`);
  await expect(minh.getByRole("region", { name: "Các bản công bố" }).getByRole("listitem")).toHaveCount(2);
});
