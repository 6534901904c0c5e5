import type { NoticeLevel } from "../../../core/articles/kinds.ts";
import { bestSetting, isWhole, type Page, type Paged, paginate, type Room } from "../../../core/displays/paginate.ts";
import { readingLoad } from "../../../core/displays/reading-time.ts";
import type { GateStatus } from "../../../core/facts/gate-status.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { Saying } from "../player/texts.ts";
import type { LedFrame } from "./frame.ts";
import type { Type } from "./type.ts";

/** What stands before the words of a part. */
export type Lead = { kind: "level"; level: NoticeLevel } | { kind: "state"; state: GateStatus["state"] } | { kind: "step"; step: number };

/** Lines of one size. A status has its sign before it, on the same line. */
export interface Block {
  role: "over" | "title" | "body" | "state";
  size: number;
  lines: Page;
}

/** The words of one language within a part. */
export interface Column {
  lang: Lang;
  blocks: Block[];
}

/** What belongs together on a sheet: a paragraph, a step, a status. */
export interface Part {
  lead: Lead | null;
  columns: Column[];
}

/** The line above all parts, in one language: how urgent a notice is, or what the words belong to. */
export interface Over {
  lang: Lang;
  text: string;
  level: NoticeLevel | null;
  size: number;
}

/** One picture of a scene. `load`: its share of the scene's time. */
export interface Sheet {
  overs: Over[];
  parts: [Part, ...Part[]];
  load: number;
}

/** What words are set with. */
export interface Setter {
  frame: LedFrame;
  type: Type;
  /** Names of places, which are never broken. */
  names: readonly string[];
}

export interface Box {
  width: number;
  height: number;
}

/** What stands over the words: of a notice how urgent it is, on every sheet; of an article its topic over the title, then the title. */
export interface Look {
  level: NoticeLevel | null;
  over: string | null;
}

/** To notice a new page, in the unit of `readingLoad`. */
export const TO_NOTICE = 1.5;
/** Between the lead and the words, and between parts, of the padding. */
export const gapOf = ({ pad }: LedFrame): number => pad * 2;
/** The frame of a line that says how urgent something is, and its sign, as shares of its size. */
export const TAG = { side: 0.45, sign: 1, gap: 0.35 };
/** The sign before a status, and the room after it, as shares of its size. */
export const STATUS_SIGN = { size: 1.12, gap: 0.36 };
/** The edge of a part that tells a status, of the padding. */
export const EDGE = 0.5;

/** Height of the line above the parts, with the room below it. */
export const overHeight = ({ frame, type }: Setter): number => type.lineHeight(frame.over) + frame.pad;

/** The room for words on a sheet: beside a lead, below the line above them; half of it where two languages share the sheet, each with its line. */
export function roomOf(setter: Setter, { lead, over, shared }: { lead: boolean; over: boolean; shared: boolean }): Box {
  const { width, height, pad, head, foot, form } = setter.frame;
  const gap = gapOf(setter.frame);
  const wide = width - 2 * pad - (lead ? setter.frame.lead + gap : 0);
  const high = height - head - foot - 2 * pad - (over ? overHeight(setter) * (shared && form === "totem" ? 2 : 1) : 0);
  if (!shared) return { width: wide, height: high };
  return form === "totem" ? { width: wide, height: (high - gap) / 2 } : { width: (wide - gap) / 2, height: high };
}

/** Pages of a text at a size within a room. */
export function pagesAt({ type, names }: Setter, text: string, lang: Lang, { width, height }: Box): (size: number) => Paged {
  return (size) => {
    const room: Room = { width: Math.floor(width), lines: Math.max(1, Math.floor(height / type.lineHeight(size))) };
    return paginate(text, room, type.measure(lang, size), names);
  };
}

/** Sizes at which no word of a text has to be cut; the least one, whatever happens there. */
export function wholeSizes({ type }: Setter, sizes: readonly [number, ...number[]], text: string, lang: Lang, width: number): [number, ...number[]] {
  const least = sizes.at(-1) ?? sizes[0];
  const [first = least, ...rest] = sizes.filter((size) => size > least && isWhole(text, width, type.measure(lang, size)));
  return first === least ? [least] : [first, ...rest, least];
}

/** One saying, ready to be put on a sheet. */
interface Set {
  part: Part;
  text: string;
  height: number;
  /** The title stands over what comes after it. */
  isTitle: boolean;
}

/**
 * What is said in one language after the other: title, then the rest, each on as many sheets as it needs, and as large as that lets it be; but
 * nothing larger than the title, and all steps in one size. What is high has room for several on a sheet.
 */
