import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { BoardPage } from "../../../ui/visitor/board-page.tsx";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";

export const handle = { access: { loader: "public" }, audience: "visitor", priorityNotices: true } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

export async function loader({ context }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.board();
  context.page.validUntil(view.validUntil);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "visitor");
  return { ...view, head: { title: t("board.page"), description: t("board.description") } };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Board() {
  return <BoardPage {...useLoaderData<typeof loader>()} />;
}
