/** Longest wait for an answer's head (ms). */
const PATIENCE = 15_000;

export interface AskInit {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/** Asks the server itself, past every cache. Rejects when there is no answer in time; what body follows is the caller's to wait for. */
export async function askServer(path: string, { method = "GET", headers = {}, body }: AskInit = {}): Promise<Response> {
  const giving = new AbortController();
  const timer = setTimeout(() => giving.abort(), PATIENCE);
  try {
    return await fetch(path, {
      method,
      headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: "no-store",
      redirect: "error",
      credentials: "same-origin",
      signal: giving.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the server is there and well. */
export const isHealthy = (): Promise<boolean> =>
  askServer("/readyz").then(
    ({ ok }) => ok,
    () => false,
  );

/** Why the server sent the device away; null: it didn't, or somebody else did, such as a hotspot on the way. */
export async function refusalOf(answer: Response): Promise<"display_unpaired" | "display_revoked" | null> {
  if (answer.status !== 401) return null;
  try {
    const { error } = (await answer.clone().json()) as { error?: { code?: unknown } };
    return error?.code === "display_unpaired" || error?.code === "display_revoked" ? error.code : null;
  } catch {
    return null;
  }
}
