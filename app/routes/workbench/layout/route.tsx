import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { PageFrame } from "../../../ui/workbench/page-frame.tsx";
import styles from "../../../ui/workbench/workbench.css?url";

export const handle = { access: { loader: "public" }, audience: "workbench" } as const;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context: { app, member, lang } }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  const who = member && { name: member.name, roles: member.roles, unread: await app.readers.workbench.unread(member) };
  return { who, lang, here: pathname + search };
}

export default function WorkbenchLayout() {
  return (
    <PageFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </PageFrame>
  );
}
