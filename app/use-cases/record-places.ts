import { AppError } from "../core/errors.ts";
import type { Agency } from "../core/facts/dated.ts";
import type { Fact } from "../core/facts/fact.ts";
import type { Gate } from "../core/facts/gate.ts";
import type { Topic } from "../core/facts/topic.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

export interface RecordPlaces {
  agencies: Agency[];
  topics: Topic[];
  gates: Gate[];
  facts: Fact[];
}

/**
 * Records agencies, topics and gates, and facts that are new. A fact that exists is not changed here: editions pin its value,
 * so changing it is a publication of every pair that uses it.
 * @throws AppError not_allowed, already_exists (`facts`), invalid (`faults`: references to nothing)
 */
export async function recordPlaces(ports: Ports, actor: Actor, { agencies, topics, gates, facts }: RecordPlaces): Promise<{ revision: number }> {
  allow(actor, "places.edit");
  return ports.write(async (tx) => {
    const known = await tx.facts.all();
    const twice = facts.filter((fact) => known[fact.key]).map((fact) => fact.key);
    if (twice.length) throw new AppError("already_exists", { facts: twice });
    const keys = new Set([...Object.keys(known), ...facts.map((fact) => fact.key)]);
    const faults = gates.flatMap((gate) =>
      Object.values(gate.hours)
        .filter((key) => !keys.has(key))
        .map((key) => `${gate.key}:${key}`),
    );
    if (faults.length) throw new AppError("invalid", { faults });

    for (const agency of agencies) await tx.places.putAgency(agency);
    for (const topic of topics) await tx.places.putTopic(topic);
    for (const fact of facts) await tx.facts.put(fact);
    for (const gate of gates) await tx.places.putGate(gate);
    return { revision: await tx.announce({ kind: "place" }) };
  });
}
