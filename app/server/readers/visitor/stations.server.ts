import { onDay } from "../../../core/facts/dated.ts";
import type { Fact } from "../../../core/facts/fact.ts";
import { type DatedKind, FLOWS, type Flow, type Gate } from "../../../core/facts/gate.ts";
import { type DirectedStatus, flowStatusesAt } from "../../../core/facts/gate-directions.ts";
import { earliest, hanoiDay, type Observation, stillCounting } from "../../../core/facts/gate-status.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { factOf } from "../../db/tx/facts.server.ts";
import { gateOf, observationOf } from "../../db/tx/places.server.ts";
import { nextTurn } from "./days.server.ts";
import { readRevision } from "./revision.server.ts";

/** A flow, or one direction of it where they stand differently. */
export interface FlowView extends DirectedStatus {
  flow: Flow;
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
  /** The content revision that was read: from there on an open page follows. */
  revision: number;
  /** The next instant at which one of the answers may change. */
  validUntil: Date | null;
}

/** The newest count: no halt is tapped for more than seven days, and no gate is tapped this often in so many. */
const OBSERVATIONS = 200;

/**
 * The gates in the order of the line, with the status of each flow at `now`.
 * @param only the key of the one gate that is asked for; absent: all
 */
export async function readStations(tx: ReadTx, now: Date, only?: string): Promise<Stations> {
  const gates = (await tx.gate.findMany({ where: only === undefined ? {} : { key: only }, orderBy: { position: "asc" } })).map(gateOf);
  const facts = await hoursOf(tx, gates);
  const stations = [];
  for (const gate of gates) stations.push(stationOf(gate, facts, await readCounting(tx, gate.key, now), now));
  const turns = stations.flatMap(({ gate, flows }) => [nextTurn(gate.kinds, now), ...flows.map(({ status }) => status.validUntil)]);
  return { stations, revision: await readRevision(tx), validUntil: earliest(turns) };
}

function stationOf(gate: Gate, facts: Map<string, Fact>, observations: Observation[], now: Date): StationView {
  const flows = FLOWS.flatMap((flow) => {
    const hours = facts.get(gate.hours[flow] ?? "") ?? null;
    return flowStatusesAt(flow, hours?.value.type === "hours" ? hours.value : null, observations, now).map((one) => ({ flow, hours, ...one }));
  });
  return { gate, kind: onDay(gate.kinds, hanoiDay(now)), flows };
}

async function hoursOf(tx: ReadTx, gates: Gate[]): Promise<Map<string, Fact>> {
  const keys = gates.flatMap((gate) => Object.values(gate.hours));
  const rows = keys.length ? await tx.fact.findMany({ where: { key: { in: keys } } }) : [];
  return new Map(rows.map((row) => [row.key, factOf(row)]));
}

/**
 * The observations of a gate that still can be told from `now` on, newest first. One small statement a gate by its index:
 * observations are never deleted, so that one statement for all would grow for ever.
 */
export async function readCounting(tx: ReadTx, gateKey: string, now: Date): Promise<Observation[]> {
  const rows = await tx.observation.findMany({ where: { gateKey }, orderBy: { at: "desc" }, take: OBSERVATIONS });
  return stillCounting(rows.map(observationOf), now);
}
