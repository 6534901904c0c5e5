import { STATUS } from "../../../core/errors.ts";
import type { ApproveAnswer, SaveAnswer, SaveRefusal } from "./answers.ts";

/** Where the desk's scripts send words and approvals; plain forms go to the page itself. */
const PATH = "/workbench/words";

/**
 * Submits a form of the desk in place. Never throws: whatever happens comes back as an answer beside the text,
 * so that nothing typed is lost with the page.
 */
export async function send<Answer extends SaveAnswer | ApproveAnswer>(fields: Record<string, string>): Promise<Answer | ({ kind: "refused" } & SaveRefusal)> {
  try {
    const response = await fetch(PATH, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(fields), redirect: "manual" });
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
