import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import { QuestionsPage } from "../../../ui/visitor/questions-page.tsx";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

export async function loader({ context }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.questions(context.lang);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "pages");
  return { ...view, head: { title: t("questions.title"), description: t("questions.lead") } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Questions() {
  return <QuestionsPage {...useLoaderData<typeof loader>()} />;
}
