import { redirect, type ServerBuild } from "@remix-run/node";
import { AppError, detailsIn, type ErrorCode, STATUS } from "../../core/errors.ts";
import { type ByLang, byLang, type Lang } from "../../core/language/languages.ts";
import type { RuntimeStrings } from "../../i18n/runtime.server.ts";
import { log, newFailureId } from "../logging.server.ts";
import type { RequestContext } from "./context.server.ts";

/** What the error page needs to know; how an AppError travels through Remix, which hands on nothing else of it. */
export interface Refusal {
  code: ErrorCode;
  details: Readonly<Record<string, unknown>>;
}

/** The page that a request gets which never reaches a route. `entry.server.tsx` draws it: the server knows no pages. */
export type DrawRefusal = (refusal: Refusal, lang: Lang, strings: Pick<RuntimeStrings, "instance">) => string;

/** @throws Error when the build's entry can't draw it: at boot, not when it is needed */
export function drawRefusalOf(build: ServerBuild): DrawRefusal {
  const draw = (build.entry.module as { drawRefusal?: DrawRefusal }).drawRefusal;
  if (!draw) throw new Error("entry.server.tsx exports no drawRefusal");
  return draw;
}

/** A refusal in each language, for people who read JSON. */
export function refusalJson({ code, details }: Refusal, strings: Pick<RuntimeStrings, "instance">): { error: { code: ErrorCode; message: ByLang<string> } } {
  return { error: { code, message: byLang((lang) => strings.instance(lang).getFixedT(lang, "errors")(`${code}.body`, detailsIn(details, lang))) } };
}

/** A redirect to the sign-in page that leads back to where the request wanted to go. */
export function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(`/workbench/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/**
 * What a loader or action threw, in the form in which it passes through Remix: responses as they are, refusals as a response with
 * their status, anything else as `internal`, logged once under the id that the visitor gets to see.
 * @param where the route; `pageless` ones have no error page: the server answers for them
 */
export function travelling(thrown: unknown, context: RequestContext, where: { route: string; pageless: boolean }): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const refusal = thrown instanceof AppError ? thrown : failed(thrown, context, where.route);
  const { retryAfterSeconds } = refusal.details;
  if (typeof retryAfterSeconds === "number") context.page.retryAfter(retryAfterSeconds);
  const { code, details } = refusal;
  if (where.pageless) context.page.refusal = { code, details };
  // A page's head has no strings of its own at hand: its title travels along.
  const title = context.app.strings.instance(context.lang).getFixedT(context.lang, "errors")(`${code}.title`);
  return Response.json({ code, details, title } satisfies Refusal & { title: string }, { status: STATUS[code] });
}

/** Logs what nobody foresaw and gives it the id under which it can be found. */
export function failed(error: unknown, context: Pick<RequestContext, "page">, route: string): Refusal {
  const id = newFailureId();
  context.page.failure = id;
  log.error("request failed", error, { id, route });
  return { code: "internal", details: { id } };
}
