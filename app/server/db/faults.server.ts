import { AppError } from "../../core/errors.ts";

interface PrismaFault {
  code?: string;
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } };
}

/** Prisma's code of an error ("P2002") and the database's own ("40001"), where they are known. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error instanceof AppError) return [];
  const fault = error as PrismaFault;
  const cause = fault.meta?.driverAdapterError?.cause ?? ((error.cause ?? {}) as { originalCode?: string });
  return [fault.code, cause.originalCode].filter((code) => typeof code === "string");
}

/** A unique key was taken. */
const TAKEN = new Set(["P2002", "23505"]);

/** Two transactions stood in each other's way, and the database gave one up: it may succeed when run again. */
const CONFLICT = new Set(["P2034", "40001", "40P01"]);

/** SQLite's write lock is held by another process. */
const LOCKED = new Set(["P1008", "SQLITE_BUSY"]);

/** No connection, no lock or no end in time: the person may try again later. */
const OUT_OF_REACH = new Set([
  ...LOCKED,
  // Prisma: unreachable, timed out, closed, no connection or no start of a transaction in time
  ...["P1001", "P1002", "P1017", "P2024", "P2028", "P2037"],
  // PostgreSQL: no lock in time, cancelled by its limit, too many connections, server stopping or starting, idle in its transaction
  ...["55P03", "57014", "53300", "57P01", "57P02", "57P03", "25P03"],
]);

/** What node-postgres says without a code: every connection of its pool is in use, or one broke. */
const WITHOUT_CODE = /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

const has =
  (codes: ReadonlySet<string>) =>
  (error: unknown): boolean =>
    codesOf(error).some((code) => codes.has(code));

export const isTaken = has(TAKEN);
export const isConflict = has(CONFLICT);
export const isLocked = has(LOCKED);
const isOutOfReach = has(OUT_OF_REACH);

/**
 * The refusal that an error of the database means to the person who waits: `busy` when the database is out of reach or overloaded,
 * `clash` when somebody took a unique key first; else the error itself.
 */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  if (isTaken(error)) return new AppError("clash");
  return isConflict(error) || isOutOfReach(error) || WITHOUT_CODE.test(error.message) ? new AppError("busy") : error;
}

/**
 * Runs an insert whose unique key somebody may have taken first.
 * @throws AppError with the given code in that case
 */
export async function unlessTaken<T>(code: "clash" | "already_exists", insert: Promise<T>): Promise<T> {
  try {
    return await insert;
  } catch (error) {
    throw isTaken(error) ? new AppError(code) : error;
  }
}
