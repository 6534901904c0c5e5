/**
 * `npm run faults`: breaks what can break while pairs are published, many times, and looks for what was lost. `npm run faults -- displays`:
 * the same with a display, in a real browser with a disk of its own. `-- loop`: a day of an LED's loop on a fake clock. FAULTS_SEED=… repeats a run.
 */
import { build, generate } from "./build.mjs";
import { endChildrenWithUs, run } from "./child.mjs";
import { install } from "./install.mjs";
import { childEnvironment, command, PlainError, projectNode } from "./project.mjs";

const [part, ...more] = process.argv.slice(2);
const PUBLISHING = ["node_modules/vitest/vitest.mjs", "run", "-c", "tests/vitest.config.ts", "--project=integration", "--no-file-parallelism", "tests/faults"];
const BROWSER = ["node_modules/@playwright/test/cli.js", "test", "-c", "tests/playwright.config.ts", "--project=sqlite", "--workers=1"];
/** @type {Record<string, string>} */
const PARTS = { displays: "tests/e2e/displays", loop: "tests/e2e/loop.spec.ts" };

await command(async () => {
  endChildrenWithUs();
  await install();
  await generate();
  const env = childEnvironment({ FAULTS: "long", DATABASE_URL: undefined, DATA_DIR: undefined, SKIP_POSTGRES: undefined });
  if (part === undefined) return (await run(projectNode(), PUBLISHING, { env })).code;
  const spec = PARTS[part];
  if (spec === undefined) throw new PlainError(`There is no part ${part}; there are ${Object.keys(PARTS).join(" and ")}, or none.`);
  await build();
  const browser = await run(projectNode(), ["tests/browser.mjs"], { env });
  return browser.code || (await run(projectNode(), [...BROWSER, spec, ...more], { env: { ...env, SKIP_POSTGRES: "1" } })).code;
});
