import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isLang } from "../../../core/language/languages.ts";
import { PERIODS } from "../../../core/search/misses.ts";
import { MissesPage } from "../../../ui/workbench/misses-page.tsx";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "words.edit" }, audience: "workbench" } as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const period = PERIODS.find((days) => String(days) === asked.get("days")) ?? PERIODS[1];
  const only = asked.get("lang");
  const inLang = isLang(only) ? only : null;
  const view = await context.app.readers.workbench.misses(inLang, period);
  return { ...view, period, inLang, lang: context.lang, title: titled(context, "misses.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Misses() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <MissesPage {...page} />;
}
