import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";

export const handle = { access: { loader: "public" } } as const;

/** `/locales/<audience>.<version>.json`: the very strings that a page was rendered with; its name changes when they do. */
export function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const json = app.strings.file(params.file ?? "");
  if (json === null) throw new AppError("not_found");
  return new Response(json, { headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=31536000, immutable" } });
}
