import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import { SearchPage } from "../../../ui/visitor/search-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor", ownSearchBox: true } as const;

/** As many as one reads; whoever finds nothing among them asks otherwise. */
const SHOWN = 20;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = (new URL(request.url).searchParams.get("q") ?? "").normalize("NFC").trim();
  const { hits } = query === "" ? { hits: [] } : await context.app.search.query({ text: query, lang: context.lang, limit: SHOWN });
  const view = await context.app.readers.visitor.hits(context.lang, hits);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "visitor");
  const title = query === "" ? t("search.title") : t("search.titleFor", { query });
  return { ...view, query, cut: hits.length === SHOWN, head: { title, listed: false } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
