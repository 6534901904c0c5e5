import { STATUS } from "../../../core/errors.ts";
import type { Tap } from "./tap.ts";
import type { SendResult } from "./tap-queue.ts";

/** On a bad link an answer may never come: then the tap is sent again, and counts once. */
const PATIENCE_MS = 12_000;

/** Sends one tap. Never throws. */
export async function sendTap({ id, gate, at, fields }: Tap): Promise<SendResult> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    const response = await fetch(`/workbench/gates/${encodeURIComponent(gate)}/taps`, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ ...fields, id, at }),
      redirect: "manual",
      signal: giveUp.signal,
    });
    if (response.type === "opaqueredirect") return { kind: "sign_in_needed" };
    return resultOf(response.status, await response.json());
  } catch {
    return { kind: "unreachable" };
  } finally {
    clearTimeout(timer);
  }
}

/** Only what the portal itself says of this tap is a refusal: a proxy in between, or an overloaded server, is asked again later. */
function resultOf(status: number, answer: { kind?: string; code?: string; field?: string | null; error?: { code?: string } } | null): SendResult {
  const code = answer?.code ?? answer?.error?.code ?? "";
  if (answer?.kind === "sent") return { kind: "sent" };
  if (code === "sign_in_needed") return { kind: "sign_in_needed" };
  if (code in STATUS && status >= 400 && status < 500 && status !== 429)
    return { kind: "refused", code: code as keyof typeof STATUS, field: answer?.field ?? null };
  return { kind: "unreachable" };
}
