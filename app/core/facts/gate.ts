import type { ByLang } from "../language/languages.ts";
import type { Dated } from "./dated.ts";

export type Flow = "passengers" | "freight";
export const FLOWS: readonly Flow[] = ["passengers", "freight"];

/** Into Vietnam, or out of it. */
export type Direction = "in" | "out";
export const DIRECTIONS: readonly Direction[] = ["in", "out"];

export type GateKind = "international_road" | "international_rail" | "main" | "route_of_huu_nghi" | "unconfirmed";

export interface DatedKind extends Dated {
  kind: GateKind;
  /** Whether an agency has still to confirm it. */
  mark: "confirmed" | "verify";
}

/** A border gate of Lạng Sơn. */
export interface Gate {
  key: string;
  /** Its place on the line, from 0. */
  position: number;
  /** Short name; the Chinese is null where none is confirmed: then the Vietnamese stands alone. */
  name: { [L in keyof ByLang<string>]: string | null };
  /** Names still to be confirmed, by language. */
  nameMark: ByLang<"confirmed" | "verify">;
  /** The gate on the other side of the border, which is another place with another name. Null: not confirmed. */
  opposite: { name: ByLang<string>; mark: "confirmed" | "verify" } | null;
  /** Boundary markers, as documents write them; null: not given. */
  markers: string | null;
  kinds: DatedKind[];
  /** Key of the fact with the hours of each flow; absent: hours not published. */
  hours: Partial<Record<Flow, string>>;
  /** Key of the agency that answers for the gate's information. */
  agency: string;
  summary: ByLang<string>;
}
