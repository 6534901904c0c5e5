import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { plainText } from "../../../../core/articles/inline.ts";
import { WritePage } from "../../../../ui/workbench/editor/write-page.tsx";
import { signedIn } from "../../signed-in.ts";
import { named } from "../../titled.ts";

export const handle = { access: { loader: "words.edit" }, hydrate: true, audience: "workbench" } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const member = signedIn(context);
  const article = await context.app.readers.workbench.writing(member, params.slug ?? "");
  const t = context.app.strings.instance(context.lang).getFixedT(context.lang, "writing");
  const heading = plainText(article.words.title?.text ?? "", () => "") || article.slug;
  return { article, memberId: member.id, lang: context.lang, title: named(context, `${t("title")}: ${heading}`) };
}

// What is being written is the editor's: nothing of the page is loaded anew under it.
export const shouldRevalidate = () => false;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Write() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <WritePage {...page} />;
}
