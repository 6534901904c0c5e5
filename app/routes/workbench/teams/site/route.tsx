import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SitePage } from "../../../../ui/workbench/people/site-page.tsx";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { teamFrom } from "../team-form.ts";

export const handle = { access: { loader: "people.invite", action: "people.invite" }, audience: "workbench" } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const site = await app.readers.workbench.site(params.site ?? "");
  return { lang, site, title: named(context, site.name[lang]) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { name } = teamFrom(await request.formData());
  const { refused } = await attempt(() => context.app.useCases.putSite(signedIn(context), { name, key: params.site ?? "" }));
  if (refused) return data({ typed: name, problem: refused }, { status: refused.status });
  return redirect("/workbench/teams?done=site", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SiteRoute() {
  const { lang, site } = useLoaderData<typeof loader>();
  const { typed = null, problem = null } = useActionData<typeof action>() ?? {};
  return <SitePage lang={lang} site={site} typed={typed} problem={problem} />;
}
