import { randomBytes } from "node:crypto";

type Field = string | number | boolean | null;

/**
 * What happened, for who runs the server: a line of JSON each, or plain words on a terminal.
 * Callers name routes, codes and counts; never an address of a person, a query, a form's content or a link's secret.
 */
export interface Log {
  info(event: string, fields?: Record<string, Field>): void;
  /** With the error's stack. */
  error(event: string, error: unknown, fields?: Record<string, Field>): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** A log that writes to `out` (what is well) and `err` (what is not). */
export function openLog(out: Output, err: Output): Log {
  const write = (to: Output, level: "info" | "error", event: string, fields: Record<string, Field>, error?: unknown) => {
    const stack = error === undefined ? undefined : stackOf(error);
    if (to.isTTY) to.write(`${[event, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(" ")}${stack ? `\n${stack}` : ""}\n`);
    else to.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields, ...(stack && { stack }) })}\n`);
  };
  return {
    info: (event, fields = {}) => write(out, "info", event, fields),
    error: (event, error, fields = {}) => write(err, "error", event, fields, error),
  };
}

/** The process's own log. */
export const log: Log = openLog(process.stdout, process.stderr);

/** Short enough to be read out on the phone, long enough to be found in a log. */
export const newFailureId = (): string => randomBytes(5).toString("hex");

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
