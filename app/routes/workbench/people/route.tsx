import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { INVITATION_HOURS } from "../../../core/people/terms.ts";
import { PeoplePage } from "../../../ui/workbench/people-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "people.invite", action: "people.invite" }, audience: "workbench" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  return { lang, title: titled(context, "people.title"), members: await app.readers.workbench.members() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { app } = context;
  const form = await request.formData();
  const typed = { email: String(form.get("email") ?? ""), roles: form.getAll("roles").map(String) };
  const { done, refused } = await attempt(() => app.useCases.inviteMember(signedIn(context), { roles: typed.roles, email: typed.email.trim() || null }));
  if (refused) return data({ typed, problem: refused, link: null }, { status: refused.status });
  return data({ typed: null, problem: null, link: { href: `${app.settings.origin}/workbench/join/${done.secret}`, expiresAt: done.expiresAt } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function People() {
  const { lang, members } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return (
    <PeoplePage
      lang={lang}
      members={members}
      hours={INVITATION_HOURS}
      typed={tried?.typed ?? null}
      problem={tried?.problem ?? null}
      link={tried?.link ?? null}
    />
  );
}
