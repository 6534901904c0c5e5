import type { Lang } from "../../../core/language/languages.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { topicOf } from "../../db/tx/places.server.ts";

export interface TopicView {
  key: string;
  icon: string;
  name: string;
}

/** All topics in their order, in one language. */
export async function readTopics(tx: ReadTx, lang: Lang): Promise<TopicView[]> {
  const rows = await tx.topic.findMany({ orderBy: { position: "asc" } });
  return rows.map(topicOf).map(({ key, icon, name }) => ({ key, icon, name: name[lang] }));
}
