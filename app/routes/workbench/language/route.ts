import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { isLang } from "../../../core/language/languages.ts";
import { rememberLang } from "../../../i18n/remembered-lang.server.ts";
import { nextPage } from "../next-page.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;

/** A member's choice is kept with the member; before sign-in the browser remembers it. */
export async function action({ request, context: { app, member } }: ActionFunctionArgs) {
  const form = await request.formData();
  const lang = form.get("lang");
  const next = nextPage(form.get("next"));
  if (!isLang(lang)) throw new AppError("unknown_language");
  if (!member) return redirect(next, { status: 303, headers: { "Set-Cookie": rememberLang(lang, app.settings) } });
  await app.useCases.chooseLanguage(member, lang);
  return redirect(next, 303);
}

/** Opened as an address, it changes nothing. */
export const loader = () => redirect("/workbench");
