import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import { TopicPage } from "../../../ui/visitor/topic-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.topic(context.lang, params.topic ?? "", new URL(request.url).searchParams.get("after"));
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "visitor");
  return { ...view, head: { title: view.topic.name, description: t("topic.description", { topic: view.topic.name }) } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Topic() {
  return <TopicPage {...useLoaderData<typeof loader>()} />;
}
