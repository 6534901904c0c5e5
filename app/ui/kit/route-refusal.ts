import { isRouteErrorResponse } from "@remix-run/react";
import { type ErrorCode, STATUS } from "../../core/errors.ts";

/** A refusal as an error page tells it. */
export interface ShownRefusal {
  code: ErrorCode;
  details: Readonly<Record<string, unknown>>;
}

/** What `useRouteError` gave, as one of the product's refusals. What nobody foresaw is `internal`; `failure` is the id under which the server logged it. */
export function refusalOf(error: unknown, failure: string | null): ShownRefusal {
  if (!isRouteErrorResponse(error)) return { code: "internal", details: failure ? { id: failure } : {} };
  const { code, details } = (error.data ?? {}) as { code?: unknown; details?: unknown };
  if (isErrorCode(code)) return { code, details: (details ?? {}) as ShownRefusal["details"] };
  return { code: error.status === 404 ? "not_found" : error.status < 500 ? "bad_request" : "internal", details: {} };
}

/** The words for a head's title, in the visitor's language, where a layout's own data are missing; "" when nothing was refused. */
export function refusalTitle(error: unknown): string {
  const title: unknown = isRouteErrorResponse(error) ? (error.data as { title?: unknown } | null)?.title : null;
  return typeof title === "string" ? title : "";
}

const isErrorCode = (value: unknown): value is ErrorCode => typeof value === "string" && Object.hasOwn(STATUS, value);
