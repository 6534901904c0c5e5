import type { Places } from "../core/articles/particulars.ts";
import type { Tx } from "./ports.ts";

/** What particulars may name; of the gates just those that were asked about. */
export async function knownPlaces(tx: Tx, gates: readonly string[]): Promise<Places> {
  const known: string[] = [];
  for (const gate of gates) if (await tx.places.hasGate(gate)) known.push(gate);
  return { topics: await tx.places.topicKeys(), agencies: await tx.places.agencyKeys(), gates: known };
}

export const isKnownTeam = async (tx: Tx, team: string | null): Promise<boolean> => team === null || (await tx.teams.all()).some(({ key }) => key === team);
