import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { FONT_FAMILY } from "./card.server.ts";

/** The thread that draws: SVG of our own making in, PNG out. The face comes with the packages: servers may have none for Chinese. */
const port = parentPort;
if (!port) throw new Error("the image worker runs in a worker thread only");

const FONT = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf");

port.on("message", ({ id, svg }: { id: number; svg: string }) => {
  try {
    const drawn = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: FONT_FAMILY } }).render().asPng();
    port.postMessage({ id, png: drawn });
  } catch (error) {
    port.postMessage({ id, message: String(error) });
  }
});
