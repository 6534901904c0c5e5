import type { Member } from "../../../core/people/roles.ts";
import { topicOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { readAgencies } from "../visitor/agencies.server.ts";

export interface TopicSignOffView {
  key: string;
  name: string;
  /** Keys of the agencies that sign off its articles. */
  signOff: string[];
}

/** The topics, and the agencies that may be asked to sign off their articles; names in the member's language. */
export async function readTopicSignOffs(
  { db, now }: Reading,
  member: Member,
): Promise<{ topics: TopicSignOffView[]; agencies: { key: string; name: string }[] }> {
  return db.snapshot(async (tx) => {
    const { agencies } = await readAgencies(tx, member.lang, now());
    const topics = (await tx.topic.findMany({ orderBy: { position: "asc" } })).map(topicOf);
    return {
      topics: topics.map(({ key, name, signOff = [] }) => ({ key, name: name[member.lang], signOff })),
      agencies: Object.entries(agencies).map(([key, { name }]) => ({ key, name })),
    };
  });
}
