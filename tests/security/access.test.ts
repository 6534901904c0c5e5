import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Action, type Member, may, ROLES } from "../../app/core/people/roles.ts";
import routeTable from "../../app/routes.ts";
import { guarded, UndeclaredRoute } from "../../app/server/http/access.server.ts";
import type { RouteHandle } from "../../app/server/http/context.server.ts";
import { memberWith } from "../integration/actors.ts";
import { buildOf, type HandRoute, serve } from "../integration/http-portal.tsx";

/**
 * The real route table with the real declarations, roles and ways of asking. Only what lies behind the guards is replaced: each loader
 * and action notes that it was run. So the test says who gets in, and needs no content.
 */
const modules = import.meta.glob<Record<string, unknown>>("../../app/routes/**/route.{ts,tsx}", { eager: true });

const ran: string[] = [];

function handRoutes(entries: readonly RouteConfigEntry[], parentId: string | undefined): HandRoute[] {
  return entries.flatMap((entry) => {
    const { file, path, index, children = [] } = entry;
    const id = entry.id ?? file.replace(/\.tsx?$/, "");
    const real = modules[`../../app/${file}`];
    if (!real) throw new Error(`app/routes.ts names ${file}, which is not there`);
    const module = {
      handle: real.handle,
      ...(real.loader ? { loader: () => note(`loader ${id}`, real.default) } : {}),
      ...(real.action ? { action: () => note(`action ${id}`, real.default) } : {}),
      ...(real.default ? { default: () => null } : {}),
    };
    return [{ id, ...(parentId && { parentId }), path, index, module }, ...handRoutes(children, id)];
  });
}

function note(what: string, isPage: unknown): unknown {
  ran.push(what);
  return isPage ? null : Response.json(null);
}

const table = await routeTable;
const routes = handRoutes(table, undefined);
const byId = new Map(routes.map((route) => [route.id, route]));

