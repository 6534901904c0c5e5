import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { JoinForm } from "../../../ui/workbench/people/join-form.tsx";
import { attempt } from "../refusals.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "workbench" } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  return { lang, title: titled(context, "join.title"), invitation: await app.readers.workbench.invitation(params.secret ?? "") };
}

export async function action({ request, params, context: { app, address, page } }: ActionFunctionArgs) {
  const form = await request.formData();
  const field = (name: string): string => String(form.get(name) ?? "");
  const typed = { email: field("email"), name: field("name"), lang: field("lang") };
  const userAgent = request.headers.get("user-agent") ?? "";
  const given = { ...typed, password: field("password"), secret: params.secret ?? "", address, userAgent };
  const { done, refused } = await attempt(() => app.useCases.acceptInvitation(given));
  if (done) return redirect("/workbench", { status: 303, headers: { "Set-Cookie": await app.sessions.give(done) } });
  if (refused.code === "too_many_attempts") page.retryAfter(Number(refused.details.retryAfterSeconds));
  return data({ typed, problem: refused }, { status: refused.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Join() {
  const { lang, invitation } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return <JoinForm lang={lang} {...invitation} typed={tried?.typed ?? null} problem={tried?.problem ?? null} />;
}
