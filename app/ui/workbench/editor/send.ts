import { STATUS } from "../../../core/errors.ts";
import type { StructureAnswer, Submission } from "./answers.ts";

const PATH = "/workbench/structure";
/** A save that takes longer is taken for lost, and tried again: sent twice it changes nothing. Milliseconds. */
const PATIENCE_MS = 20_000;

/** Sends what was written. Never throws: whatever happens is an answer. */
export async function sendStructure(submission: Submission): Promise<StructureAnswer> {
  try {
    const response = await fetch(PATH, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(submission),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.type === "opaqueredirect") return refused("sign_in_needed");
    const answer: unknown = await response.json();
    if (typeof answer === "object" && answer !== null && "kind" in answer) return answer as StructureAnswer;
    const code = (answer as { error?: { code?: string } } | null)?.error?.code ?? "";
    return refused(code in STATUS ? (code as keyof typeof STATUS) : "internal");
  } catch {
    return refused("unreachable");
  }
}

const refused = (code: Extract<StructureAnswer, { kind: "refused" }>["code"]): StructureAnswer => ({ kind: "refused", code, details: {} });
