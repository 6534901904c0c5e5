import { AppError } from "../../../core/errors.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import { type Member, mayAt } from "../../../core/people/roles.ts";
import { observationOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { readStations, type StationView } from "../visitor/stations.server.ts";

/** Every gate that the member may report, with what visitors are told of it now. */
export async function readOperatorGates({ db, now }: Reading, member: Member): Promise<StationView[]> {
  const { stations } = await db.snapshot((tx) => readStations(tx, now()));
  return stations.filter(({ gate }) => isTheirs(member, gate.key));
}

const isTheirs = (member: Member, gate: string): boolean => mayAt(member.grants, "gates.report", { sites: [gate] });

export interface OperatorGateView {
  station: StationView;
  asOf: Date;
  /** The newest observations, and takings back, newest first; `by`: the name of who made it. */
  recent: (Observation & { by: string | null })[];
}

const RECENT = 8;

/**
 * One gate as its operator sees it.
 * @throws AppError `not_allowed` (another's gate), `not_found`
 */
export async function readOperatorGate({ db, now }: Reading, member: Member, key: string): Promise<OperatorGateView> {
  if (!isTheirs(member, key)) throw new AppError("not_allowed");
  const asOf = now();
  return db.snapshot(async (tx) => {
    const [station] = (await readStations(tx, asOf, key)).stations;
    if (!station) throw new AppError("not_found");
    const rows = await tx.observation.findMany({ where: { gateKey: key }, orderBy: { at: "desc" }, take: RECENT });
    const makers = rows.flatMap(({ byId }) => byId ?? []);
    const members = await tx.member.findMany({ where: { id: { in: makers } }, select: { id: true, name: true } });
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return { station, asOf, recent: rows.map((row) => ({ ...observationOf(row), by: names.get(row.byId ?? "") ?? null })) };
  });
}
