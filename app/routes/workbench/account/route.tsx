import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SESSION_HOURS } from "../../../core/people/terms.ts";
import { AccountPage } from "../../../ui/workbench/people/account-page.tsx";
import { doneIn } from "../done-in.ts";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";
import { accountAct, intentOf } from "./account-act.ts";

export const handle = { access: { loader: "workbench.enter", action: "workbench.enter" }, audience: "workbench" } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const account = await app.readers.workbench.account(signedIn(context), await app.sessions.secretOf(request));
  const words = app.strings.instance(lang).getFixedT(lang, "people");
  return { lang, account, done: doneIn(request), title: named(context, words("account.title")) };
}

/** A new key is in this one answer and nowhere else; all else is done and leads back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = intentOf(form);
  const { done: came, refused } = await attempt(() => accountAct(context, request, intent, form));
  const typed = { name: String(form.get("name") ?? ""), lang: String(form.get("lang") ?? "") };
  if (refused?.code === "too_many_attempts") context.page.retryAfter(Number(refused.details.retryAfterSeconds));
  if (refused) return data({ tried: { intent, problem: refused, typed }, drawn: null }, { status: refused.status });
  if (came.drawn) return data({ tried: null, drawn: came.drawn });
  const headers = came.session ? { "Set-Cookie": await context.app.sessions.give(came.session) } : undefined;
  return redirect(`/workbench/account?done=${came.what}`, { status: 303, headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Account() {
  const { lang, account, done } = useLoaderData<typeof loader>();
  const { tried = null, drawn = null } = useActionData<typeof action>() ?? {};
  return <AccountPage lang={lang} account={account} hours={SESSION_HOURS} done={done} tried={tried} drawn={drawn} />;
}
