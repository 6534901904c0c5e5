import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { add, lastLine, ofChecks, ofPlaywright, ofVitest } from "./summary.mjs";

const WELL = { code: 0, output: "", timedOut: false };
const BADLY = { code: 1, output: "", timedOut: false };

let folder: string;
const report = (content: unknown) => {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cau-noi-summary-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const vitestFile = (...statuses: string[]) => ({
  name: "gate.test.ts",
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});
const playwrightReport = (...statuses: string[]) => ({
  errors: [],
  suites: [{ title: "path.spec.ts", suites: [], specs: statuses.map((status) => ({ title: "walks", tests: [{ status, projectName: "sqlite" }] })) }],
});

describe("the last line of a test run", () => {
  test("sums every suite and leaves out what did not happen", () => {
    const checks = ofChecks([
      { name: "types", passed: true },
      { name: "lint", passed: false },
    ]);
    const units = ofVitest("unit", report({ testResults: [vitestFile("passed", "passed", "failed")] }), BADLY);
    expect(lastLine(add([checks, units]))).toBe("3 passed, 2 failed");
    expect(add([checks, units]).failures).toEqual(["check › lint", "gate.test.ts › test 2"]);
  });

  test("names skipped tests, todos among them", () => {
    expect(lastLine(ofVitest("unit", report({ testResults: [vitestFile("passed", "pending", "todo")] }), WELL))).toBe("1 passed, 0 failed, 2 skipped");
  });

  test("counts a file that could not be loaded as a failure", () => {
    const broken = { name: "gate.test.ts", status: "failed", message: "Cannot find module\n  at …", assertionResults: [] };
    expect(ofVitest("unit", report({ testResults: [broken, vitestFile("passed")] }), BADLY)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: ["gate.test.ts › could not be run: Cannot find module"],
      again: [],
    });
  });

  test("fails for a suite that broke although every test passed", () => {
    expect(ofVitest("unit", report({ testResults: [vitestFile("passed")] }), BADLY)).toMatchObject({ passed: 1, failed: 1 });
    expect(ofPlaywright("e2e", report(playwrightReport("expected")), BADLY)).toMatchObject({ passed: 1, failed: 1 });
  });

  test("fails for a suite that left no report, ran no test or did not end", () => {
    const empty = report({ testResults: [] });
    expect(ofVitest("unit", join(folder, "none.json"), WELL).failed).toBe(1);
    expect(ofPlaywright("e2e", join(folder, "none.json"), BADLY).failed).toBe(1);
    expect(ofVitest("unit", empty, WELL).failures).toEqual(["unit › ran no test"]);
    expect(ofVitest("unit", empty, { ...BADLY, timedOut: true }).failures).toEqual(["unit › did not end in time"]);
  });

  test("names a browser test that passed only when it was tried again", () => {
    expect(ofPlaywright("e2e", report(playwrightReport("expected", "flaky", "skipped", "unexpected")), BADLY)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      failures: ["path.spec.ts › walks [sqlite]"],
      again: ["path.spec.ts › walks [sqlite]"],
    });
  });

  test("counts an error outside of any browser test", () => {
    expect(ofPlaywright("e2e", report({ suites: [], errors: [{ message: "no tests found" }] }), BADLY).failures).toEqual(["e2e › no tests found"]);
  });
});
