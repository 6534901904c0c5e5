import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInForm } from "../../../ui/workbench/people/sign-in-form.tsx";
import { nextPage } from "../next-page.ts";
import { attempt } from "../refusals.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;

export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const next = nextPage(asked.get("next"));
  if (context.member) throw redirect(next);
  return { next, over: asked.has("over"), title: titled(context, "signIn.title") };
}

/** Where a code is still to come, the password's step leads to the page that asks for it. */
export async function action({ request, context: { app, address, page } }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get("email") ?? "");
  const password = String(form.get("password") ?? "");
  const next = nextPage(form.get("next"));
  const formerSecret = await app.sessions.secretOf(request);
  const userAgent = request.headers.get("user-agent") ?? "";
  const { done, refused } = await attempt(() => app.useCases.signIn({ email, password, address, formerSecret, userAgent }));
  if (done?.kind === "signed-in") return redirect(next, { status: 303, headers: { "Set-Cookie": await app.sessions.give(done.session) } });
  if (done) {
    const headers = { "Set-Cookie": await app.sessions.step.give(done.step) };
    return redirect(`/workbench/sign-in/code?next=${encodeURIComponent(next)}`, { status: 303, headers });
  }
  if (refused.code === "too_many_attempts") page.retryAfter(Number(refused.details.retryAfterSeconds));
  return data({ email, problem: refused }, { status: refused.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignIn() {
  const { next, over } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return <SignInForm next={next} over={over} email={tried?.email ?? ""} problem={tried?.problem ?? null} />;
}
