import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ArticleDesk } from "../../../ui/workbench/article-desk.tsx";
import { deskAction } from "../desk-action.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "words.edit", action: "words.edit" }, hydrate: true, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = signedIn(context);
  const article = await context.app.readers.workbench.article(member, params.slug ?? "");
  const justPublished = new URL(request.url).searchParams.has("published");
  return { article, roles: member.roles, lang: context.lang, justPublished, title: named(context, article.titles[context.lang] || article.slug) };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, async (member) => {
    const { articleId } = await args.context.app.readers.workbench.article(member, args.params.slug ?? "");
    await args.context.app.useCases.publishArticle(member, { articleId });
  });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ArticleRoute() {
  return <ArticleDesk {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>() ?? null} />;
}
