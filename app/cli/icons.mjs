/**
 * Draws the files under public/ that are made from the mark: icons for home screens, and the portal's own picture for shared links.
 * Their PNGs are committed; run `node app/cli/icons.mjs` after the mark or the portal's name changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { drawCard, MARK } from "../server/images/card.server.ts";
import { openDrawing } from "../server/images/draw.server.ts";
import { at, command, say } from "./project.mjs";

/** @param {{ size: number, share: number, round: number }} icon `share`: how much of the width the mark takes; `round`: the corners' radius, of 1 */
const icon = ({ size, share, round }) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">
<rect width="64" height="64" rx="${64 * round}" fill="#0c332b"/>
<g fill="#e9c7a8" transform="translate(${32 - 32 * share} ${32 - 32 * share}) scale(${share})">${MARK}</g></svg>`;

/** A maskable icon may lose all but the middle 80 % of it; Apple rounds corners itself. */
const ICONS = {
  "icons/180.png": { size: 180, share: 0.8, round: 0 },
  "icons/192.png": { size: 192, share: 0.84, round: 0.22 },
  "icons/512.png": { size: 512, share: 0.84, round: 0.22 },
  "icons/maskable-512.png": { size: 512, share: 0.64, round: 0 },
};

const LANGS = /** @type {const} */ (["vi", "zh"]);

/** @param {"name" | "title"} key */
function siteWords(key) {
  const words = LANGS.map((lang) => [lang, JSON.parse(readFileSync(at(`locales/${lang}/common.json`), "utf8")).site[key]]);
  return /** @type {{ vi: string, zh: string }} */ (Object.fromEntries(words));
}

await command(async () => {
  const drawing = openDrawing();
  mkdirSync(at("public/icons"), { recursive: true });
  for (const [name, how] of Object.entries(ICONS)) writeFileSync(at(`public/${name}`), await drawing.draw(icon(how)));
  const titles = siteWords("title");
  writeFileSync(at("public/og.png"), await drawing.draw(drawCard({ titles, names: siteWords("name"), sites: titles })));
  await drawing.close();
  say("public/icons and public/og.png are drawn");
});
