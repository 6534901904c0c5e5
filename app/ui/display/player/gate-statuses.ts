import { FLOWS, type Gate } from "../../../core/facts/gate.ts";
import { gravest } from "../../../core/facts/gate-directions.ts";
import { type GateStatus, hanoiDay } from "../../../core/facts/gate-status.ts";
import { type ByLang, byLang } from "../../../core/language/languages.ts";
import { clockWords } from "../../kit/clock-words.ts";
import { flowWords } from "../../kit/flow-words.ts";
import { confirmedWords, statusWords } from "../../kit/status-words.ts";
import type { KioskContent } from "../content/content.ts";
import { type Named, shortName } from "../content/gate-name.ts";
import { type FlowStatus, flowStatuses, restsOnUnverifiedHours } from "../content/statuses.ts";
import type { PlayerSpeech } from "./speeches.ts";

/** One gate with its status for travellers, told in every language. */
export interface GateRow {
  key: string;
  state: GateStatus["state"];
  name: ByLang<Named>;
  word: ByLang<string>;
}

/** The gates but one, in their order on the line. */
export function gateRows(content: KioskContent, without: string | null, speeches: ByLang<PlayerSpeech>, now: Date): GateRow[] {
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

/** What stands on its own about the gate where the display is: one flow, or one direction of it. */
export interface OwnStatus {
  state: GateStatus["state"];
  over: string;
  word: string;
  detail: string | null;
}

/** @param brief who confirmed it today is left out, for want of room */
export function ownStatuses(content: KioskContent, gate: Gate, speech: PlayerSpeech, brief: boolean, now: Date): OwnStatus[] {
  return FLOWS.flatMap((flow) => flowStatuses(content, gate, flow, now)).map((status: FlowStatus) => {
    const { common, lang, unsure } = speech;
    const { word, detail } = statusWords(common, status, lang);
    const told = [detail && capital(detail, speech), confirmedOn(status, speech, brief, now)]
      .filter((line) => line !== null)
      .join(speech.device("player.join"));
    return {
      state: status.status.state,
      over: flowWords(common, status),
      word,
      detail: told === "" ? null : restsOnUnverifiedHours(status) ? unsure(told) : told,
    };
  });
}

/** Who confirmed it, and when; the day only where it is not today. */
function confirmedOn(status: FlowStatus, { common, device, lang }: PlayerSpeech, brief: boolean, now: Date): string | null {
  const words = confirmedWords(common, status, lang);
  const { confirmedAt } = status;
  if (words === null || confirmedAt === null || hanoiDay(confirmedAt) !== hanoiDay(now)) return words;
  return brief ? null : device("led.confirmedToday", { at: clockWords(common, confirmedAt, lang) });
}

const capital = (text: string, { lang }: PlayerSpeech): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
