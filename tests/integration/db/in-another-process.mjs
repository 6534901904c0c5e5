// node in-another-process.mjs <module> <input as JSON>: runs the module's default export as the build would hold it (migrations bundled),
// and prints what it returns as the last line.
import { createServer } from "vite";

const [module, input] = process.argv.slice(2);
const vite = await createServer({
  root: new URL("../../..", import.meta.url).pathname,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, ws: false, hmr: false, watch: null },
});
const { default: work } = await vite.ssrLoadModule(module);
console.log(JSON.stringify(await work(JSON.parse(input))));
await vite.close();
