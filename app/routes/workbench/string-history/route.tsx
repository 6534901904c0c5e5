import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import { may } from "../../../core/people/roles.ts";
import { doneFrom } from "../../../ui/workbench/publishing/done-note.tsx";
import { StringHistoryPage } from "../../../ui/workbench/publishing/string-history-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "words.read", action: "pair.publish" }, audience: "workbench" } as const;

const keyIn = (request: Request): string => new URL(request.url).searchParams.get("key") ?? "";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { roles } = signedIn(context);
  const view = await context.app.readers.workbench.stringHistory(params.namespace ?? "", keyIn(request));
  const done = doneFrom(new URL(request.url).searchParams.get("done"));
  return { view, done, lang: context.lang, mayPublish: may(roles, "pair.publish"), title: named(context, view.key) };
}

/** Shows readers an earlier pair again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const [namespace, key, to] = [params.namespace ?? "", keyIn(request), Number(form.get("to"))];
  if (!Number.isSafeInteger(to) || to < 0) throw new AppError("invalid", { field: "to" });
  const { refused } = await attempt(() =>
    context.app.useCases.rollBackString(signedIn(context), { namespace, key, to, reason: String(form.get("reason") ?? "") }),
  );
  if (refused) return data({ problem: refused }, refused.status);
  return redirect(`/workbench/strings/${namespace}/history?key=${encodeURIComponent(key)}&done=string`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StringHistory() {
  return <StringHistoryPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem ?? null} />;
}
