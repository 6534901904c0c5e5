/** `npm run check`: types, lint, walls, dead code and formatting, two at a time, each with its time. */
import { generate } from "./build.mjs";
import { endChildrenWithUs, run } from "./child.mjs";
import { childEnvironment, command, isStarted, projectNode, say } from "./project.mjs";

const BIOME = ["node_modules/@biomejs/biome/bin/biome"];
const AT_ONCE = 2;

/** The slowest first, so that the others fill the second core. */
export const CHECKS = [
  { name: "types", args: ["node_modules/typescript/bin/tsc", "--noEmit"] },
  { name: "walls", args: ["node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", "--config", "tests/architecture/walls.cjs", "app"] },
  { name: "dead code", args: ["node_modules/knip/bin/knip.js", "--config", "tests/architecture/knip.json"] },
  { name: "lint", args: [...BIOME, "lint", "--config-path=tests/architecture", "--error-on-warnings"] },
  { name: "formatting", args: [...BIOME, "check", "--linter-enabled=false", "--config-path=tests/architecture"] },
];

/**
 * Runs all checks and prints each as it ends, its findings under it.
 * @returns {Promise<{ name: string, passed: boolean }[]>}
 */
export async function check() {
  await generate();
  const node = projectNode();
  const waiting = [...CHECKS];
  /** @type {{ name: string, passed: boolean }[]} */
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const begun = Date.now();
      const { code, output } = await run(node, next.args, { quiet: true, env: childEnvironment({ FORCE_COLOR: process.stdout.isTTY ? "1" : "0" }) });
      say(`${code === 0 ? "✓" : "✗"} ${next.name}, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
      if (code !== 0) say(output.trim());
      results.push({ name: next.name, passed: code === 0 });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

if (isStarted(import.meta.url)) {
  endChildrenWithUs();
  await command(async () => ((await check()).every((result) => result.passed) ? 0 : 1));
}
