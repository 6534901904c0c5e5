import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { doWork } from "../thread-work.server.ts";
import { FONT_FAMILY } from "./card.server.ts";

/** The thread that draws: SVG of our own making in, PNG out. The face comes with the packages: servers may have none for Chinese. */
const FONT = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf");

doWork((svg: string): Uint8Array => new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: FONT_FAMILY } }).render().asPng());
