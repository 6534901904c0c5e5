import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import pairs from "../../../ui/visitor/pairs.css?url";
import { SideBySidePage } from "../../../ui/visitor/side-by-side-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: pairs }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.sideBySide(context.lang, params.slug ?? "");
  context.page.validUntil(view.validUntil);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "visitor");
  return { ...view, head: { title: t("sideBySide.title", { title: view.title }), description: t("sideBySide.lead") } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function SideBySide() {
  return <SideBySidePage {...useLoaderData<typeof loader>()} />;
}
