import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { LANGUAGES, ownFirst } from "../../../core/language/languages.ts";
import { rememberedLang } from "../../../i18n/remembered-lang.server.ts";
import choice from "../../../ui/visitor/choice.css?url";
import { LanguageChoice } from "../../../ui/visitor/language-choice.tsx";
import visitor from "../../../ui/visitor/visitor.css?url";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [visitor, choice].map((href) => ({ rel: "stylesheet", href }));

/** Depends on the browser's wish and on what it remembers: no shared cache may keep it. */
const PRIVATE = { "Cache-Control": "private, no-cache", Vary: "Accept-Language, Cookie" };

/** Who chose before goes straight on; `/?choose` shows the choice again. */
export function loader({ request, context: { app, lang } }: LoaderFunctionArgs) {
  const remembered = rememberedLang(request);
  if (remembered && !new URL(request.url).searchParams.has("choose")) throw redirect(`/${remembered}`, { headers: PRIVATE });
  const title = ownFirst(lang).map((code) => app.strings.instance(code).getFixedT(code, "common")("site.title"));
  return data({ lang, title: title.join(" · "), origin: app.settings.origin }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page
    ? [
        { title: page.title },
        { tagName: "link", rel: "canonical", href: `${page.origin}/` },
        { tagName: "link", rel: "alternate", hrefLang: "x-default", href: `${page.origin}/` },
        ...LANGUAGES.map(({ code, tag }) => ({ tagName: "link", rel: "alternate", hrefLang: tag, href: `${page.origin}/${code}` })),
      ]
    : [];

export default function LanguageChoicePage() {
  return <LanguageChoice first={useLoaderData<typeof loader>().lang} />;
}
