import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { join, person } from "./people.ts";
import { openSite } from "./site.ts";

test("the audit trail: found by keyboard alone, opened, given out as a file, and seen to hold", async ({ browser }, { project }) => {
  // From nothing: what its first start brings is in it.
  const site = await openSite(project.name, undefined, "nothing");
  try {
    const { page, context } = await person(browser, site.origin);
    await join(page, site.firstLink, "Nông Thị Hoa", "hoa@cuakhau.example");
    await page.goto("/workbench");
    await page.getByRole("navigation").getByText("Quản lý").focus();
    await page.keyboard.press("Enter");
    const link = page.getByRole("navigation").getByRole("link", { name: "Nhật ký" });
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhật ký hoạt động");
    // What the starter content brought was sealed before anybody came.
    await expect(page.getByRole("heading", { name: "Nhật ký nguyên vẹn" })).toBeVisible();
    await expect(page.getByText("Niêm phong mới nhất")).toBeVisible();
    await expectAccessible(page, "audit, vi");

    // Typing in a closed list depends on the machine's speed; choosing is the browser's own part.
    await page.getByLabel("Việc đã làm").selectOption({ label: "Thành viên nhận lời mời" });
    await page.getByLabel("Việc đã làm").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/act=member\.join/);
    const entries = page.getByRole("list", { name: "Nhật ký hoạt động" }).getByRole("listitem");
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText("Nông Thị Hoa");
    await entries.getByText("Chi tiết").click();
    await expect(entries).toContainText("administrator");
    await expect(entries).not.toContainText("cuakhau.example");

    const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    const table = readFileSync(await csv.path(), "utf8").split("\r\n");
    expect(csv.suggestedFilename()).toBe("audit.csv");
    expect(table[0]).toBe(
      "\uFEFFMã mục · 记录编号,Thời điểm (UTC) · 时间（UTC）,Mã người thực hiện · 操作人编号,Người thực hiện · 操作人,Việc đã làm · 操作,Đối tượng · 对象,Trước đó · 操作前,Sau đó · 操作后,Số niêm phong · 封存编号",
    );
    expect(table.slice(1).filter(Boolean)).toHaveLength(1);
    expect(table[1]).toContain("Nông Thị Hoa,member.join,member:");
    await page.goto("/workbench/audit");
    const [lines] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "JSON Lines" }).click()]);
    const all = readFileSync(await lines.path(), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(all.length).toBeGreaterThan(50);
    expect(all.at(-1)).toMatchObject({ seal: null });
    expect(all[0]).toMatchObject({ seal: 1 });

    // Page after page, the older ones.
    await page.getByRole("link", { name: "Các mục cũ hơn" }).click();
    await expect(page).toHaveURL(/before=/);
    await expect(entries.first()).toBeVisible();

    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByRole("button", { name: "中文" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("操作记录");
    await expectAccessible(page, "audit, zh, dark");
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  } finally {
    await site.remove();
  }
});
