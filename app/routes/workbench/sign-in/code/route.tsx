import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodeForm } from "../../../../ui/workbench/people/code-form.tsx";
import { nextPage } from "../../next-page.ts";
import { attempt } from "../../refusals.ts";
import { named } from "../../titled.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;

const fromTheStart = (next: string) => redirect(`/workbench/sign-in?over&next=${encodeURIComponent(next)}`, 303);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, member, lang } = context;
  const next = nextPage(new URL(request.url).searchParams.get("next"));
  if (member) throw redirect(next);
  if (!(await app.sessions.step.secretOf(request))) throw fromTheStart(next);
  const words = app.strings.instance(lang).getFixedT(lang, "people");
  return { next, title: named(context, words("code.title")) };
}

export async function action({ request, context: { app, address, page } }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = nextPage(form.get("next"));
  const secret = await app.sessions.step.secretOf(request);
  if (!secret) return fromTheStart(next);
  const formerSecret = await app.sessions.secretOf(request);
  const userAgent = request.headers.get("user-agent") ?? "";
  const code = String(form.get("code") ?? "");
  const { done, refused } = await attempt(() => app.useCases.finishSignIn({ secret, code, address, formerSecret, userAgent }));
  if (done) {
    const headers = new Headers({ "Set-Cookie": await app.sessions.give(done) });
    headers.append("Set-Cookie", await app.sessions.step.take());
    return redirect(next, { status: 303, headers });
  }
  if (refused.code === "sign_in_needed") return fromTheStart(next);
  if (refused.code === "too_many_attempts") page.retryAfter(Number(refused.details.retryAfterSeconds));
  return data({ problem: refused }, { status: refused.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Code() {
  const { next } = useLoaderData<typeof loader>();
  return <CodeForm next={next} problem={useActionData<typeof action>()?.problem ?? null} />;
}
