import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInForm } from "../../../ui/workbench/sign-in-form.tsx";
import { nextPage } from "../next-page.ts";
import { attempt } from "../refusals.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextPage(new URL(request.url).searchParams.get("next"));
  if (context.member) throw redirect(next);
  return { next, title: titled(context, "signIn.title") };
}

export async function action({ request, context: { app, address, page } }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get("email") ?? "");
  const password = String(form.get("password") ?? "");
  const formerSecret = await app.sessions.secretOf(request);
  const { done, refused } = await attempt(() => app.useCases.signIn({ email, password, address, formerSecret }));
  if (done) return redirect(nextPage(form.get("next")), { status: 303, headers: { "Set-Cookie": await app.sessions.give(done) } });
  if (refused.code === "too_many_attempts") page.retryAfter(Number(refused.details.retryAfterSeconds));
  return data({ email, problem: refused }, { status: refused.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return <SignInForm next={next} email={tried?.email ?? ""} problem={tried?.problem ?? null} />;
}
