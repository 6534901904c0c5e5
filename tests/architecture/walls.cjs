/**
 * The walls of the design, part 4, as rules of dependency-cruiser: `core ← use-cases ← server ← routes`, `core ← ui ← routes`,
 * `i18n` for ui, server and routes. Each rule is seen to fire in walls.test.ts.
 */
const PURE_LIBRARIES = ["@noble/hashes", "opencc-js", "pinyin-pro", "diff"];

const anyOf = (names) => names.join("|").replaceAll("/", "[/]");
const TESTS = "[.]test(-data)?[.]tsx?$";
const GENERATED = "^app/server/db/generated/";
const ORM = "(^|/)node_modules/(@prisma|prisma)/";
const DATABASES = "(^|/)node_modules/(@prisma|prisma|pg|better-sqlite3)/";
const SERVER_FILE = "[.]server[.]tsx?$";
const ROUTES = "^app/(routes/|root[.]tsx$)";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      "core-is-pure",
      "The domain knows only itself and the named pure libraries: no framework, no I/O, no clock.",
      { path: "^app/core/", pathNot: TESTS },
      { pathNot: ["^app/core/", `(^|/)node_modules/(${anyOf(PURE_LIBRARIES)})/`] },
    ),
    rule(
      "use-cases-know-core",
      "A use case orders core decisions and ports; what a port does is the server's business.",
      { path: "^app/use-cases/", pathNot: TESTS },
      { pathNot: "^app/(core|use-cases)/" },
    ),
    rule(
      "server-knows-no-pages",
      "The server answers with view models; it draws nothing.",
      { path: "^app/server/" },
      { path: "^app/(ui|routes|cli)/|^app/root[.]tsx$" },
    ),
    rule(
      "server-files-wear-the-suffix",
      "Without .server in its name a file may slip into a browser's bundle.",
      {},
      { path: "^app/server/", pathNot: [SERVER_FILE, GENERATED, TESTS] },
    ),
    rule(
      "orm-only-in-db",
      "Prisma and the database drivers are known to server/db; search keeps an index of its own.",
      { path: "^app/", pathNot: ["^app/server/(db|search)/", TESTS] },
      { path: DATABASES },
    ),
    rule("no-orm-in-search", "The index works without the ORM.", { path: "^app/server/search/" }, { path: `${ORM}|${GENERATED}` }),
    rule("generated-only-for-db-and-readers", "Only these may ask the database.", { path: "^app/", pathNot: "^app/server/(db|readers)/" }, { path: GENERATED }),
    rule(
      "ui-knows-core-and-i18n",
      "Parts of pages get plain values; they ask no server, no use case, no route.",
      { path: "^app/ui/", pathNot: TESTS },
      { path: "^app/(server|use-cases|routes|cli)/|^app/(root|server|entry)[.]|(^|/)node_modules/@remix-run/node/" },
    ),
    rule("ui-runs-in-browsers", "Node's own modules do not exist there.", { path: "^app/(ui/|entry[.]client)", pathNot: TESTS }, { dependencyTypes: ["core"] }),
    rule(
      "ui-imports-no-server-file",
      "Not even a type: a .server file becomes an empty module in the browser.",
      { path: "^app/(ui/|entry[.]client)" },
      { path: SERVER_FILE },
    ),
    rule("ui-reaches-no-server-file", "Nor by way of another module.", { path: "^app/(ui/|entry[.]client)" }, { path: SERVER_FILE, reachable: true }),
    rule(
      "audiences-apart",
      "Visitors, workbench and displays never import each other; what they share is in ui/kit.",
      { path: "^app/ui/(visitor|workbench|display)/" },
      { path: "^app/ui/(visitor|workbench|display)/", pathNot: "^app/ui/$1/" },
    ),
    rule(
      "kit-knows-no-audience",
      "What is shared knows none of those who share it.",
      { path: "^app/ui/kit/" },
      { path: "^app/ui/(visitor|workbench|display)/" },
    ),
    rule(
      "i18n-knows-core",
      "Overrides of strings reach it through a port.",
      { path: "^app/i18n/", pathNot: TESTS },
      { path: "^app/(server|ui|routes|use-cases|cli)/|^app/root[.]tsx$" },
    ),
    rule(
      "routes-enter-by-the-front-door",
      "A route parses, asks app.server.ts and renders; of readers and use cases it knows types.",
      { path: ROUTES, pathNot: TESTS },
      { path: "^app/(server|use-cases)/", pathNot: "^app/server/app[.]server[.]ts$", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "routes-know-no-inner-server",
      "Not even types, but for those of readers.",
      { path: ROUTES, pathNot: TESTS },
      { path: "^app/server/", pathNot: ["^app/server/app[.]server[.]ts$", "^app/server/readers/"], dependencyTypes: ["type-only"] },
    ),
    rule(
      "routes-import-no-routes",
      "What two routes share belongs to ui or i18n.",
      { path: "^app/routes/([^/]+)/" },
      { path: "^app/routes/", pathNot: "^app/routes/$1/" },
    ),
    rule("cli-is-an-entry", "Commands are started by people, not imported.", { path: "^app/", pathNot: "^app/cli/" }, { path: "^app/cli/" }),
    rule("cli-knows-no-pages", "Commands use the server's adapters and the use cases.", { path: "^app/cli/" }, { path: "^app/(ui|routes)/" }),
    rule(
      "no-tests-in-production",
      "Tests are imported by tests and by the commands that run them.",
      { path: "^app/", pathNot: [TESTS, "^app/cli/(test|bench)[.]mjs$"] },
      { path: `${TESTS}|^tests/` },
    ),
    rule(
      "no-circles",
      "Two modules that need each other are one, or lack a third.",
      { path: "^app/" },
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"], pathNot: GENERATED } },
    ),
    rule("resolvable", "An import that leads nowhere.", { path: "^app/" }, { couldNotResolve: true, pathNot: "^virtual:|^[.]{1,2}/.*[?](url|raw|inline)$" }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", GENERATED] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
