import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FactsPage } from "../../../../ui/workbench/facts/facts-page.tsx";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";

export const handle = { access: { loader: "words.read" }, audience: "workbench" } as const;

const STANDINGS = ["overdue", "verify", "pending"] as const;
/** Longer than any label. */
const LONGEST_QUERY = 200;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const member = signedIn(context);
  const params = new URL(request.url).searchParams;
  const standing = STANDINGS.find((one) => one === params.get("standing")) ?? null;
  const asked = { query: (params.get("q") ?? "").slice(0, LONGEST_QUERY), agency: params.get("agency") ?? "", standing };
  const t = app.strings.instance(lang).getFixedT(lang, "records");
  return { view: await app.readers.workbench.facts(member, asked), asked, lang, roles: member.roles, title: named(context, t("facts.title")) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Facts() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <FactsPage {...page} />;
}
