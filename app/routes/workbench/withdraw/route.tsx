import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppError } from "../../../core/errors.ts";
import { byLang } from "../../../core/language/languages.ts";
import { doneFrom } from "../../../ui/workbench/publishing/done-note.tsx";
import { WithdrawPage } from "../../../ui/workbench/publishing/withdraw-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "pair.publish", action: "pair.publish" }, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { article } = await context.app.readers.workbench.publish(signedIn(context), params.slug ?? "");
  const done = doneFrom(new URL(request.url).searchParams.get("done"));
  return { article, done, lang: context.lang, title: named(context, article.titles[context.lang] || article.slug) };
}

/** Takes an article from its readers, with a reason in every language; or gives it back to them. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { readers, useCases } = context.app;
  const member = signedIn(context);
  const form = await request.formData();
  const slug = params.slug ?? "";
  const { articleId } = (await readers.workbench.publish(member, slug)).article;
  const typed = byLang((lang) => String(form.get(`reason-${lang}`) ?? ""));
  const intent = form.get("intent");
  if (intent !== "withdraw" && intent !== "restore") throw new AppError("bad_request");
  const { refused } = await attempt<unknown>(() =>
    intent === "withdraw" ? useCases.withdrawArticle(member, { articleId, reason: typed }) : useCases.restoreArticle(member, { articleId }),
  );
  if (refused) return data({ problem: refused, typed }, refused.status);
  return redirect(`/workbench/articles/${slug}/withdraw?done=${intent === "withdraw" ? "withdrawn" : "restored"}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Withdraw() {
  const tried = useActionData<typeof action>();
  return <WithdrawPage {...useLoaderData<typeof loader>()} problem={tried?.problem ?? null} typed={tried?.typed ?? null} />;
}
