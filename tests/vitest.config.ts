import { defineConfig } from "vitest/config";
import { stringUses } from "../app/i18n/string-uses.ts";

const ROOT = new URL("..", import.meta.url).pathname;

export default defineConfig({
  root: ROOT,
  // The version and its options are those of the build; of its plugins one is needed: React's JSX is what esbuild writes.
  plugins: [stringUses()],
  esbuild: { jsx: "automatic" },
  test: {
    environment: "node",
    setupFiles: ["tests/setup.ts"],
    restoreMocks: true,
    unstubEnvs: true,
    // The machine that runs this may have two cores, and PostgreSQL and browsers want their share.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // A shared machine may stop for seconds; what is slow is measured by the bench.
          testTimeout: 30_000,
          include: ["app/**/*.test.{ts,tsx}", "tests/*.test.ts", "tests/architecture/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}", "tests/security/**/*.test.{ts,tsx}", "tests/faults/**/*.test.ts"],
          globalSetup: ["tests/postgres.setup.ts"],
          // Native modules (SQLite, argon2) and one process for each file: what one opens, another never sees.
          pool: "forks",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
