/** The process that is killed under its displays: the server as it is, with one bare page in place of all others. */
import { startServer } from "../../app/server/http/start.server.ts";
import { buildOf } from "../integration/http-portal.tsx";

const boot = {
  id: "boot",
  path: "display",
  module: { handle: { access: { loader: "public" }, hydrate: true, audience: "display" }, default: () => <main>boot</main> },
};
const build = buildOf([boot]);
await startServer({ build: async () => build, assets: (_request, _response, next) => next() });
