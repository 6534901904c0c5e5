import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { isLang } from "../../../core/language/languages.ts";
import { rememberLang } from "../../../i18n/remembered-lang.server.ts";

export const handle = { access: { loader: "public" } } as const;

/** Remembers the language and goes there: a plain link, so that it works without JavaScript and without a form. */
export function loader({ params, context: { app } }: LoaderFunctionArgs) {
  if (!isLang(params.lang)) throw new AppError("unknown_language");
  return redirect(`/${params.lang}`, { status: 303, headers: { "Set-Cookie": rememberLang(params.lang, app.settings), "Cache-Control": "no-store" } });
}
