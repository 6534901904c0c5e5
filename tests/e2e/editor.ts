import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { listens } from "./people.ts";

/** What tests do with the editor as people do it. */

export const text = (page: Page) => page.getByRole("textbox", { name: "Nội dung bài viết" });

/** Waits until what was done is told everywhere: browsers tell of a moved cursor a moment later, and what is drawn follows what was typed. */
export const told = (page: Page): Promise<void> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** Waits until all that was written is saved. @param timeout ms; after a failure it is tried again later and later */
export async function saved(page: Page, timeout = 60_000): Promise<void> {
  await told(page);
  await expect(page.locator(".w-save")).toHaveAttribute("data-state", "saved", { timeout });
}
export const tool = (page: Page, name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });

export async function newArticle(page: Page, title: string): Promise<void> {
  await page.goto("/workbench/articles/new");
  await page.getByLabel("Tiêu đề").fill(title);
  await page.getByLabel("Chủ đề").selectOption({ index: 1 });
  await page.getByLabel("Cơ quan chịu trách nhiệm").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Tạo bài và bắt đầu soạn" }).click();
  await expect(text(page)).toContainText(title);
  await listens(page);
}

/** Pastes HTML and a photograph as one event, as the system does. */
export async function paste(page: Page, html: string | null, file: Buffer | null = null): Promise<void> {
  await text(page).evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer();
      if (given.html) {
        clipboardData.setData("text/html", given.html);
        clipboardData.setData("text/plain", "x");
      }
      if (given.file) clipboardData.items.add(new File([Uint8Array.from(given.file)], "image.jpg", { type: "image/jpeg" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, file: file && [...file] },
  );
}

/** Says whose the picture is, uploads it, and takes all of it; the cursor is back in the text then. */
export async function uploadAndUse(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Ảnh của ai").fill("Cán bộ Trung tâm chụp");
  await dialog.getByRole("button", { name: "Tải ảnh lên" }).click();
  await expect(dialog.getByRole("heading", { name: "Chọn phần ảnh cần dùng" })).toBeVisible();
  await dialog.getByRole("button", { name: "Dùng ảnh này" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await told(page);
}
