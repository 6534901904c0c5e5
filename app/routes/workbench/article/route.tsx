import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import kioskStyles from "../../../ui/display/kiosk/kiosk.css?url";
import visitorStyles from "../../../ui/visitor/visitor.css?url";
import { ArticleDesk } from "../../../ui/workbench/article-desk.tsx";
import { deskAction } from "../desk-action.ts";
import { deskAsked } from "../desk-asked.ts";
import { signedIn } from "../signed-in.ts";
import { named } from "../titled.ts";

export const handle = { access: { loader: "words.edit", action: "words.edit" }, hydrate: true, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = signedIn(context);
  const article = await context.app.readers.workbench.article(member, params.slug ?? "");
  const asked = await deskAsked(request, context, article.owner, article.units);
  return { article, asked, roles: member.roles, lang: context.lang, title: named(context, article.titles[context.lang] || article.slug) };
}

/** An article is published from a page of its own, which shows what will change. */
export const action = (args: ActionFunctionArgs) => deskAction(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** By which the desk shows a paragraph as its readers see it. */
const SHEETS = { web: visitorStyles, kiosk: kioskStyles };

export default function ArticleRoute() {
  return <ArticleDesk {...useLoaderData<typeof loader>()} sheets={SHEETS} tried={useActionData<typeof action>() ?? null} />;
}