export function wordSheets(setter: Setter, sayings: readonly [Saying, ...Saying[]], lang: Lang, look: Look): Sheet[] {
  const { frame, type } = setter;
  const [title, ...rest] = sayings;
  const above = overOf(setter, look.over, lang, look.level, false);
  const lead: Lead | null = look.level && !above ? { kind: "level", level: look.level } : null;
  const later = look.level ? above : overOf(setter, title.text, lang, null, false);
  const roomFor = (saying: Saying) =>
    roomOf(setter, { lead: lead !== null || saying.step !== null, over: (saying === title ? above : later) !== null, shared: false });
  const setAt = (saying: Saying) => pagesAt(setter, saying.text, lang, roomFor(saying));
  const sizesOf = (saying: Saying) => wholeSizes(setter, frame.sizes, saying.text, lang, roomFor(saying).width);
  const head = bestSetting(sizesOf(title), setAt(title));
  const best = (saying: Saying) => Math.min(head.size, bestSetting(sizesOf(saying), setAt(saying)).size);
  const stepSize = Math.min(...rest.filter(({ step }) => step !== null).map(best));
  const set = (saying: Saying, lines: Page, role: Block["role"], size: number): Set => ({
    part: { lead: saying.step === null ? lead : { kind: "step", step: saying.step }, columns: [{ lang, blocks: [{ role, size, lines }] }] },
    text: lines.join(" "),
    height: Math.max(lines.length * type.lineHeight(size), saying.step === null ? 0 : frame.lead),
    isTitle: role === "title",
  });
  const sets = [
    ...head.pages.map((lines) => set(title, lines, "title", head.size)),
    ...rest.flatMap((saying) => {
      const size = saying.step === null ? best(saying) : stepSize;
      return setAt(saying)(size).pages.map((lines) => set(saying, lines, "body", size));
    }),
  ];
  return packed(setter, sets, roomOf(setter, { lead: false, over: above !== null || later !== null, shared: false }).height).map((some) => {
    const over = some[0].isTitle ? above : later;
    const [first, ...others] = some;
    return {
      overs: over ? [over] : [],
      parts: [first.part, ...others.map(({ part }) => part)],
      load: TO_NOTICE + some.reduce((sum, { text }) => sum + readingLoad(text, lang), 0),
    };
  });
}

/** Parts in their order, on a sheet as many as fit it: of a totem several, else one. */
export function packed<One extends { height: number }>({ frame }: Setter, all: readonly One[], height: number): [One, ...One[]][] {
  const sheets: { all: [One, ...One[]]; height: number }[] = [];
  for (const one of all) {
    const last = sheets.at(-1);
    const together = last && frame.form === "totem" ? last.height + partGap(frame) + one.height : Number.POSITIVE_INFINITY;
    if (last && together <= height) {
      last.all.push(one);
      last.height = together;
    } else sheets.push({ all: [one], height: one.height });
  }
  return sheets.map(({ all }) => all);
}

/** Between the parts of a sheet. */
export const partGap = (frame: LedFrame): number => gapOf(frame) * 1.5;

/** The same with every language on each sheet, side by side or one above the other; null where that does not fit. Both in one size: they are equals. */
export function sharedSheets(setter: Setter, langs: readonly Lang[], sayings: ByLang<readonly Saying[]>, looks: ByLang<Look>): Sheet[] | null {
  const { sizes } = setter.frame;
  const overs = langs.flatMap((lang) => overOf(setter, looks[lang].over, lang, looks[lang].level, true) ?? []);
  const hasOver = overs.length === langs.length;
  if (!hasOver && langs.some((lang) => looks[lang].level)) return null;
  const count = Math.max(...langs.map((lang) => sayings[lang].length));
  const set: { size: number; saying: ByLang<Saying | undefined>; room: Box; step: number | null }[] = [];
  for (let place = 0; place < count; place += 1) {
    const at = (lang: Lang) => sayings[lang][place];
    const step = langs.map((lang) => at(lang)?.step ?? null).find((one) => one !== null) ?? null;
    const room = roomOf(setter, { lead: step !== null, over: hasOver, shared: true });
    const fits = (size: number) => (lang: Lang) => {
      const text = at(lang)?.text ?? "";
      return isWhole(text, room.width, setter.type.measure(lang, size)) && pagesAt(setter, text, lang, room)(size).pages.length <= 1;
    };
    const size = sizes.find((size) => langs.every(fits(size)));
    if (size === undefined) return null;
    set.push({ size, saying: Object.fromEntries(langs.map((lang) => [lang, at(lang)])) as ByLang<Saying | undefined>, room, step });
  }
  const stepSize = Math.min(...set.filter(({ step }) => step !== null).map(({ size }) => size));
  const titleSize = set[0]?.size ?? stepSize;
  return set.map(({ size, saying, room, step }, place) => {
    const used = Math.min(titleSize, step === null ? size : stepSize);
    const column = (lang: Lang): Column => ({
      lang,
      blocks: [{ role: place === 0 ? "title" : "body", size: used, lines: pagesAt(setter, saying[lang]?.text ?? "", lang, room)(used).pages[0] ?? [] }],
    });
    return {
      overs: hasOver ? overs : [],
      parts: [{ lead: step === null ? null : { kind: "step", step }, columns: langs.map(column) }],
      load: TO_NOTICE + langs.reduce((sum, lang) => sum + readingLoad(saying[lang]?.text ?? "", lang), 0),
    };
  });
}

/** The line above the words, where it fits on one; a strip has no room for it. */
export function overOf(setter: Setter, text: string | null, lang: Lang, level: NoticeLevel | null, shared: boolean): Over | null {
  const { frame, type } = setter;
  if (text === null || frame.form === "strip") return null;
  const { width } = roomOf(setter, { lead: false, over: false, shared });
  const tag = level ? TAG.side * 2 + TAG.sign + TAG.gap : 0;
  const size = [frame.over, frame.least].find((size) => type.measure(lang, size)(text) + size * tag <= width);
  return size === undefined ? null : { lang, text, level, size };
}
