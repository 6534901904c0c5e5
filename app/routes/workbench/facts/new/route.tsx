import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewFactPage } from "../../../../ui/workbench/facts/new-fact-page.tsx";
import { typedFrom } from "../../../../ui/workbench/facts/typed-form.ts";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";

export const handle = { access: { loader: "facts.edit", action: "facts.edit" }, audience: "workbench", hydrate: true } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const t = app.strings.instance(lang).getFixedT(lang, "records");
  const type = new URL(request.url).searchParams.get("type");
  return { ...(await app.readers.workbench.factChoices()), lang, type, title: named(context, t("facts.new")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = { fact: typedFrom(form), reason: String(form.get("reason") ?? "") };
  const { done, refused } = await attempt(() =>
    context.app.useCases.proposeFact(signedIn(context), { key: null, typed: typed.fact, seen: "", reason: typed.reason }),
  );
  if (refused) return data({ typed, problem: refused }, refused.status);
  return redirect(`/workbench/facts/${done.key}?done=proposed`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewFact() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  const { typed = null, problem = null } = useActionData<typeof action>() ?? {};
  return <NewFactPage {...page} typed={typed} problem={problem} />;
}
