import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { gateTitle } from "../../../ui/kit/gate-name.ts";
import { GatePage } from "../../../ui/visitor/gate-page.tsx";
import overview from "../../../ui/visitor/overview.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";

export const handle = { access: { loader: "public" }, audience: "visitor", priorityNotices: true } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: overview }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const view = await context.app.readers.visitor.gate(context.lang, params.gate ?? "");
  context.page.validUntil(view.validUntil);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "visitor");
  const { gate } = view.station;
  return {
    ...view,
    head: {
      title: t("gate.title", { name: gateTitle(gate, context.lang) }),
      description: gate.summary[context.lang],
      crumbs: [{ name: t("board.page"), below: "/gates" }],
    },
  };
}

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Gate() {
  return <GatePage {...useLoaderData<typeof loader>()} />;
}
