import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "../../../core/errors.ts";
import { DEFAULT_LANG, languageOfSegment } from "../../../core/language/languages.ts";
import { apiAnswer, pagingOf } from "../answers.ts";

export const handle = { access: { loader: "public" } } as const;

/** The index ranks no more than these. */
const RANKED = 50;

/** Best first, in one page: what is not among the first fifty is found by other words. */
export async function loader({ request, context: { app } }: LoaderFunctionArgs) {
  const { limit } = pagingOf(request);
  const { searchParams } = new URL(request.url);
  const wanted = languageOfSegment(searchParams.get("lang") ?? DEFAULT_LANG);
  if (!wanted) throw new AppError("bad_request");
  const text = (searchParams.get("q") ?? "").normalize("NFC").trim();
  if (text === "") throw new AppError("bad_request");
  const { hits } = await app.search.query({ text, lang: wanted.lang, limit: Math.min(limit, RANKED) });
  return apiAnswer({ items: await app.readers.machines.hits(wanted.lang, hits), next: null });
}
