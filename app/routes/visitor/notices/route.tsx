import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { NoticesPage } from "../../../ui/visitor/notices-page.tsx";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";

export const handle = { access: { loader: "public" }, audience: "visitor", ownNotices: true } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

export async function loader({ context }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.notices(context.lang);
  context.page.validUntil(view.validUntil);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "pages");
  return { ...view, head: { title: t("notices.title"), description: t("notices.lead") } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Notices() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />;
}
