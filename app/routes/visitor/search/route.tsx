import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import type { Narrowing, SearchResult } from "../../../core/search/document.ts";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import { SearchPage } from "../../../ui/visitor/search-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor", ownSearchBox: true } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

/** As many as one reads; whoever finds nothing among them asks otherwise. */
const SHOWN = 20;
/** In seconds: an index of some size is made in about as long. */
const COME_AGAIN = 5;

const NOTHING: Omit<SearchResult, "revision"> = { hits: [], total: 0, cut: false, facets: { topics: [], gates: [] }, meant: null };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const asked = new URL(request.url).searchParams;
  const query = (asked.get("q") ?? "").normalize("NFC").trim();
  const narrowing = { topic: asked.get("topic") || null, gate: asked.get("gate") || null };
  const result = query === "" ? NOTHING : await found(context, query, narrowing);
  const view = await app.readers.visitor.hits(lang, result ?? NOTHING, narrowing);
  const { total, cut, meant } = result ?? NOTHING;
  const isNarrowed = narrowing.topic !== null || narrowing.gate !== null;
  if (query !== "" && result && total === 0 && !isNarrowed) app.noteMiss(query, lang);
  const t = app.strings.instance(lang).getFixedT(lang, "visitor");
  const title = query === "" ? t("search.title") : t("search.titleFor", { query });
  const page = {
    ...view,
    query,
    narrowing,
    cut: cut || total > view.hits.length,
    meant,
    busy: result === null,
    head: { title, description: t("search.prompt"), listed: false },
  };
  return data(page, { status: result ? 200 : 503 });
}

/** Null while the index is being made: then the page says so and keeps the query. */
async function found({ app, lang, page }: LoaderFunctionArgs["context"], text: string, narrowing: Narrowing): Promise<SearchResult | null> {
  try {
    return await app.search.query({ text, lang, limit: SHOWN, ...narrowing });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "busy")) throw error;
    page.retryAfter(COME_AGAIN);
    return null;
  }
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Search() {
  const { head: _, ...page } = useLoaderData<typeof loader>();
  return <SearchPage {...page} />;
}
