import type { Agency, DatedName } from "../../../core/facts/dated.ts";
import type { Gate } from "../../../core/facts/gate.ts";
import type { Observation } from "../../../core/facts/gate-status.ts";
import type { Topic } from "../../../core/facts/topic.ts";
import type { Tx } from "../../../use-cases/ports.ts";
import { json, type WriteClient } from "../client.server.ts";
import type { Agency as AgencyRow, Gate as GateRow, Observation as ObservationRow, Topic as TopicRow } from "../generated/sqlite/client.ts";

export const agencyOf = (row: AgencyRow): Agency => ({ key: row.key, names: row.names as unknown as DatedName[], phone: row.phone });

export const gateOf = ({ key, position, body }: GateRow): Gate => ({ ...(body as unknown as Omit<Gate, "key" | "position">), key, position });

export const topicOf = ({ key, position, body }: TopicRow): Topic => ({ ...(body as unknown as Omit<Topic, "key" | "position">), key, position });

/** JSON knows no dates: these two are kept as ISO 8601. */
interface ObservationBody extends Omit<Observation, "id" | "gate" | "at" | "until" | "unknownAfter"> {
  until: string | null;
  unknownAfter: string | null;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function observationOf({ id, gateKey, at, body }: ObservationRow): Observation {
  const { until, unknownAfter, ...seen } = body as unknown as ObservationBody;
  return { ...seen, id, gate: gateKey, at, until: dateOf(until), unknownAfter: dateOf(unknownAfter) };
}

export const places = (client: WriteClient): Tx["places"] => ({
  async putAgency({ key, names, phone }) {
    const data = { names: json(names), phone };
    await client.agency.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
  },
  async putGate({ key, position, ...gate }) {
    const data = { position, body: json(gate) };
    await client.gate.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
  },
  async putTopic({ key, position, ...topic }) {
    const data = { position, body: json(topic) };
    await client.topic.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
  },
  async hasGate(key) {
    return (await client.gate.count({ where: { key } })) > 0;
  },
  async topic(key) {
    const row = await client.topic.findUnique({ where: { key } });
    return row && topicOf(row);
  },
  async agencyKeys() {
    return (await client.agency.findMany({ select: { key: true } })).map(({ key }) => key);
  },
  async topicKeys() {
    return (await client.topic.findMany({ select: { key: true } })).map(({ key }) => key);
  },
  async observation(id) {
    const row = await client.observation.findUnique({ where: { id } });
    return row && { observation: observationOf(row), by: row.byId };
  },
  async addObservation({ id, gate, at, until, unknownAfter, ...seen }, by) {
    const body: ObservationBody = { ...seen, until: until?.toISOString() ?? null, unknownAfter: unknownAfter?.toISOString() ?? null };
    await client.observation.create({ data: { id, gateKey: gate, at, body: json(body), byId: by }, select: { id: true } });
  },
});
