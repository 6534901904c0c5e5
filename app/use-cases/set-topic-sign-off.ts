import { AppError } from "../core/errors.ts";
import type { Topic } from "../core/facts/topic.ts";
import { allow } from "./allow.ts";
import type { Actor, Ports } from "./ports.ts";

export interface SetTopicSignOff {
  topic: string;
  /** Keys of the agencies that have to sign off its articles; empty: none. */
  agencies: string[];
}

/**
 * Says which agencies have to sign off the articles of a topic before they go out. Readers' pages do not change by it; what is at
 * work and not signed off has to wait from now on.
 * @throws AppError not_allowed, not_found, invalid (`faults`: agencies that there are none of)
 */
export async function setTopicSignOff(ports: Ports, actor: Actor, { topic: key, agencies }: SetTopicSignOff): Promise<void> {
  allow(actor, "places.edit");
  await ports.write(async (tx) => {
    const topic = await tx.places.topic(key);
    if (!topic) throw new AppError("not_found");
    const known = await tx.places.agencyKeys();
    const faults = agencies.filter((agency) => !known.includes(agency)).map((agency) => `agency:${agency}`);
    if (faults.length) throw new AppError("invalid", { faults });
    const { signOff: before = [], ...rest } = topic;
    const signOff = [...new Set(agencies)].sort();
    if (String(before) === String(signOff)) return;
    const changed: Topic = signOff.length ? { ...rest, signOff } : rest;
    await tx.places.putTopic(changed);
    await tx.audit.note({ act: "topic.change", object: `topic:${key}`, by: actor.id, at: ports.now(), before: { signOff: before }, after: { signOff } });
  });
}
