import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import phrases from "../../../ui/visitor/phrases.css?url";
import { PhrasesPage } from "../../../ui/visitor/phrases-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: phrases }];

export async function loader({ context }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.phrases(context.lang);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "pages");
  return { ...view, head: { title: t("phrases.title"), description: t("phrases.lead") } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Phrases() {
  return <PhrasesPage {...useLoaderData<typeof loader>()} />;
}
