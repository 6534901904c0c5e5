import type { FactValue } from "../../../core/facts/fact.ts";
import type { Direction, Flow, GateKind } from "../../../core/facts/gate.ts";
import type { GateStatus } from "../../../core/facts/gate-status.ts";
import { addressesOf } from "../../../core/feeds/addresses.ts";
import type { ByLang } from "../../../core/language/languages.ts";
import type { Reading } from "../reading.server.ts";
import { readStations, type StationView } from "../visitor/stations.server.ts";
import type { Listed } from "./articles.server.ts";
import { gateTitles } from "./search.server.ts";

type Mark = "confirmed" | "verify";

export interface FlowItem {
  flow: Flow;
  /** Null: both directions alike. */
  direction: Direction | null;
  state: GateStatus["state"];
  /** Instants; null: not known, or not of this state. */
  opensAt: string | null;
  closesAt: string | null;
  until: string | null;
  waitMinutes: number | null;
  reason: ByLang<string> | null;
  /** When a person last confirmed it; null: never. */
  confirmedAt: string | null;
  /** Daily, 24-hour clock, Hanoi time; null: not published. */
  hours: { opens: string; closes: string; mark: Mark } | null;
}

export interface GateItem {
  slug: string;
  title: ByLang<string>;
  summary: ByLang<string>;
  /** Null where no name is confirmed. */
  name: ByLang<string | null>;
  nameMark: ByLang<Mark>;
  /** Its place on the line, from 0. */
  position: number;
  kind: { kind: GateKind; mark: Mark } | null;
  opposite: { name: ByLang<string>; mark: Mark } | null;
  markers: string | null;
  agency: string;
  flows: FlowItem[];
  url: ByLang<string>;
}

export interface GateList extends Listed<GateItem> {
  asOf: string;
  /** The next instant at which a status may change by itself; null: none is foreseen. */
  validUntil: string | null;
}

/** The gates in the order of the line with what holds there now. `after`: the slug at which the page before ended. */
export async function readGateList({ db, now }: Reading, origin: string, limit: number, after: string | null): Promise<GateList> {
  const asOf = now();
  const { stations, validUntil } = await db.snapshot((tx) => readStations(tx, asOf));
  // A gate that is gone since ends the list: better than beginning it again.
  const last = after === null ? -1 : stations.findIndex(({ gate }) => gate.key === after);
  const rest = after !== null && last < 0 ? [] : stations.slice(last + 1);
  const page = rest.slice(0, limit);
  return {
    items: page.map((station) => gateItem(station, origin)),
    next: rest.length > limit ? (page.at(-1)?.gate.key ?? null) : null,
    asOf: asOf.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
  };
}

function gateItem({ gate, kind, flows }: StationView, origin: string): GateItem {
  const { key, name, nameMark, position, opposite, markers, agency, summary } = gate;
  return {
    slug: key,
    title: gateTitles(gate),
    summary,
    name,
    nameMark,
    position,
    kind: kind && { kind: kind.kind, mark: kind.mark },
    opposite,
    markers,
    agency,
    flows: flows.map(flowItem),
    url: addressesOf(origin, `/gates/${key}`),
  };
}

function flowItem({ flow, direction, status: { status, confirmedAt }, hours }: StationView["flows"][number]): FlowItem {
  const at = (date: Date | null | undefined) => date?.toISOString() ?? null;
  return {
    flow,
    direction,
    state: status.state,
    opensAt: "opensAt" in status ? at(status.opensAt) : null,
    closesAt: "closesAt" in status ? at(status.closesAt) : null,
    until: "until" in status ? at(status.until) : null,
    waitMinutes: "waitMinutes" in status ? status.waitMinutes : null,
    reason: "reason" in status ? status.reason : null,
    confirmedAt: at(confirmedAt),
    hours: hours && hoursItem(hours.value, hours.mark),
  };
}

const hoursItem = (value: FactValue, mark: Mark): FlowItem["hours"] => (value.type === "hours" ? { opens: value.opens, closes: value.closes, mark } : null);
