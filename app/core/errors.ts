import { inLang, type Lang } from "./language/languages.ts";

/**
 * Every way in which the product says no. A code is the key of its message (`errors:<code>` in locales/),
 * which exists in each language and says what to do next; the table gives its HTTP status.
 */
export const STATUS = {
  not_found: 404,
  unknown_language: 404,
  bad_request: 400,
  bad_text: 400,
  too_large: 413,
  query_too_long: 400,
  wrong_origin: 403,
  sign_in_needed: 401,
  sign_in_failed: 401,
  not_allowed: 403,
  own_work: 403,
  clash: 409,
  already_exists: 409,
  not_ready: 409,
  returned: 409,
  link_used: 410,
  withdrawn: 410,
  too_many_attempts: 429,
  weak_password: 422,
  wrong_password: 422,
  wrong_code: 422,
  last_administrator: 409,
  own_administration: 403,
  invalid: 422,
  markup_broken: 422,
  placeholders_differ: 422,
  pairing_code: 422,
  display_unpaired: 401,
  display_revoked: 401,
  picture_kind: 415,
  picture_broken: 422,
  picture_too_large: 422,
  checks_failed: 422,
  warnings_open: 409,
  busy: 503,
  stopping: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** A refusal the person in front of the page should read. `details` fill the message's placeholders: each a value, or one for each language. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return STATUS[this.code];
  }
}

/** The details as they fill the message in one language. */
export const detailsIn = (details: AppError["details"], lang: Lang): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, inLang(value, lang)]));
