import { type ActionFunctionArgs, type AppLoadContext, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import type { Done } from "../../../ui/workbench/people/done-note.tsx";
import { PersonPage } from "../../../ui/workbench/people/person-page.tsx";
import type { OpenSession } from "../../../use-cases/open-session.ts";
import { doneIn } from "../done-in.ts";
import { standingFrom } from "../people/standing-form.ts";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "people.invite", action: "people.invite" }, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  const view = await app.readers.workbench.person(params.member ?? "");
  return { lang, ...view, own: view.member.id === signedIn(context).id, done: doneIn(request), title: named(context, view.member.name) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const id = params.member ?? "";
  const { done, refused } = await attempt(() => act(context, request, id, form));
  if (refused) return data({ typed: form.get("intent") === "change" ? standingFrom(form) : null, problem: refused }, { status: refused.status });
  const headers = done.session ? { "Set-Cookie": await context.app.sessions.give(done.session) } : undefined;
  return redirect(`/workbench/people/${id}?done=${done.what}`, { status: 303, headers });
}

/**
 * Does what the pressed button says.
 * @returns what was done, and a new session for the browser where the administrator's own roles changed
 */
async function act({ app, ...context }: AppLoadContext, request: Request, id: string, form: FormData): Promise<{ what: Done; session?: OpenSession | null }> {
  const { useCases } = app;
  const member = signedIn({ app, ...context });
  switch (form.get("intent")) {
    case "change": {
      const userAgent = request.headers.get("user-agent") ?? "";
      const { session } = await useCases.changeMember(member, { id, seen: String(form.get("seen") ?? ""), userAgent, ...standingFrom(form) });
      return { what: "changed", session };
    }
    case "sign-out":
      await useCases.signOutEverywhere(member, { id, keep: null });
      return { what: "signed-out" };
    case "remove-factor":
      await useCases.removeSecondFactor(member, { id, password: "" });
      return { what: "factor-removed" };
    case "disable":
      await useCases.disableMember(member, { id, disabled: true });
      return { what: "disabled" };
    case "enable":
      await useCases.disableMember(member, { id, disabled: false });
      return { what: "enabled" };
    default:
      throw new AppError("bad_request");
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Person() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  const { typed = null, problem = null } = useActionData<typeof action>() ?? {};
  return <PersonPage {...view} typed={typed} problem={problem} />;
}
