import type { LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { language } from "./core/language/languages.ts";
import { ErrorTitle, RouteErrorPage } from "./ui/kit/error-page.tsx";
import { PageHead } from "./ui/kit/page-head.tsx";
import { refusalOf } from "./ui/kit/route-refusal.ts";
import { useServerNotes } from "./ui/kit/server-notes.ts";
import { useLang } from "./ui/kit/use-lang.ts";

export const handle = { access: { loader: "public" }, audience: "visitor" } as const;

/** Where the strings lie that a hydrated page needs; null: the page brings no JavaScript. */
export function loader({ context: { app, page } }: LoaderFunctionArgs) {
  return { strings: page.hydrates && `/locales/${page.hydrates}.${app.strings.bundle(page.hydrates).version}.json` };
}

// The strings that a page was hydrated with stay its strings until the next document; nothing about the person is kept here.
export const shouldRevalidate = () => false;

/** Every document: visitors' pages are plain, and only a route that says `handle.hydrate` gets scripts. */
export function Layout({ children }: { children: ReactNode }) {
  const strings = useRouteLoaderData<typeof loader>("root")?.strings;
  const { nonce, failure } = useServerNotes();
  const error = useRouteError();
  const helped = useMatches().findLast(({ handle: declared }) => audienceOf(declared));
  return (
    <html lang={language(useLang()).tag}>
      <head>
        <PageHead />
        {error ? <ErrorTitle {...refusalOf(error, failure)} /> : <Meta />}
        <Links />
        {audienceOf(helped?.handle) === "visitor" && (
          <>
            <script src="/portal-early.js" />
            <script type="module" src="/portal.js" />
          </>
        )}
        {strings && !error && <link id="strings" rel="preload" as="fetch" crossOrigin="anonymous" href={strings} />}
      </head>
      <body>
        {children}
        {strings && !error && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

const audienceOf = (declared: unknown): unknown => (declared as { audience?: unknown } | undefined)?.audience;

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteErrorPage />;
}
