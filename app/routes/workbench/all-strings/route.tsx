import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isShow } from "../../../core/translation/queue.ts";
import { AllStringsPage } from "../../../ui/workbench/strings/all-strings-page.tsx";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "words.edit" }, audience: "workbench" } as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const given = new URL(request.url).searchParams;
  const show = given.get("show");
  const filter = { show: isShow(show) ? show : ("all" as const), text: (given.get("q") ?? "").normalize("NFC").trim().slice(0, 200) };
  const page = given.get("page") || null;
  const view = await context.app.readers.workbench.allStrings(signedIn(context), { filter, page }, context.lang);
  return { ...view, filter, page, lang: context.lang, title: titled(context, "home.strings") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AllStrings() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <AllStringsPage {...view} />;
}
