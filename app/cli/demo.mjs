/**
 * `npm run demo`: as `npm start`, in a data folder of its own (data-demo, always SQLite: real data is never touched), with members of
 * every role whose passwords are printed once.
 */
import { build } from "./build.mjs";
import { endChildrenWithUs, serve } from "./child.mjs";
import { install } from "./install.mjs";
import { at, childEnvironment, command, projectNode, say } from "./project.mjs";

await command(async () => {
  const serverTakesOver = endChildrenWithUs();
  await install();
  const server = await build();
  serverTakesOver();
  const env = childEnvironment({ NODE_ENV: process.env.NODE_ENV ?? "production", DATA_DIR: at("data-demo"), DATABASE_URL: undefined });
  say("Starting …");
  const made = await serve(projectNode(), [at("build/server/cli.js"), "demo-members"], env);
  return made === 0 ? serve(projectNode(), [server], env) : made;
});
