import type { Lang } from "../../../core/language/languages.ts";
import type { DraftFaults } from "../../../core/messages/draft.ts";
import type { Draft } from "./draft.ts";

/** What came of sending: the number of the answer to come, what has to be mended, why it has to wait, or that nobody could be reached. */
export type Sent = { number: string } | { faults: DraftFaults } | { tooMany: { minutes: number } } | { unreached: true };

/** How long a visitor waits for an answer (ms). */
const PATIENCE = 15_000;

/**
 * Sends what a visitor wrote. Never rejects.
 * @param to where the kiosk sends what is written at it: a paired one is counted for itself
 */
export async function sendDraft(to: string, lang: Lang, { kind, text, contact, consent, topic, from }: Draft): Promise<Sent> {
  try {
    const response = await fetch(to, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ kind, lang, text, contact, consent, topic, from }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return readSent(response.status, response.headers.get("retry-after"), await response.json());
  } catch {
    return { unreached: true };
  }
}

/** @param retryAfter seconds, as the header has them */
export function readSent(status: number, retryAfter: string | null, body: unknown): Sent {
  const said = body as { number?: unknown; faults?: DraftFaults } | null;
  if (status === 201 && typeof said?.number === "string") return { number: said.number };
  if (status === 422 && said?.faults) return { faults: said.faults };
  if (status === 429) return { tooMany: { minutes: Math.max(1, Math.ceil(Number(retryAfter ?? 60) / 60)) } };
  return { unreached: true };
}
