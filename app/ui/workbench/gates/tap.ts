import type { TFunction } from "i18next";
import type { ErrorCode } from "../../../core/errors.ts";
import type { Direction, Flow } from "../../../core/facts/gate.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import { flowWords } from "../../kit/flow-words.ts";

/** Value of the form's `reason` for one that is typed. */
export const OTHER_REASON = "other";

/** Why a tap was refused; `field`: what of it is wrong. */
export interface TapProblem {
  code: ErrorCode;
  field: string | null;
}

/** One tap as this device keeps it until the server has it, and a while longer. */
export interface Tap {
  id: string;
  /** Id of the member who tapped: nobody else's session may send it. */
  by: string;
  gate: string;
  /** When it was tapped, ISO 8601. */
  at: string;
  /** The form's fields. */
  fields: Record<string, string>;
  standing: "waiting" | "sent" | "refused";
  problem: TapProblem | null;
}

interface Said {
  flow: Flow | null;
  direction: Direction | null;
  state: Observation["state"];
}

/** What was said, in the words that visitors read. */
export function saidWords(t: TFunction<"common">, { flow, direction, state }: Said): string {
  const word = t(`status.${state}`);
  return flow ? `${flowWords(t, { flow, direction })}: ${word}` : word;
}

/** What a tap's fields say; null where it takes another back. */
export function saidBy({ fields }: Tap): Said | null {
  if (fields.intent !== "report") return null;
  return { flow: fields.flow as Flow, direction: (fields.direction || null) as Direction | null, state: fields.state as Observation["state"] };
}

const EXPLAINED = ["at", "until", "wait", "reason", "state"] as const;

/** Why a tap was refused, in words. */
export function tapProblemWords(t: TFunction<["workbench", "errors"]>, { code, field }: TapProblem): string {
  const explained = code === "invalid" && EXPLAINED.find((name) => name === field);
  return explained ? t(`gates.problems.${explained}`) : t(`errors:${code}.body`, {});
}
