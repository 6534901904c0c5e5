/** `npm run faults`: breaks what can break while pairs are published, many times, and looks for what was lost. FAULTS_SEED=… repeats a run. */
import { generate } from "./build.mjs";
import { endChildrenWithUs, run } from "./child.mjs";
import { install } from "./install.mjs";
import { childEnvironment, command, projectNode } from "./project.mjs";

const ARGS = ["node_modules/vitest/vitest.mjs", "run", "-c", "tests/vitest.config.ts", "--project=integration", "--no-file-parallelism", "tests/faults"];

await command(async () => {
  endChildrenWithUs();
  await install();
  await generate();
  const env = childEnvironment({ FAULTS: "long", DATABASE_URL: undefined, DATA_DIR: undefined, SKIP_POSTGRES: undefined });
  return (await run(projectNode(), ARGS, { env })).code;
});
