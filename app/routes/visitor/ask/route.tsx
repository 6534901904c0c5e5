import { type ActionFunctionArgs, data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { AskPage } from "../../../ui/visitor/ask-page.tsx";
import forms from "../../../ui/visitor/forms.css?url";
import { MESSAGE_FORM } from "../../../ui/visitor/message-form.tsx";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import { NOT_KEPT, sendFrom, typedInLink } from "../message-forms.ts";

export const handle = { access: { loader: "public", action: "public" }, audience: "visitor", form: MESSAGE_FORM } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: forms }];

export async function loader({ request, context: { app, lang } }: LoaderFunctionArgs) {
  const typed = typedInLink(request, "question");
  const t = app.strings.instance(lang).getFixedT(lang, "asking");
  const head = { title: t("question.title"), description: t("question.description") };
  return data({ typed, topics: await app.readers.visitor.topics(lang), head }, typed.text ? { headers: NOT_KEPT } : undefined);
}

export const action = (args: ActionFunctionArgs) => sendFrom(args, ["question"]);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Ask() {
  const { topics, typed } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>() ?? null;
  return <AskPage topics={topics} typed={tried?.typed ?? typed} tried={tried} />;
}
