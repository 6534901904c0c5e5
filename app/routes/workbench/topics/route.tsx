import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { doneFrom } from "../../../ui/workbench/publishing/done-note.tsx";
import { TopicsPage } from "../../../ui/workbench/publishing/topics-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "places.edit", action: "places.edit" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const t = app.strings.instance(lang).getFixedT(lang, "publishing");
  const done = doneFrom(new URL(request.url).searchParams.get("done"));
  return { ...(await app.readers.workbench.topics(signedIn(context))), done, title: named(context, t("topics.title")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refused } = await attempt(() =>
    context.app.useCases.setTopicSignOff(signedIn(context), { topic: String(form.get("topic") ?? ""), agencies: form.getAll("agency").map(String) }),
  );
  if (refused) return data({ problem: refused }, refused.status);
  return redirect("/workbench/topics?done=topic", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Topics() {
  return <TopicsPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem ?? null} />;
}
