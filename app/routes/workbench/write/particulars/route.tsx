import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ParticularsPage } from "../../../../ui/workbench/editor/particulars-page.tsx";
import { attempt } from "../../refusals.ts";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";
import { aboutIn, langIn, typedIn } from "../particulars-form.ts";

export const handle = { access: { loader: "words.edit", action: "words.edit" }, audience: "workbench" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const article = await context.app.readers.workbench.particulars(signedIn(context), params.slug ?? "");
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "writing");
  const saved = new URL(request.url).searchParams.has("saved");
  return { article, lang: context.lang, saved, title: named(context, `${t("particulars.title")}: ${article.slug}`) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = signedIn(context);
  const form = await request.formData();
  const typed = typedIn(form);
  const { articleId, slug, sourceLang } = await context.app.readers.workbench.particulars(member, params.slug ?? "");
  const changed = {
    articleId,
    revision: Number(form.get("revision")),
    about: aboutIn(typed),
    slug: typed.slug || slug,
    sourceLang: typed.sourceLang ? langIn(typed) : sourceLang,
    team: typed.team || null,
  };
  const { done, refused } = await attempt(() => context.app.useCases.changeParticulars(member, changed));
  if (refused) return data({ typed, problem: refused }, { status: refused.status });
  return redirect(`/workbench/articles/${done.slug}/particulars?saved`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Particulars() {
  const { article, lang, saved } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return <ParticularsPage article={article} lang={lang} saved={saved} typed={tried?.typed ?? null} problem={tried?.problem ?? null} />;
}
