import { defineConfig, devices } from "@playwright/test";
import { isRoot, systemBrowser } from "./browser.mjs";

/** Nothing leaves the machine behind a test's back. */
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];

/** Chromium refuses its sandbox to root, and only to root. */
const args = isRoot() ? [...QUIET, "--no-sandbox"] : QUIET;

/** Servers are started by the tests' own fixture; the project's name says which database they stand on. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results/e2e",
  globalSetup: ["./postgres.setup.ts", "./site.setup.ts"],
  fullyParallel: true,
  workers: 2,
  // One that passes only when tried again is named at the end (app/decisions/021).
  retries: 1,
  // A shared machine may be slow; a test that hangs still ends.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    // What never comes is named where it was waited for, long before the test's own end.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Worker scripts keep pages for times without a link, and show them where the server takes too long: tests that are about that allow them.
    serviceWorkers: "block",
    launchOptions: { executablePath: systemBrowser(), args },
    // Without its film: what the page was stands in it anyway, and the film is drawn for every test, for nothing.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
  // What pages look like does not depend on the database; the way of a pair through the whole system does.
  // The long way first: at the end no worker waits for it.
  projects: [{ name: "postgresql", testMatch: "one-pair.spec.ts" }, { name: "sqlite" }],
});
