import { FLOWS, type Gate } from "../../../core/facts/gate.ts";
import { gravest } from "../../../core/facts/gate-directions.ts";
import type { GateStatus } from "../../../core/facts/gate-status.ts";
import { type ByLang, byLang, type Lang } from "../../../core/language/languages.ts";
import { flowWords } from "../../kit/flow-words.ts";
import { confirmedWords, statusWords } from "../../kit/status-words.ts";
import type { KioskContent } from "../content/content.ts";
import { type Named, shortName } from "../content/gate-name.ts";
import { type FlowStatus, flowStatuses, restsOnUnverifiedHours } from "../content/statuses.ts";
import type { PlayerSpeech } from "../player/speeches.ts";
import { roomOf, type Setter } from "./sheets.ts";

/** One gate with its status for travellers, told in every language. */
export interface BoardRow {
  key: string;
  state: GateStatus["state"];
  name: ByLang<Named>;
  word: ByLang<string>;
}

/** Some gates, one below the other. */
export interface Board {
  rows: BoardRow[];
  langs: readonly Lang[];
  size: number;
  /** Whether the word stands below the name, for want of room beside it. */
  stacked: boolean;
  rowHeight: number;
}

/** Between rows, and beside signs, as a share of the size. */
export const ROW_GAP = 0.35;
const SIGN = 1.15;

/** A sign is as high as the lines beside it, up to two. */
export const signSize = (size: number, langs: number, stacked: boolean): number => size * SIGN * Math.min(2, langs * (stacked ? 2 : 1));

/** The gates but one, in their order on the line. */
export function boardRows(content: KioskContent, without: string | null, speeches: ByLang<PlayerSpeech>, now: Date): BoardRow[] {
  return content.gates
    .filter((gate) => gate.key !== without)
    .map((gate) => {
      const statuses = flowStatuses(content, gate, "passengers", now);
      const worst = gravest(statuses);
      return {
        key: gate.key,
        state: worst.status.state,
        name: byLang((lang) => shortName(gate, lang)),
        word: byLang((lang) => statusWords(speeches[lang].common, worst, lang).word),
      };
    });
}

/** The boards that rows fill: as few as the least size needs, in the largest size that needs no more. */
export function boardsOf(setter: Setter, rows: readonly BoardRow[], langs: readonly Lang[]): Board[] {
  const { sizes, least } = setter.frame;
  const { height } = roomOf(setter, { lead: false, over: false, shared: false });
  const board = (size: number, stacked: boolean) => {
    const rowHeight = Math.round(setter.type.lineHeight(size) * langs.length * (stacked ? 2 : 1) + size * ROW_GAP);
    return { size, stacked, rowHeight, each: Math.floor((height + size * ROW_GAP) / rowHeight) };
  };
  const settings = sizes
    .flatMap((size) => [false, true].filter((stacked) => fits(setter, rows, langs, size, stacked)).map((stacked) => board(size, stacked)))
    .filter(({ each }) => each > 0);
  const count = (each: number) => Math.ceil(rows.length / each);
  const fewest = Math.min(...settings.map(({ each }) => count(each)));
  const { size, stacked, rowHeight, each } = settings.find((one) => count(one.each) === fewest) ?? { ...board(least, true), each: 1 };
  // As even as can be: four and four, not seven and one.
  const even = Math.ceil(rows.length / count(each));
  return Array.from({ length: count(each) }, (_, page) => ({ rows: rows.slice(page * even, (page + 1) * even), langs, size, stacked, rowHeight }));
}

function fits(setter: Setter, rows: readonly BoardRow[], langs: readonly Lang[], size: number, stacked: boolean): boolean {
  const { width } = roomOf(setter, { lead: false, over: false, shared: false });
  const sign = signSize(size, langs.length, stacked) + size * 2 * ROW_GAP;
  return rows.every((row) =>
    langs.every((lang) => {
      const name = setter.type.measure(row.name[lang].lang, size)(row.name[lang].text);
      const word = setter.type.measure(lang, size)(row.word[lang]);
      return sign + (stacked ? Math.max(name, word) : name + size + word) <= width;
    }),
  );
}

/** What stands on its own about the gate where the display is: one flow, or one direction of it. */
export interface OwnStatus {
  state: GateStatus["state"];
  over: string;
  word: string;
  detail: string | null;
}

export function ownStatuses(content: KioskContent, gate: Gate, speech: PlayerSpeech, now: Date): OwnStatus[] {
  return FLOWS.flatMap((flow) => flowStatuses(content, gate, flow, now)).map((status: FlowStatus) => {
    const { common, lang, unsure } = speech;
    const { word, detail } = statusWords(common, status, lang);
    const told = [detail && capital(detail, speech), confirmedWords(common, status, lang)].filter((line) => line !== null).join(speech.device("player.join"));
    return {
      state: status.status.state,
      over: flowWords(common, status),
      word,
      detail: told === "" ? null : restsOnUnverifiedHours(status) ? unsure(told) : told,
    };
  });
}

const capital = (text: string, { lang }: PlayerSpeech): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
