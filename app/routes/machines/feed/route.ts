import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { atomFeed } from "../../../core/feeds/atom.ts";
import { isLang } from "../../../core/language/languages.ts";
import { FRESH, freshFor } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

/** The newest articles, answers and notices in one language. */
export async function loader({ params: { lang }, context: { app } }: LoaderFunctionArgs) {
  if (!isLang(lang)) throw new AppError("unknown_language");
  const common = app.strings.instance(lang).getFixedT(lang, "common");
  const name = common("site.name");
  const feed = atomFeed({
    origin: app.settings.origin,
    lang,
    title: `${name} · ${common("site.title")}`,
    author: name,
    entries: await app.readers.machines.feed(lang),
    now: new Date(),
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": freshFor(FRESH.feed) } });
}
