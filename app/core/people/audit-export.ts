import type { AuditEntry } from "./audit-chain.ts";

/** An entry as it leaves the portal. */
export interface ExportedEntry extends AuditEntry {
  /** Number of its seal; null: not sealed yet. */
  seal: number | null;
  /** The name of who did it, today; "" where nobody did or nobody is known by that id. */
  name: string;
}

/** The columns of a table of entries, in their order. */
export const AUDIT_COLUMNS = ["id", "at", "by", "name", "act", "object", "before", "after", "seal"] as const;

/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Spreadsheets take what begins with one of these for a formula: a sign before it keeps it words. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvOf(entry: ExportedEntry): string {
  const shown = {
    ...entry,
    at: entry.at.toISOString(),
    by: entry.by ?? "",
    before: jsonOf(entry.before),
    after: jsonOf(entry.after),
    seal: String(entry.seal ?? ""),
  };
  return csvLine(AUDIT_COLUMNS.map((column) => shown[column]));
}

const jsonOf = (value: unknown): string => (value === null || value === undefined ? "" : JSON.stringify(value));

/** A line of JSON: just what the seals were computed from, and which. */
export const jsonLineOf = ({ name: _, seal, ...entry }: ExportedEntry): string => `${JSON.stringify({ ...entry, seal })}\n`;
