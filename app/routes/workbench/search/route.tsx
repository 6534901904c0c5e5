import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WorkSearchPage } from "../../../ui/workbench/search/work-search-page.tsx";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "words.read" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const found = await app.readers.workbench.search(new URL(request.url).searchParams.get("q") ?? "");
  return { ...found, lang, title: titled(context, "search.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WorkSearch() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <WorkSearchPage {...page} />;
}
