import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { log } from "../logging.server.ts";
import { lockWith } from "./lock.server.ts";
import { ownSecret, SECRET_FILE, SecretDamaged } from "./own-secret.server.ts";

const KEY = "JBSWY3DPEHPK3PXP";
const lock = lockWith(Buffer.alloc(32, 1));

describe("a member's key as it is kept", () => {
  beforeEach(() => void vi.spyOn(log, "error").mockImplementation(() => {}));
  afterEach(() => vi.restoreAllMocks());

  it("says nothing of itself, never twice the same, and is read with the same secret", () => {
    const [one, two] = [lock.lock(KEY, "lan"), lock.lock(KEY, "lan")];
    expect(one).not.toContain(KEY);
    expect(one).not.toBe(two);
    for (const kept of [one, two]) expect(lock.unlock(kept, "lan")).toEqual({ text: KEY, plain: false });
  });

  it("opens with no other secret, for no other member, and not when a single character was changed", () => {
    const kept = lock.lock(KEY, "lan");
    const changed = kept.replace(/.(?=.$)/, (last) => (last === "A" ? "B" : "A"));
    expect(lockWith(Buffer.alloc(32, 2)).unlock(kept, "lan")).toBeNull();
    for (const [text, whose] of [
      [kept, "minh"],
      [changed, "lan"],
      ["lock1:", "lan"],
      [kept.slice(0, 20), "lan"],
    ] as const)
      expect(lock.unlock(text, whose), text).toBeNull();
    expect(log.error).toHaveBeenCalledTimes(5);
  });

  it("is read when it was kept before anything was locked", () => {
    expect(lock.unlock(KEY, "lan")).toEqual({ text: KEY, plain: true });
  });
});

describe("what a portal alone knows", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cau-noi-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is drawn once, however many processes begin at the same moment, and for nobody else to read", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => ownSecret(folder, null, "a")));
    expect(new Set(all.map((one) => one.toString("hex"))).size).toBe(1);
    expect(all[0]).toHaveLength(32);
    expect(await ownSecret(folder, null, "a")).toEqual(all[0]);
    expect(readdirSync(folder)).toEqual([SECRET_FILE]);
    expect(statSync(join(folder, SECRET_FILE)).mode & 0o777).toBe(0o600);
    // Never the file's own bits, and others for each purpose.
    expect(readFileSync(join(folder, SECRET_FILE), "utf8")).not.toContain(all[0]?.toString("hex"));
    expect(await ownSecret(folder, null, "b")).not.toEqual(all[0]);
  });

  it("is SECRET_KEY where one is given, the same in every folder, and leaves no file", async () => {
    const given = "a secret of thirty-two characters";
    expect(await ownSecret(folder, given, "a")).toEqual(await ownSecret("/nowhere", given, "a"));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("stops the start when its file is damaged: another in its place would lock members out", async () => {
    writeFileSync(join(folder, SECRET_FILE), "12345");
    await expect(ownSecret(folder, null, "a")).rejects.toBeInstanceOf(SecretDamaged);
  });
});
