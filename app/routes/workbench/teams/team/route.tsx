import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TeamPage } from "../../../../ui/workbench/people/team-page.tsx";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { teamFrom } from "../team-form.ts";

export const handle = { access: { loader: "people.invite", action: "people.invite" }, audience: "workbench" } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const view = await app.readers.workbench.team(params.team ?? "");
  return { lang, ...view, title: named(context, view.team.name[lang]) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = teamFrom(await request.formData());
  const { refused } = await attempt(() => context.app.useCases.putTeam(signedIn(context), { ...typed, key: params.team ?? "" }));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect("/workbench/teams?done=team", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TeamRoute() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  const { typed = null, problem = null } = useActionData<typeof action>() ?? {};
  return <TeamPage {...view} typed={typed} problem={problem} />;
}
