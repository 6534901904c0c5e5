import { onDay } from "../../../core/facts/dated.ts";
import { earliest, hanoiDay } from "../../../core/facts/gate-status.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { agencyOf } from "../../db/tx/places.server.ts";
import { nextTurn } from "./days.server.ts";

export interface AgencyView {
  /** Its name of today; its last one when none holds today. */
  name: string;
  phone: string | null;
}

/** All agencies by key, in one language. `validUntil`: when one of them is renamed. */
export async function readAgencies(tx: ReadTx, lang: Lang, now: Date): Promise<{ agencies: Record<string, AgencyView>; validUntil: Date | null }> {
  const all = (await tx.agency.findMany()).map(agencyOf);
  const shown = all.flatMap(({ key, names, phone }) => {
    const name = onDay(names, hanoiDay(now)) ?? names.at(-1);
    return name ? [[key, { name: name.name[lang], phone }] as const] : [];
  });
  return { agencies: Object.fromEntries(shown), validUntil: earliest(all.map(({ names }) => nextTurn(names, now))) };
}
