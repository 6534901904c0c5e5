import { describe, expect, it } from "vitest";
import { freeSlug, isSlug, slugOf } from "./slug.ts";

describe("an article's address", () => {
  it("is proposed from its title: folded Vietnamese, or pinyin", () => {
    expect(slugOf("Mang tiền mặt qua cửa khẩu Hữu Nghị", "vi")).toBe("mang-tien-mat-qua-cua-khau-huu-nghi");
    expect(slugOf("**Đi lại** 24/7", "vi")).toBe("di-lai-24-7");
    expect(slugOf("口岸开放时间", "zh")).toBe("kou-an-kai-fang-shi-jian");
    expect(slugOf("？！", "zh")).toBe("");
  });

  it("stays short and whole, and never takes a page's own name", () => {
    const long = slugOf("giấy tờ ".repeat(30), "vi");
    expect(long.length).toBeLessThanOrEqual(60);
    expect(isSlug(long)).toBe(true);
    expect(isSlug("new")).toBe(false);
    expect(isSlug("vi")).toBe(false);
    expect(slugOf("New", "vi")).toBe("new-1");
  });

  it("gets a number where another article has it", () => {
    expect(freeSlug("gio", (slug) => slug === "gio" || slug === "gio-2")).toBe("gio-3");
  });
});
