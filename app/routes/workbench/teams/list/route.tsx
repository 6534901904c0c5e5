import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../../core/errors.ts";
import { TeamsPage, type TriedTeams } from "../../../../ui/workbench/people/teams-page.tsx";
import { doneIn } from "../../done-in.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { teamFrom } from "../team-form.ts";

export const handle = { access: { loader: "people.invite", action: "people.invite" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const words = app.strings.instance(lang).getFixedT(lang, "people");
  return { lang, ...(await app.readers.workbench.teams()), done: doneIn(request), title: named(context, words("teams.title")) };
}

/** Adds a team, or a commune's cluster. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { useCases } = context.app;
  const member = signedIn(context);
  const form = await request.formData();
  const which = form.get("form");
  if (which !== "team" && which !== "site") throw new AppError("bad_request");
  const typed = teamFrom(form);
  const { refused } = await attempt(() =>
    which === "team" ? useCases.putTeam(member, { ...typed, key: null }) : useCases.putSite(member, { name: typed.name, key: null }),
  );
  if (refused) return data<TriedTeams>({ form: which, typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/teams?done=${which}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Teams() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <TeamsPage {...view} tried={useActionData<typeof action>() ?? null} />;
}
