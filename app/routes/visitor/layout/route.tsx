import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, Outlet, useLocation, useMatches, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppError, type ErrorCode, STATUS } from "../../../core/errors.ts";
import { isLang } from "../../../core/language/languages.ts";
import { RouteErrorPage } from "../../../ui/kit/error-page.tsx";
import { refusalOf, refusalTitle } from "../../../ui/kit/route-refusal.ts";
import { PageShell } from "../../../ui/visitor/page-shell.tsx";
import { ProblemPage } from "../../../ui/visitor/problem-page.tsx";
import stylesheet from "../../../ui/visitor/visitor.css?url";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

/** What every page's head needs, the titles of refusals included: heads are made where there are no strings. */
export async function loader({ context: { app, lang }, params }: LoaderFunctionArgs) {
  if (!isLang(params.lang)) throw new AppError("unknown_language");
  const instance = app.strings.instance(lang);
  const common = instance.getFixedT(lang, "common");
  const errors = instance.getFixedT(lang, "errors");
  const refusals = Object.fromEntries((Object.keys(STATUS) as ErrorCode[]).map((code) => [code, errors(`${code}.title`)]));
  return { origin: app.settings.origin, name: common("site.name"), title: common("site.title"), refusals };
}

export const meta: MetaFunction<typeof loader> = ({ data: site, error }) => {
  if (!site) return [{ title: refusalTitle(error) }];
  const title = error ? site.refusals[refusalOf(error, null).code] : site.title;
  return [{ title: `${title} · ${site.name}` }, { name: "robots", content: "noindex" }];
};

export default function Layout() {
  const { pathname, search } = useLocation();
  const ownSearchBox = useMatches().some(({ handle: declared }) => (declared as { ownSearchBox?: boolean } | undefined)?.ownSearchBox);
  return (
    <PageShell path={pathname} query={search} searchBox={!ownSearchBox}>
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
  const { code, details } = refusalOf(useRouteError(), null);
  if (FRAMELESS.has(code)) return <RouteErrorPage />;
  return (
    <PageShell path={pathname} query={search} searchBox={false}>
      <ProblemPage title={t(`${code}.title`)} body={t(`${code}.body`, { ...details })} />
    </PageShell>
  );
}
