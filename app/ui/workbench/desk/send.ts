import { STATUS } from "../../../core/errors.ts";
import type { SaveRefusal } from "./answers.ts";

/** Where the desk's scripts send what; plain forms go to the page itself. */
const PATHS = { words: "/workbench/words", comments: "/workbench/comments", presence: "/workbench/presence" };

/**
 * Submits a form of the desk in place. Never throws: whatever happens comes back as an answer beside the text,
 * so that nothing typed is lost with the page.
 */
export async function send<Answer extends { kind: string }>(
  fields: Record<string, string>,
  to: keyof typeof PATHS = "words",
): Promise<Answer | ({ kind: "refused" } & SaveRefusal)> {
  return ask<Answer>(PATHS[to], { method: "POST", body: new URLSearchParams(fields) });
}

/** Asks for everything that was ever submitted for a unit. */
export const askHistory = <Answer extends { kind: string }>(owner: string, unit: string): Promise<Answer | ({ kind: "refused" } & SaveRefusal)> =>
  ask<Answer>(`${PATHS.words}?${new URLSearchParams({ owner, unit })}`, {});

/** Says that the page is being left; nobody waits for the answer. */
export const sayGone = (fields: Record<string, string>): void => {
  navigator.sendBeacon(PATHS.presence, new URLSearchParams(fields));
};

async function ask<Answer extends { kind: string }>(path: string, init: RequestInit): Promise<Answer | ({ kind: "refused" } & SaveRefusal)> {
  try {
    const response = await fetch(path, { ...init, headers: { Accept: "application/json" }, redirect: "manual" });
    // A redirect leads to the sign-in page: the session has ended.
    if (response.type === "opaqueredirect") return refused("sign_in_needed");
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer as Answer;
    return refused(codeOf(answer));
  } catch {
    return refused("unreachable");
  }
}

const refused = (code: SaveRefusal["code"]): { kind: "refused" } & SaveRefusal => ({ kind: "refused", code, details: {} });
const isAnswer = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value;

/** The code in `{ error: { code } }`, as the server's guards say no; `internal` for anything else. */
function codeOf(value: unknown): SaveRefusal["code"] {
  const code = (value as { error?: { code?: string } } | null)?.error?.code ?? "";
  return code in STATUS ? (code as SaveRefusal["code"]) : "internal";
}
