import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { HomePage } from "../../../ui/visitor/home-page.tsx";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";

export const handle = { access: { loader: "public" }, audience: "visitor", priorityNotices: true, ownSearchBox: true } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

export async function loader({ context }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.home(context.lang);
  context.page.validUntil(view.validUntil);
  const instance = context.app.strings.instance(context.lang);
  return { ...view, head: { title: instance.t("common:site.title"), description: instance.t("visitor:home.description") } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
