import { expect, it } from "vitest";
import { assertPassword, normalEmail } from "./credentials.ts";
import { may, ROLES } from "./roles.ts";

it("a translator edits and neither approves nor publishes; a reviewer does not publish; nobody without a role enters", () => {
  expect(may(["translator"], "words.edit")).toBe(true);
  expect(may(["translator"], "words.approve")).toBe(false);
  expect(may(["translator"], "pair.publish")).toBe(false);
  expect(may(["reviewer"], "pair.publish")).toBe(false);
  expect(may(["translator", "reviewer"], "words.approve")).toBe(true);
  for (const role of ROLES) expect(may([role], "people.invite")).toBe(role === "administrator");
  expect(may([], "workbench.enter")).toBe(false);
});

it("a password is long and not trivial; kinds of characters do not matter", () => {
  expect(() => assertPassword("con trâu đi trước", "a@b.vn")).not.toThrow();
  for (const weak of ["short", "aaaaaaaaaaaaaaaa", "x".repeat(300), "nguyen@cuakhau.vn"])
    expect(() => assertPassword(weak, "nguyen@cuakhau.vn")).toThrowError("weak_password");
});

it("an address is compared in one form", () => {
  expect(normalEmail("  Lan@CuaKhau.VN ")).toBe("lan@cuakhau.vn");
  for (const bad of ["", "lan", "lan@", "lan@x", "a b@c.vn", `${"a".repeat(65)}@c.vn`]) expect(() => normalEmail(bad)).toThrowError("invalid");
});
