import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { AppError } from "../../core/errors.ts";
import { type Action, isAction, may } from "../../core/people/roles.ts";
import type { RouteHandle } from "./context.server.ts";
import { signInFirst, travelling } from "./refusals.server.ts";

type Route = NonNullable<ServerBuild["routes"][string]>;
type Access = "public" | Action;
type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** A route says nothing, or nonsense, about who may enter: the server must not start. */
export class UndeclaredRoute extends Error {
  constructor(route: string, what: string) {
    super(`route ${route}: ${what}`);
    this.name = "UndeclaredRoute";
  }
}

/**
 * The build with each loader and action behind the guard that its own route declares. A parent's guard does not count: Remix runs
 * child loaders alone when asked to (`.data?_routes=`). A page without a loader that is not public gets one, so that it is guarded too.
 * @throws UndeclaredRoute
 */
export function guarded(build: ServerBuild): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  for (const [id, route] of Object.entries(build.routes)) if (route) routes[id] = guardedRoute(route);
  return { ...build, routes };
}

function guardedRoute(route: Route): Route {
  const { module } = route;
  const access = (module.handle as Partial<RouteHandle> | undefined)?.access;
  // As Remix decides it: such a route's answer is sent as it is, no error page follows.
  const where = { route: route.id, pageless: module.default == null && module.ErrorBoundary == null };
  const guards: Partial<Record<"loader" | "action", Handler>> = {};
  if (module.loader || module.default) {
    const declared = declaration(route.id, "loader", access?.loader);
    if (module.loader || declared !== "public") guards.loader = guard(declared, "loader", module.loader as Handler | undefined, where);
  }
  if (module.action) guards.action = guard(declaration(route.id, "action", access?.action), "action", module.action as Handler, where);
  return { ...route, module: { ...module, ...guards } as Route["module"] };
}

function declaration(route: string, what: "loader" | "action", declared: unknown): Access {
  if (declared === undefined) throw new UndeclaredRoute(route, `handle.access.${what} is missing`);
  if (declared !== "public" && !isAction(declared)) throw new UndeclaredRoute(route, `handle.access.${what} is no action: ${String(declared)}`);
  return declared;
}

function guard(access: Access, what: "loader" | "action", handler: Handler | undefined, where: { route: string; pageless: boolean }): Handler {
  return async (args) => {
    try {
      if (access !== "public") {
        const { member } = args.context;
        // A form's content would be lost on the way through the sign-in page: there it is said instead.
        if (!member) throw what === "loader" ? signInFirst(args.request) : new AppError("sign_in_needed");
        if (!may(member.roles, access)) throw new AppError("not_allowed");
      }
      return handler ? await handler(args) : null;
    } catch (thrown) {
      throw args.request.signal.aborted ? thrown : travelling(thrown, args.context, where);
    }
  };
}
