import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { editionHead, pageMeta } from "../../../ui/visitor/page-meta.ts";
import { QuestionPage } from "../../../ui/visitor/question-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.question(context.lang, params.slug ?? "");
  context.page.validUntil(view.validUntil);
  return view;
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data && editionHead(page.data));

export default function Question() {
  return <QuestionPage {...useLoaderData<typeof loader>()} />;
}
