import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ownFirst } from "../../../core/language/languages.ts";
import choice from "../../../ui/visitor/choice.css?url";
import { OfflinePage } from "../../../ui/visitor/offline-page.tsx";
import visitor from "../../../ui/visitor/visitor.css?url";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [visitor, choice].map((href) => ({ rel: "stylesheet", href }));

/** Depends on what the browser asks for. */
const PRIVATE = { "Cache-Control": "private, no-cache", Vary: "Accept-Language, Cookie" };

export function loader({ context: { app, lang } }: LoaderFunctionArgs) {
  const titles = ownFirst(lang).map((code) => app.strings.instance(code).getFixedT(code, "tools")("offline.title"));
  return data({ lang, title: titles.join(" · ") }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: page.title }, { name: "robots", content: "noindex" }] : []);

export default function Offline() {
  return <OfflinePage first={useLoaderData<typeof loader>().lang} />;
}
