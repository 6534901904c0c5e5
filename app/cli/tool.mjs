/**
 * `npm run backup|restore|audit|strings -- …`: hands over to the commands that were built with the server (app/cli/main.ts). The build is taken
 * as it stands, so that a command beside a serving portal is of the same make and leaves its files alone; it is made only where there is none.
 */
import { existsSync } from "node:fs";
import { build } from "./build.mjs";
import { endChildrenWithUs, serve } from "./child.mjs";
import { install } from "./install.mjs";
import { at, childEnvironment, command, projectNode } from "./project.mjs";

const TOOL = "build/server/cli.js";

await command(async () => {
  const toolTakesOver = endChildrenWithUs();
  if (!existsSync(at(TOOL))) {
    await install();
    await build();
  }
  toolTakesOver();
  return serve(projectNode(), [at(TOOL), ...process.argv.slice(2)], childEnvironment({ NODE_ENV: "production" }));
});
