import type { NoticeLevel } from "../../../core/articles/kinds.ts";
import { bestSetting, type Page, paginate, type Room } from "../../../core/displays/paginate.ts";
import { readingLoad } from "../../../core/displays/reading-time.ts";
import type { GateStatus } from "../../../core/facts/gate-status.ts";
import type { ByLang, Lang } from "../../../core/language/languages.ts";
import type { Saying } from "../player/texts.ts";
import type { LedFrame } from "./frame.ts";
import type { Type } from "./type.ts";

/** What stands before the words of a sheet. */
export type Lead = { kind: "level"; level: NoticeLevel } | { kind: "state"; state: GateStatus["state"] } | { kind: "step"; step: number };

/** Lines of one size. */
export interface Block {
  role: "over" | "title" | "body" | "state";
  size: number;
  lines: Page;
}

/** The words of one language on a sheet. */
export interface Column {
  lang: Lang;
  blocks: Block[];
}

/** One picture of a scene. `load`: its share of the scene's time. */
export interface Sheet {
  lead: Lead | null;
  columns: Column[];
  load: number;
}

/** What words are set with. */
export interface Setter {
  frame: LedFrame;
  type: Type;
}

/** To notice a new page, in the unit of `readingLoad`. */
export const TO_NOTICE = 1.5;
/** Between the lead and the words, and between blocks, of the padding. */
export const gapOf = ({ pad }: LedFrame): number => pad * 2;

/** The room for words on a sheet: beside a lead, below a line that stands over them; half of it where two languages share the sheet. */
export function roomOf({ frame, type }: Setter, { lead, over, shared }: { lead: boolean; over: boolean; shared: boolean }): { width: number; height: number } {
  const { width, height, pad, head, foot, form, least } = frame;
  const leadTakes = lead ? frame.lead + gapOf(frame) : 0;
  // What is high has the lead above its words, what is wide beside them.
  const wide = width - 2 * pad - (form === "totem" ? 0 : leadTakes);
  const high = height - head - foot - 2 * pad - (form === "totem" ? leadTakes : 0);
  const sideBySide = shared && form !== "totem";
  const each = { width: sideBySide ? (wide - gapOf(frame)) / 2 : wide, height: shared && !sideBySide ? (high - gapOf(frame)) / 2 : high };
  return { ...each, height: each.height - (over ? type.lineHeight(least) : 0) };
}

/** Pages of a text at a size within a room. */
export function pagesAt({ type }: Setter, text: string, lang: Lang, { width, height }: { width: number; height: number }): (size: number) => Page[] {
  return (size) => {
    const room: Room = { width: Math.floor(width), lines: Math.max(1, Math.floor(height / type.lineHeight(size))) };
    return paginate(text, room, type.measure(lang, size));
  };
}

/**
 * What is said in one language after the other: title, then the rest, each on as many sheets as it needs, and as large as that lets it be; but
 * nothing larger than the title, and all steps in one size.
 */
export function wordSheets(
  setter: Setter,
  sayings: readonly [Saying, ...Saying[]],
  lang: Lang,
  look: { level: NoticeLevel | null; over: string | null },
): Sheet[] {
  const { sizes } = setter.frame;
  const [title, ...rest] = sayings;
  const lead = look.level ? ({ kind: "level", level: look.level } as const) : null;
  const over = overOf(setter, look.over, lang, lead !== null);
  const roomFor = (saying: Saying) => roomOf(setter, { lead: lead !== null || saying.step !== null, over: over !== null, shared: false });
  const setAt = (saying: Saying) => pagesAt(setter, saying.text, lang, roomFor(saying));
  const head = bestSetting(sizes, setAt(title));
  const best = (saying: Saying) => Math.min(head.size, bestSetting(sizes, setAt(saying)).size);
  const stepSize = Math.min(...rest.filter(({ step }) => step !== null).map(best));
  const sheet = (saying: Saying, lines: Page, role: Block["role"], size: number): Sheet => ({
    lead: saying.step === null ? lead : { kind: "step", step: saying.step },
    columns: [{ lang, blocks: [...(over ? [over] : []), { role, size, lines }] }],
    load: TO_NOTICE + readingLoad(lines.join(" "), lang),
  });
  return [
    ...head.pages.map((lines) => sheet(title, lines, "title", head.size)),
    ...rest.flatMap((saying) => {
      const size = saying.step === null ? best(saying) : stepSize;
      return setAt(saying)(size).map((lines) => sheet(saying, lines, "body", size));
    }),
  ];
}

/** The same with every language on each sheet, side by side or one above the other; null where that does not fit. Both in one size: they are equals. */
export function sharedSheets(
  setter: Setter,
  langs: readonly Lang[],
  sayings: ByLang<readonly Saying[]>,
  look: { level: NoticeLevel | null; over: ByLang<string | null> },
): Sheet[] | null {
  const { sizes } = setter.frame;
  const lead = look.level ? ({ kind: "level", level: look.level } as const) : null;
  const overs = langs.map((lang) => ({ lang, over: overOf(setter, look.over[lang], lang, lead !== null) }));
  const hasOver = overs.some(({ over }) => over !== null);
  const count = Math.max(...langs.map((lang) => sayings[lang].length));
  const set: { size: number; saying: ByLang<Saying | undefined> }[] = [];
  for (let place = 0; place < count; place += 1) {
    const at = (lang: Lang) => sayings[lang][place];
    const room = roomOf(setter, { lead: lead !== null || langs.some((lang) => at(lang)?.step != null), over: hasOver, shared: true });
    const size = sizes.find((size) => langs.every((lang) => pagesAt(setter, at(lang)?.text ?? "", lang, room)(size).length <= 1));
    if (size === undefined) return null;
    set.push({ size, saying: Object.fromEntries(langs.map((lang) => [lang, at(lang)])) as ByLang<Saying | undefined> });
  }
  const stepOf = (saying: ByLang<Saying | undefined>) => langs.map((lang) => saying[lang]?.step ?? null).find((step) => step !== null) ?? null;
  const stepSize = Math.min(...set.filter(({ saying }) => stepOf(saying) !== null).map(({ size }) => size));
  const titleSize = set[0]?.size ?? stepSize;
  return set.map(({ size, saying }, place) => {
    const step = stepOf(saying);
    const room = roomOf(setter, { lead: lead !== null || step !== null, over: hasOver, shared: true });
    const used = Math.min(titleSize, step === null ? size : stepSize);
    return {
      lead: step === null ? lead : { kind: "step", step },
      columns: overs.map(({ lang, over }) => ({
        lang,
        blocks: [
          ...(over ? [over] : []),
          { role: place === 0 ? "title" : "body", size: used, lines: pagesAt(setter, saying[lang]?.text ?? "", lang, room)(used)[0] ?? [] } satisfies Block,
        ],
      })),
      load: TO_NOTICE + langs.reduce((sum, lang) => sum + readingLoad(saying[lang]?.text ?? "", lang), 0),
    };
  });
}

/** The line above the words, where it fits on one; a strip has no room for it. */
export function overOf(setter: Setter, text: string | null, lang: Lang, lead: boolean): Block | null {
  const { frame } = setter;
  if (text === null || frame.form === "strip") return null;
  const { width } = roomOf(setter, { lead, over: false, shared: false });
  return setter.type.measure(lang, frame.least)(text) <= width ? { role: "over", size: frame.least, lines: [text] } : null;
}
