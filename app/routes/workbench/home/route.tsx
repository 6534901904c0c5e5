import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WorkbenchHome } from "../../../ui/workbench/workbench-home.tsx";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "workbench.enter" }, audience: "workbench" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  return { lang, title: titled(context, "home.title"), ...(await app.readers.workbench.home(signedIn(context))) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Home() {
  return <WorkbenchHome {...useLoaderData<typeof loader>()} />;
}
