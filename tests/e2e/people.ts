import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import type { Site } from "./site.ts";

/** A person with a browser of their own. @param more of how their browser is */
export async function person(browser: Browser, origin: string, more: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: origin, locale: "vi-VN", ...more });
  return { context, page: await context.newPage() };
}

/** What members of these tests sign in with. */
export const PASSWORD = "con trâu đi trước cái cày";

/** Fills the sign-in form; where it leads is the test's to say. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/workbench/sign-in");
  await page.getByLabel("Địa chỉ thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

/** Becomes a member through a one-time link. `email` null: the link names it. */
export async function join(page: Page, link: string, name: string, email: string | null): Promise<void> {
  await page.goto(link);
  if (email) await page.getByLabel("Địa chỉ thư điện tử").fill(email);
  await page.getByLabel("Họ và tên").fill(name);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Tạo tài khoản và đăng nhập" }).click();
  // Home is elsewhere for who does one thing alone.
  await expect(page).toHaveURL(/\/workbench(?!\/join)/);
}

/**
 * @param more fills in what else the form asks
 * @returns the one-time link that the administrator would hand over
 */
export async function invite(administrator: Page, email: string, roles: string[], more: (page: Page) => Promise<void> = async () => {}): Promise<string> {
  await administrator.goto("/workbench/people");
  await administrator.getByLabel("Địa chỉ thư điện tử của người được mời").fill(email);
  for (const role of roles) await administrator.getByRole("checkbox", { name: new RegExp(`^${role}`) }).check();
  await more(administrator);
  await administrator.getByRole("button", { name: "Tạo đường dẫn mời" }).click();
  return administrator.getByLabel("Đường dẫn mời").inputValue();
}

/** Members of a new portal, each with a name, roles and a browser of their own; an administrator invites them. */
export async function joinAll<Id extends string>(
  browser: Browser,
  site: Pick<Site, "origin" | "firstLink">,
  members: Record<Id, readonly [string, ...string[]]>,
) {
  const administrator = (await person(browser, site.origin)).page;
  await join(administrator, site.firstLink, "Hoàng Văn Quản", "quan@langson.example");
  const pages = {} as Record<Id, Page>;
  for (const [id, [name, ...roles]] of Object.entries(members) as [Id, readonly [string, ...string[]]][]) {
    const link = await invite(administrator, `${id}@langson.example`, roles);
    pages[id] = (await person(browser, site.origin)).page;
    await join(pages[id], link, name, null);
  }
  return pages;
}

/** Waits until React has taken a page over: every part of it listens, to keys too. */
export const listens = (page: Page): Promise<void> => expect(page.locator("html[data-hydrated]")).toBeAttached();

/** Opens a page that React runs, and waits until its scripts listen. */
export async function openDesk(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await listens(page);
}

/** Opens a kiosk and waits until it listens: a hand that is faster than the page's scripts touches a picture. */
export const openKiosk = (page: Page, path = "/kiosk/huu-nghi?idle=600"): Promise<void> => openDesk(page, path);

/** Presses what sends a form, and waits for the whole page that answers it. */
export async function send(button: Locator): Promise<void> {
  await Promise.all([button.page().waitForEvent("load"), button.click()]);
}

/** Signs out, and waits until it is so. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page).toHaveURL(/\/workbench\/sign-in/);
}
