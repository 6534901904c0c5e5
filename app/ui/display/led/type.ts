import { TALLEST } from "../../../core/displays/letters.ts";
import type { Measure } from "../../../core/displays/lines.ts";
import { LANGS, type Lang, language } from "../../../core/language/languages.ts";

/** How wide and how high letters are drawn. */
export interface Type {
  measure(lang: Lang, size: number): Measure;
  /** Height of a line in which no mark of any language is cut, px. */
  lineHeight(size: number): number;
}

/** Bold throughout: diodes have no hairlines, and both languages have it. The stylesheet says the same. */
export const WEIGHT = 700;
/** At least so much of the size from line to line. */
const LEAST_LEADING = 1.22;
/** A line where the browser does not tell how high its fonts are. */
const UNKNOWN_LEADING = 1.5;

/** The browser's own space between Chinese and what stands beside it of letters and digits (CSS `text-autospace`), of the size: a canvas knows nothing of it. */
const AUTOSPACE = 1 / 8;
const AUTOSPACED = /\p{Script=Han}(?=[\p{Script=Latin}\p{Nd}])|[\p{Script=Latin}\p{Nd}](?=\p{Script=Han})/gu;

/** Measures by the fonts that an element's languages have in this browser. */
export function typeOf(host: HTMLElement): Type {
  const context = document.createElement("canvas").getContext("2d");
  const families = new Map(LANGS.map((lang) => [lang, familyOf(host, lang)]));
  const heights = new Map<number, number>();

  function font(lang: Lang, size: number): CanvasRenderingContext2D | null {
    if (context) context.font = `${WEIGHT} ${size}px ${families.get(lang) ?? "sans-serif"}`;
    return context;
  }

  /** Half of what a line has over its font's own height goes above, half below: each side has to do for what is drawn. */
  function heightOf(size: number): number {
    const needed = LANGS.map((lang) => {
      const metrics = font(lang, size)?.measureText(TALLEST);
      if (!metrics || metrics.fontBoundingBoxAscent === undefined) return size * UNKNOWN_LEADING;
      const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below, fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = metrics;
      return Math.max(2 * above - ascent + descent, 2 * below - descent + ascent) + 1;
    });
    return Math.ceil(Math.max(size * LEAST_LEADING, ...needed));
  }

  return {
    measure: (lang, size) => (text) =>
      (font(lang, size)?.measureText(text).width ?? text.length * size) + (text.match(AUTOSPACED)?.length ?? 0) * size * AUTOSPACE,
    lineHeight(size) {
      const known = heights.get(size) ?? heightOf(size);
      heights.set(size, known);
      return known;
    },
  };
}

function familyOf(host: HTMLElement, lang: Lang): string {
  const probe = document.createElement("span");
  probe.lang = language(lang).tag;
  host.append(probe);
  const { fontFamily } = getComputedStyle(probe);
  probe.remove();
  return fontFamily;
}
