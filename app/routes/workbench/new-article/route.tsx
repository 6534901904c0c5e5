import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewArticlePage } from "../../../ui/workbench/editor/new-article-page.tsx";
import { attempt } from "../refusals.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";
import { aboutIn, langIn, typedIn } from "../write/particulars-form.ts";

export const handle = { access: { loader: "article.create", action: "article.create" }, audience: "workbench" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const member = signedIn(context);
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "writing");
  const choices = await context.app.readers.workbench.particularsChoices(member);
  return { choices, lang: context.lang, team: member.team, title: named(context, t("new.title")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = typedIn(await request.formData());
  const { title, team, slug } = typed;
  const article = { title, slug, team: team || null, sourceLang: langIn(typed), about: aboutIn(typed) };
  const { done, refused } = await attempt(() => context.app.useCases.beginArticle(signedIn(context), article));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/articles/${done.slug}/write`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewArticle() {
  const { choices, lang, team } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return <NewArticlePage choices={choices} lang={lang} team={team} typed={tried?.typed ?? null} problem={tried?.problem ?? null} />;
}
