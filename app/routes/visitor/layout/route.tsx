import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, Outlet, useLoaderData, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppError, detailsIn, type ErrorCode, STATUS } from "../../../core/errors.ts";
import { isLang } from "../../../core/language/languages.ts";
import { RouteErrorPage } from "../../../ui/kit/error-page.tsx";
import { refusalOf, refusalTitle } from "../../../ui/kit/route-refusal.ts";
import { useLang } from "../../../ui/kit/use-lang.ts";
import { shownOn } from "../../../ui/visitor/notice-banner.tsx";
import { PageShell } from "../../../ui/visitor/page-shell.tsx";
import { insteadOf, ProblemPage } from "../../../ui/visitor/problem-page.tsx";
import stylesheet from "../../../ui/visitor/visitor.css?url";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "apple-touch-icon", href: "/icons/180.png" },
];

/** What stands around every page, and what its head needs, the titles of refusals included: heads are made where there are no strings. */
export async function loader({ context: { app, lang, page }, params }: LoaderFunctionArgs) {
  if (!isLang(params.lang)) throw new AppError("unknown_language");
  const instance = app.strings.instance(lang);
  const common = instance.getFixedT(lang, "common");
  const errors = instance.getFixedT(lang, "errors");
  const refusals = Object.fromEntries((Object.keys(STATUS) as ErrorCode[]).map((code) => [code, errors(`${code}.title`)]));
  const { validUntil, ...frame } = await app.readers.visitor.frame(lang);
  page.validUntil(validUntil);
  return { ...frame, validUntil, origin: app.settings.origin, name: common("site.name"), title: common("site.title"), refusals };
}

export const meta: MetaFunction<typeof loader> = ({ data: site, error }) => {
  if (!site) return [{ title: refusalTitle(error) }];
  const title = error ? site.refusals[refusalOf(error, null).code] : site.title;
  return [{ title: `${title} · ${site.name}` }, { name: "robots", content: "noindex" }];
};

/** What a page declares about its frame. */
interface Declared {
  /** It has a search box itself. */
  ownSearchBox?: true;
  /** It shows priority notices too, a gate's page those that concern it; emergencies are shown everywhere. */
  priorityNotices?: true;
  /** It is the list of notices itself. */
  ownNotices?: true;
  /** The id of a form that a change of language must not lose. */
  form?: string;
}

export default function Layout() {
  const { pathname, search } = useLocation();
  const { origin, urgent, pages, validUntil } = useLoaderData<typeof loader>();
  const matches = useMatches();
  const { ownSearchBox, priorityNotices, ownNotices, form } = Object.assign({}, ...matches.map((match) => match.handle)) as Declared;
  const { gate, slug } = matches.at(-1)?.params ?? {};
  const shown = ownNotices ? [] : shownOn(urgent, { priority: priorityNotices === true, gate, slug });
  return (
    <PageShell
      path={pathname}
      query={search}
      searchBox={!ownSearchBox}
      origin={origin}
      urgent={shown}
      follows={priorityNotices}
      validUntil={validUntil}
      pages={pages}
      form={form}
    >
      <Outlet />
    </PageShell>
  );
}

/** These stand outside any language's frame: no language was named, or nobody knows what still works. */
const FRAMELESS: ReadonlySet<ErrorCode> = new Set(["unknown_language", "internal"]);

/** What is missing or refused is said in the visitor's language, within the page's own frame. */
export function ErrorBoundary() {
  const { pathname, search } = useLocation();
  const { t } = useTranslation("errors");
  const lang = useLang();
  const { code, details } = refusalOf(useRouteError(), null);
  const pages = useRouteLoaderData<typeof loader>("visitor")?.pages;
  if (FRAMELESS.has(code)) return <RouteErrorPage />;
  return (
    <PageShell path={pathname} query={search} searchBox={false} pages={pages}>
      <ProblemPage title={t(`${code}.title`)} body={t(`${code}.body`, detailsIn(details, lang))} instead={insteadOf(details)} />
    </PageShell>
  );
}
