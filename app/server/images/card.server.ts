import { xmlText } from "../../core/feeds/xml.ts";
import { type ByLang, LANGS, type Lang, language } from "../../core/language/languages.ts";

/** What a picture says: the pair's titles, and the portal's name under them. */
export interface Card {
  titles: ByLang<string>;
  names: ByLang<string>;
  sites: ByLang<string>;
}

/** What Open Graph's readers crop least, in pixels. */
export const CARD = { width: 1200, height: 630 };

export const FONT_FAMILY = "Noto Sans SC";

const MARGIN = 72;
const GAP = 64;
const TOP = 212;
const BOTTOM = 500;
const SIZES = [60, 54, 48, 42, 36];
const LINE_HEIGHT = 1.36;

/** The languages stand side by side as equals: same size, same weight, same room. A pair's longer title decides the size. */
export function drawCard({ titles, names, sites }: Card): string {
  const room = (CARD.width - 2 * MARGIN - GAP * (LANGS.length - 1)) / LANGS.length;
  const fits = (size: number) => LANGS.every((lang) => linesOf(titles[lang], lang, room / size).length * size * LINE_HEIGHT <= BOTTOM - TOP);
  const size = SIZES.find(fits) ?? (SIZES.at(-1) as number);
  const most = Math.floor((BOTTOM - TOP) / (size * LINE_HEIGHT));
  const columns = LANGS.map((lang, index) => {
    const left = MARGIN + index * (room + GAP);
    const lines = shortened(balanced(titles[lang], lang, room / size), most);
    const rule = `<rect x="${left}" y="${TOP - 30}" width="72" height="6" fill="#e9c7a8"/>`;
    const words = lines.map((line, row) => text(line, lang, { x: left, y: TOP + size + row * size * LINE_HEIGHT, size, fill: "#fffefb" }));
    // The portal's own picture has its name for a title already.
    const site = sites[lang] === titles[lang] ? "" : text(sites[lang], lang, { x: left, y: CARD.height - 66, size: 26, fill: "#cfdfd8" });
    return rule + words.join("") + site;
  });
  const name = LANGS.map((lang) => names[lang]).join(" · ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" font-family="${FONT_FAMILY}" font-weight="700">
<rect width="100%" height="100%" fill="#0c332b"/>
<g fill="#e9c7a8" transform="translate(${MARGIN} 62) scale(1.25)">${MARK}</g>
<text x="${MARGIN + 104}" y="116" font-size="40" fill="#e9c7a8">${xmlText(name)}</text>
<rect x="${MARGIN}" y="${CARD.height - 118}" width="${CARD.width - 2 * MARGIN}" height="2" fill="#2f5a4d"/>
${columns.join("\n")}
</svg>`;
}

const text = (words: string, lang: Lang, { x, y, size, fill }: { x: number; y: number; size: number; fill: string }): string =>
  `<text xml:lang="${language(lang).tag}" x="${x}" y="${Math.round(y)}" font-size="${size}" fill="${fill}">${xmlText(words)}</text>`;

const PETAL = "M32 30.5C26.6 23 26.8 11.5 32 3c5.2 8.5 5.4 20 0 27.5Zm0-9c1.7-2.9 1.7-6.3 0-9.2-1.7 2.9-1.7 6.3 0 9.2Z";

/** The star anise in a square of 64, in the colour of what it stands in. */
export const MARK = [0, 45, 90, 135, 180, 225, 270, 315].map((angle) => `<path fill-rule="evenodd" transform="rotate(${angle} 32 32)" d="${PETAL}"/>`).join("");

/** As few lines as fit, none much shorter than the others: no last word alone. */
export function balanced(title: string, lang: Lang, room: number): string[] {
  const least = linesOf(title, lang, room);
  for (let narrower = room - 0.5; narrower > room / 2; narrower -= 0.5) {
    const lines = linesOf(title, lang, narrower);
    if (lines.length > least.length || lines.some((line) => widthOf(line) > narrower)) return linesOf(title, lang, narrower + 0.5);
  }
  return least;
}

/** No line begins with these. */
const CLINGS = /^[\p{Pe}\p{Pf}，。！？、：；,.!?:;%]/u;

/**
 * A title in lines no wider than `room` (in ems). Breaks between words, and in unspaced languages between characters, but never
 * before a closing mark.
 */
export function linesOf(title: string, lang: Lang, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(title, lang)) {
    const longer = line + piece;
    if (line !== "" && !CLINGS.test(piece) && widthOf(longer.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = longer;
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}

const piecesOf = (title: string, lang: Lang): string[] =>
  (language(lang).unspaced ? title.match(/[\p{Script=Latin}\p{N}–—-]+\s*|\P{Script=Latin}/gu) : title.match(/\S+\s*/gu)) ?? [];

/** How wide words are, about and never less, in ems of the bold face. */
export function widthOf(words: string): number {
  let width = 0;
  for (const mark of words)
    width += /[“”‘’—…\u2e80-\uffef]/.test(mark) ? 1 : /[mwMW]/.test(mark) ? 0.95 : /\p{Lu}/u.test(mark) ? 0.72 : /[\sijl.,:;'|]/.test(mark) ? 0.34 : 0.63;
  return width;
}

function shortened(lines: string[], most: number): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [
    ...kept.slice(0, -1),
    `${kept
      .at(-1)
      ?.replace(/[\s\p{P}]+$/u, "")
      .replace(/.{2}$/u, "")}…`,
  ];
}
