/** `npm run dev`: installs and generates what is missing, then serves with Vite under the project's Node. */
import { generate } from "./build.mjs";
import { endChildrenWithUs, serve } from "./child.mjs";
import { install } from "./install.mjs";
import { at, childEnvironment, command, projectNode } from "./project.mjs";

await command(async () => {
  const serverTakesOver = endChildrenWithUs();
  await install();
  await generate();
  serverTakesOver();
  return serve(projectNode(), [at("app/cli/dev-server.mjs")], childEnvironment({ NODE_ENV: "development" }));
});
