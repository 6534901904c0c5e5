/**
 * `npm start`: from a fresh clone to serving. Installs and builds what is missing or has changed, then hands over to the
 * server, which migrates, loads the starter content and prints its address. A second start finds everything done.
 */
import { build } from "./build.mjs";
import { endChildrenWithUs, serve } from "./child.mjs";
import { install } from "./install.mjs";
import { childEnvironment, command, projectNode, say } from "./project.mjs";

await command(async () => {
  const serverTakesOver = endChildrenWithUs();
  await install();
  const server = await build();
  serverTakesOver();
  say("Starting …");
  return serve(projectNode(), [server, ...process.argv.slice(2)], childEnvironment({ NODE_ENV: process.env.NODE_ENV ?? "production" }));
});
