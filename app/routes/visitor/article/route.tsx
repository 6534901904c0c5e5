import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ArticlePage } from "../../../ui/visitor/article-page.tsx";
import { editionHead, pageMeta } from "../../../ui/visitor/page-meta.ts";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.article(context.lang, params.slug ?? "");
  context.page.validUntil(view.validUntil);
  return view;
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data && editionHead(page.data));

export default function Article() {
  return <ArticlePage {...useLoaderData<typeof loader>()} />;
}