/** The whole path of a route, its parameters filled. */
function pathOf(route: HandRoute): string {
  const parent = route.parentId ? byId.get(route.parentId) : undefined;
  const own = (route.path ?? "").replace(":lang", "vi").replace("*", "no/such").replace(/:\w+/g, "x");
  return `${parent ? pathOf(parent) : ""}/${own}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
}

const handleOf = (route: HandRoute): RouteHandle => (route.module as { handle: RouteHandle }).handle;
const isPage = (route: HandRoute): boolean => "default" in route.module;
const lineage = (route: HandRoute): HandRoute[] => [
  ...(route.parentId && byId.has(route.parentId) ? lineage(byId.get(route.parentId) as HandRoute) : []),
  route,
];

const PEOPLE: { name: string; member: Member | null }[] = [
  { name: "nobody", member: null },
  { name: "a member without a role", member: memberWith("without") },
  ...ROLES.map((role) => ({ name: `a ${role}`, member: memberWith(role, role) })),
];

const lets = (access: "public" | Action | undefined, member: Member | null): boolean =>
  access === "public" || (access !== undefined && member !== null && may(member.roles, access));

let portal: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  portal = await serve(routes);
  for (const { member } of PEOPLE) if (member) portal.signIn(`who=${member.id}`, member);
});
afterAll(() => portal.close());

async function asked(member: Member | null, path: string, how: { method?: string; accept?: string } = {}) {
  ran.length = 0;
  // Each asks for what no cache holds.
  portal.outbox.announce({ kind: "place" });
  const headers = { ...(member && { cookie: `who=${member.id}` }), "sec-fetch-site": "same-origin", accept: how.accept ?? "text/html" };
  const { status, headers: answer } = await portal.ask(path, { method: how.method ?? "GET", headers });
  return { status, location: answer.location, ran: [...ran] };
}

describe.each(PEOPLE)("$name", ({ member }) => {
  it.each(routes.filter((route) => "loader" in route.module).map((route) => ({ id: route.id, route })))(
    "reads $id as declared, as a page, as data, and as a child alone",
    async ({ route }) => {
      const mine = `loader ${route.id}`;
      const let_in = lets(handleOf(route).access.loader, member);
      const all_in = lineage(route).every((one) => lets(handleOf(one).access.loader, member));
      const path = pathOf(route);

      const page = await asked(member, path);
      expect(page.ran.includes(mine)).toBe(let_in);
      if (!all_in && !member) expect([page.status, page.location]).toEqual([302, `/workbench/sign-in?next=${encodeURIComponent(path)}`]);
      if (!all_in && member) expect(page.status).toBe(403);

      if (!isPage(route)) return;
      const data = path === "/" ? "/_root.data" : `${path}.data`;
      expect((await asked(member, data)).ran.includes(mine)).toBe(let_in);
      const alone = await asked(member, `${data}?_routes=${encodeURIComponent(route.id)}`);
      expect(alone.ran).toEqual(let_in ? [mine] : []);
    },
  );

  it.each(routes.filter((route) => "action" in route.module).map((route) => ({ id: route.id, route })))(
    "posts to $id as declared, from a form and from a script",
    async ({ route }) => {
      const mine = `action ${route.id}`;
      const let_in = lets(handleOf(route).access.action, member);
      const path = pathOf(route) + (route.index ? "?index" : "");
      const form = await asked(member, path, { method: "POST" });
      expect(form.ran.includes(mine)).toBe(let_in);
      if (!let_in) expect(form.status).toBe(member ? 403 : 401);
      if (isPage(route))
        expect((await asked(member, pathOf(route) + (route.index ? ".data?index" : ".data"), { method: "POST" })).ran.includes(mine)).toBe(let_in);
    },
  );
});

describe("the declarations", () => {
  it("exist for every file under app/routes, and every file is in the table", () => {
    const listed = (entries: readonly RouteConfigEntry[]): string[] => entries.flatMap(({ file, children = [] }) => [`../../app/${file}`, ...listed(children)]);
    expect(listed(table).sort()).toEqual(Object.keys(modules).sort());
    expect(routes.every((route) => handleOf(route).access.loader !== undefined)).toBe(true);
  });

  it("keep the workbench for members: open is what leads in or out, and the language", () => {
    const open = (what: "loader" | "action") =>
      routes.filter((route) => what in route.module && pathOf(route).startsWith("/workbench") && handleOf(route).access[what] === "public").map(pathOf);
    expect(open("action").sort()).toEqual(["/workbench/join/x", "/workbench/language", "/workbench/sign-in", "/workbench/sign-in/code", "/workbench/sign-out"]);
    // The frame around every page, the page that says there is none, and what leads in; addresses of mere actions have their own test.
    const pages = routes.filter(isPage).map(pathOf);
    expect(
      open("loader")
        .filter((path) => pages.includes(path))
        .sort(),
    ).toEqual(["/workbench", "/workbench/join/x", "/workbench/no/such", "/workbench/sign-in", "/workbench/sign-in/code"]);
    expect(handleOf(byId.get("routes/workbench/home/route") as HandRoute).access.loader).toBe("workbench.enter");
  });

  it("let an address of a mere action, opened as a page, lead away and do nothing else", async () => {
    const mere = routes.filter((route) => !isPage(route) && pathOf(route).startsWith("/workbench") && handleOf(route).access.loader === "public");
    expect(mere.map(pathOf)).toContain("/workbench/sign-out");
    for (const route of mere) {
      const loader = modules[`../../app/${route.id}.ts`]?.loader as () => Response;
      // Called with nothing: it looks at nobody.
      const answer = loader();
      expect([pathOf(route), answer.status, answer.headers.get("location")]).toEqual([pathOf(route), 302, "/workbench"]);
    }
  });

  const handle = { access: { loader: "public", action: "public" } };
  it.each<[string, object]>([
    ["a page that says nothing", { default: () => null }],
    ["a loader that says nothing", { handle: {}, loader: () => null }],
    ["an action beside a declared loader", { handle: { access: { loader: "public" } }, loader: () => null, action: () => null }],
    ["a page whose action alone is declared", { handle: { access: { action: "public" } }, default: () => null }],
    ["an action that does not exist", { handle: { access: { loader: "words.admire" } }, loader: () => null }],
    ["a name that objects inherit", { handle: { access: { loader: "toString" } }, loader: () => null }],
  ])("stop the start for %s", (_, module) => {
    expect(() =>
      guarded(
        buildOf([
          { id: "fine", path: "fine", module: { handle, loader: () => null } },
          { id: "bad", path: "bad", module },
        ]),
      ),
    ).toThrow(UndeclaredRoute);
  });
});

it("a page without a loader of its own is guarded all the same", async () => {
  const shown: string[] = [];
  const secret = () => {
    shown.push("secret");
    return null;
  };
  const one = await serve([
    { id: "secret", path: "secret", module: { handle: { access: { loader: "workbench.enter" }, audience: "workbench" }, default: secret } },
  ]);
  expect((await one.ask("/secret")).status).toBe(302);
  expect(shown).toEqual([]);
  await one.close();
});
