import { hanoiDay } from "../core/facts/gate-status.ts";
import { isLang } from "../core/language/languages.ts";
import { countedMiss, KEPT_DAYS } from "../core/search/misses.ts";
import type { Ports } from "./ports.ts";

const DAY_MS = 86_400_000;

/** Counts a search that found nothing, by its words, its language and the day in Hanoi; never who searched. What may name a person is not counted. */
export async function countMiss(ports: Pick<Ports, "write" | "now">, { query, lang }: { query: string; lang: string }): Promise<void> {
  const wish = countedMiss(query);
  if (wish === null || !isLang(lang)) return;
  const now = ports.now();
  const oldest = hanoiDay(new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  await ports.write((tx) => tx.misses.count({ query: wish, lang, day: hanoiDay(now) }, oldest));
}
