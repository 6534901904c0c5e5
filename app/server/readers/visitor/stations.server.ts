import { onDay } from "../../../core/facts/dated.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { type DatedKind, FLOWS, type Flow, type Gate } from "../../../core/facts/gate.ts";
import { earliest, type GateStatusAt, gateStatusAt, hanoiDay, type Observation } from "../../../core/facts/gate-status.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { gateOf, observationOf } from "../../db/tx/places.server.ts";
import { nextTurn } from "./days.server.ts";

export interface FlowView {
  flow: Flow;
  status: GateStatusAt;
  /** The fact with its hours; null: not published. */
  hours: Fact | null;
}

/** A gate on the line with what holds there now. */
export interface StationView {
  gate: Gate;
  /** What it is today; null: not known. */
  kind: DatedKind | null;
  flows: FlowView[];
}

export interface Stations {
  stations: StationView[];
  /** The next instant at which one of the answers may change. */
  validUntil: Date | null;
}

/** The newest count; more than these of one gate never hold at once. */
const OBSERVATIONS = 50;

/**
 * The gates in the order of the line, with the status of each flow at `now`.
 * @param only the key of the one gate that is asked for; absent: all
 */
export async function readStations(tx: ReadTx, now: Date, only?: string): Promise<Stations> {
  const gates = (await tx.gate.findMany({ where: only === undefined ? {} : { key: only }, orderBy: { position: "asc" } })).map(gateOf);
  const facts = await hoursOf(tx, gates);
  const stations = [];
  for (const gate of gates) stations.push(stationOf(gate, facts, await newestOf(tx, gate.key), now));
  const turns = stations.flatMap(({ gate, flows }) => [nextTurn(gate.kinds, now), ...flows.map(({ status }) => status.validUntil)]);
  return { stations, validUntil: earliest(turns) };
}

function stationOf(gate: Gate, facts: Map<string, Fact>, observations: Observation[], now: Date): StationView {
  const flows = FLOWS.map((flow) => {
    const hours = facts.get(gate.hours[flow] ?? "") ?? null;
    return { flow, status: gateStatusAt(flow, hours?.value.type === "hours" ? hours.value : null, observations, now), hours };
  });
  return { gate, kind: onDay(gate.kinds, hanoiDay(now)), flows };
}

async function hoursOf(tx: ReadTx, gates: Gate[]): Promise<Map<string, Fact>> {
  const keys = gates.flatMap((gate) => Object.values(gate.hours));
  const rows = keys.length ? await tx.fact.findMany({ where: { key: { in: keys } } }) : [];
  return new Map(rows.map((row) => [row.key, factOf(row)]));
}

/** One small statement a gate by its index: observations are never deleted, so that one statement for all would grow for ever. */
async function newestOf(tx: ReadTx, gateKey: string): Promise<Observation[]> {
  const rows = await tx.observation.findMany({ where: { gateKey }, orderBy: { at: "desc" }, take: OBSERVATIONS });
  return rows.map(observationOf);
}
