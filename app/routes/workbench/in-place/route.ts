import type { LoaderFunctionArgs } from "@remix-run/node";
import { language } from "../../../core/language/languages.ts";
import { mayAt } from "../../../core/people/roles.ts";
import type { Audience } from "../../../i18n/options.ts";
import { signedIn } from "../signed-in.ts";

export const handle = { access: { loader: "words.edit" }, audience: "workbench" } as const;

/** What the bar and its marks say (public/in-place/), each as it stands in `desk:inPlace`. */
const WORDS = ["bar", "open", "close", "marks", "strings", "desk", "edit", "title", "hint", "list", "none", "choose"] as const;

/**
 * What the member who asks may edit of an open page (`?page=`, its path), for the script that marks it: visitors' pages themselves are the
 * same for everyone. The marks grant nothing: every save is asked again.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app } = context;
  const member = signedIn(context);
  const path = (new URL(request.url).searchParams.get("page") ?? "").slice(0, 300);
  const { lang: pageLang, pairs } = await app.readers.workbench.inPlace(member, path);
  const lang = pageLang ?? member.lang;
  const audience = audienceOf(path);
  const strings = mayAt(member.grants, "words.edit", { lang }) ? `/locales/${audience}.${app.strings.bundle(audience).version}.json` : null;
  const t = app.strings.instance(lang).getFixedT(lang, "desk");
  const words = Object.fromEntries(WORDS.map((word) => [word, t(`inPlace.${word}`, { interpolation: { skipOnVariables: true }, skipInterpolation: true })]));
  return Response.json({ lang: language(lang).tag, pairs, strings, words });
}

function audienceOf(path: string): Audience {
  if (/^\/workbench(\/|$)/.test(path)) return "workbench";
  return path.startsWith("/kiosk/") ? "display" : "visitor";
}
