import { AppError, type ErrorCode } from "../../core/errors.ts";

export interface Refused {
  code: ErrorCode;
  details: Readonly<Record<string, unknown>>;
  status: number;
}

/** What an attempt came to: its value, or the refusal that the person in front of the form should read. Anything else is thrown on. */
export async function attempt<T>(work: () => Promise<T>): Promise<{ done: T; refused: null } | { done: null; refused: Refused }> {
  try {
    return { done: await work(), refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { done: null, refused: { code: error.code, details: error.details, status: error.status } };
  }
}
