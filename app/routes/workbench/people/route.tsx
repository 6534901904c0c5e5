import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { INVITATION_HOURS } from "../../../core/people/terms.ts";
import { PeoplePage } from "../../../ui/workbench/people/people-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";
import { standingFrom } from "./standing-form.ts";

export const handle = { access: { loader: "people.invite", action: "people.invite" }, audience: "workbench" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  return { lang, title: titled(context, "people.title"), ...(await app.readers.workbench.people()) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { app } = context;
  const form = await request.formData();
  const typed = { email: String(form.get("email") ?? ""), ...standingFrom(form) };
  const { done, refused } = await attempt(() => app.useCases.inviteMember(signedIn(context), { ...typed, email: typed.email.trim() || null }));
  if (refused) return data({ typed, problem: refused, link: null }, { status: refused.status });
  return data({ typed: null, problem: null, link: { href: `${app.settings.origin}/workbench/join/${done.secret}`, expiresAt: done.expiresAt } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function People() {
  const { lang, members, choices } = useLoaderData<typeof loader>();
  const { typed = null, problem = null, link = null } = useActionData<typeof action>() ?? {};
  return <PeoplePage lang={lang} members={members} choices={choices} hours={INVITATION_HOURS} typed={typed} problem={problem} link={link} />;
}
