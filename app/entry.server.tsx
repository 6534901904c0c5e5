import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { language } from "./core/language/languages.ts";
import { type DrawRefusal, failed } from "./server/http/refusals.server.ts";
import { ErrorPage, ErrorTitle } from "./ui/kit/error-page.tsx";
import { PageHead } from "./ui/kit/page-head.tsx";
import { ServerNotesContext } from "./ui/kit/server-notes.ts";

/** A page is sent when it is whole: what takes longer than this is a failure. Milliseconds. */
export const streamTimeout = 5_000;

/** Renders a document into one buffer: twice as fast as streaming it, and its length and tag are known when it is sent. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { app, lang, nonce, page }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let late: NodeJS.Timeout | undefined;
    const sink = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(withoutGaps(chunk));
        done();
      },
      final(done) {
        clearTimeout(late);
        headers.set("content-type", "text/html; charset=utf-8");
        resolve(new Response(Buffer.concat(chunks), { status, headers }));
        done();
      },
    });
    const fail = (error: unknown) => {
      clearTimeout(late);
      reject(error);
    };
    const { pipe, abort } = renderToPipeableStream(
      <ServerNotesContext.Provider value={{ nonce, failure: page.failure }}>
        <I18nextProvider i18n={app.strings.instance(lang)}>
          <RemixServer context={context} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </ServerNotesContext.Provider>,
      { nonce, onAllReady: () => pipe(sink), onShellError: fail, onError: fail },
    );
    late = setTimeout(() => abort(new Error("the page took too long to render")), streamTimeout + 1_000).unref();
  });
}

/**
 * React 18 hands over its 2 KB of buffer whole, although a character of several bytes that did not fit began the next one: the bytes
 * left free are zeros, which browsers show as damaged characters. No page has zeros of its own.
 */
const withoutGaps = (chunk: Uint8Array): Uint8Array => (chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);

/** Failures of rendering; those of loaders and actions are logged where they happen. A path that leads nowhere is no failure. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error) || context.page.failure) return;
  failed(error, context, "rendering");
}

/** The page for a request that reaches no route. */
export const drawRefusal: DrawRefusal = (refusal, lang, strings) =>
  `<!DOCTYPE html>${renderToStaticMarkup(
    <I18nextProvider i18n={strings.instance(lang)}>
      <html lang={language(lang).tag}>
        <head>
          <PageHead />
          <ErrorTitle {...refusal} />
        </head>
        <body>
          <ErrorPage {...refusal} />
        </body>
      </html>
    </I18nextProvider>,
  )}`;
