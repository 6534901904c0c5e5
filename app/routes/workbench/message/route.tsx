import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import { byLang } from "../../../core/language/languages.ts";
import { MessagePage, type TriedAnswer } from "../../../ui/workbench/messages/message-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { titled } from "../titled.ts";

export const handle = { access: { loader: "messages.answer", action: "messages.answer" }, audience: "workbench" } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { app, lang } = context;
  return { lang, title: titled(context, "messages.one"), ...(await app.readers.workbench.message(signedIn(context), params.id ?? "")) };
}

/** Answers in every language, or marks as dealt with; what could not be kept comes back as it was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { useCases } = context.app;
  const member = signedIn(context);
  const form = await request.formData();
  const id = params.id ?? "";
  const seen = String(form.get("seen") ?? "");
  const reply = byLang((lang) => String(form.get(`reply-${lang}`) ?? ""));
  const intent = form.get("intent");
  if (intent !== "answer" && intent !== "settle") throw new AppError("bad_request");
  const { refused } = await attempt(() =>
    intent === "answer" ? useCases.answerMessage(member, { id, reply, seen }) : useCases.settleMessage(member, { id, seen }),
  );
  if (refused) return data<TriedAnswer>({ typed: reply, problem: refused }, refused.status);
  return redirect(`/workbench/messages/${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Message() {
  return <MessagePage {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>() ?? null} />;
}
