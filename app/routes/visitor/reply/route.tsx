import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readNumber } from "../../../core/messages/number.ts";
import forms from "../../../ui/visitor/forms.css?url";
import { pageMeta } from "../../../ui/visitor/page-meta.ts";
import { ReplyPage } from "../../../ui/visitor/reply-page.tsx";
import { NOT_KEPT } from "../message-forms.ts";

export const handle = { access: { loader: "public" }, audience: "visitor", personal: true } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: forms }];

export async function loader({ request, context: { app, lang, address } }: LoaderFunctionArgs) {
  const t = app.strings.instance(lang).getFixedT(lang, "asking");
  const head = { title: t("reply.title"), description: t("reply.description"), listed: false };
  const typed = (new URL(request.url).searchParams.get("number") ?? "").slice(0, 100);
  const answer = (fault: "malformed" | "unknown" | null, status: number) => data({ head, number: typed, fault, found: null }, { status, headers: NOT_KEPT });
  if (typed.trim() === "") return answer(null, 200);
  const number = readNumber(typed);
  if (!number) return answer("malformed", 422);
  await app.useCases.countLookUp(address);
  const found = await app.readers.visitor.reply(number);
  return found ? data({ head, number, fault: null, found }, { headers: NOT_KEPT }) : answer("unknown", 404);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = (page) => pageMeta(page, page.data?.head);

export default function Reply() {
  return <ReplyPage {...useLoaderData<typeof loader>()} />;
}
