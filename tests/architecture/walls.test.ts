import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLANTED, PLANTED_PACKAGES } from "./planted-faults.ts";

const ROOT = join(import.meta.dirname, "../..");
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const WALLS = join(ROOT, "tests/architecture/walls.cjs");

interface Rule {
  name: string;
  from: Record<string, unknown>;
  to: Record<string, unknown>;
}
const rules: Rule[] = createRequire(import.meta.url)(WALLS).forbidden;

let folder: string;
let broken: Map<string, string[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cau-noi-walls-"));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const { path, text } of PLANTED) await write(path, text);
  for (const path of PLANTED_PACKAGES) await write(`node_modules/${path}`, "");
  await write("package.json", JSON.stringify({ type: "module" }));
  await write(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { module: "ESNext", moduleResolution: "Bundler", jsx: "react-jsx", verbatimModuleSyntax: true } }),
  );
  broken = await violations(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The rules that each file breaks, sorted. */
async function violations(root: string): Promise<Map<string, string[]>> {
  // Its exit code is the number of violations; what counts here is the list.
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [CRUISER, "--config", WALLS, "--output-type", "json", "app"], { cwd: root, maxBuffer: 64 << 20 }, (error, stdout, stderr) =>
      stdout.startsWith("{") ? resolve(stdout) : reject(new Error(stderr || String(error))),
    );
  });
  const found = new Map<string, Set<string>>();
  for (const { from, rule } of JSON.parse(output).summary.violations) found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  return new Map([...found].map(([from, names]) => [from, [...names].sort()]));
}

describe("the walls of the design", () => {
  test.each(PLANTED.filter((file) => file.breaks))("$path breaks $breaks", ({ path, breaks }) => {
    expect(broken.get(path) ?? []).toEqual([...(breaks ?? [])].sort());
  });

  test.each(PLANTED.filter((file) => !file.breaks))("$path is allowed", ({ path }) => {
    expect(broken.get(path) ?? []).toEqual([]);
  });

  test("every wall has a planted fault that it is seen to stop", () => {
    const seen = new Set(PLANTED.flatMap((file) => file.breaks ?? []));
    expect(rules.map((rule) => rule.name).filter((name) => !seen.has(name))).toEqual([]);
  });

  test("every folder and file that a wall names is there", () => {
    expect(namedPaths(rules).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** "app/ui/visitor" and the like, out of the patterns of all rules; a wall around what was moved away guards nothing. */
function namedPaths(all: Rule[]): string[] {
  const patterns = all.flatMap(({ from, to }) => [from.path, from.pathNot, to.path, to.pathNot].flat().filter((value) => typeof value === "string"));
  return [...new Set(patterns.flatMap(expand).map(fileOf))].filter((path) => path.startsWith("app/") && path !== "app/");
}

/** "^app/(core|use-cases)/" stands for "^app/core/" and "^app/use-cases/"; "a|^b" for both. */
function expand(pattern: string): string[] {
  const group = /\(([^()?*+]*\|[^()?*+]*)\)/.exec(pattern);
  if (group)
    return (group[1] as string).split("|").flatMap((choice) => expand(pattern.slice(0, group.index) + choice + pattern.slice(group.index + group[0].length)));
  return pattern.split("|").filter((part) => part.startsWith("^app/"));
}

/** The longest plain path at the front; "app/entry.client" is whichever file begins so. */
function fileOf(pattern: string): string {
  const plain = (/^\^([\w./-]|\[\.\])+/.exec(pattern)?.[0] ?? "").slice(1).replaceAll("[.]", ".").replace(/\/$/, "");
  const folderOf = dirname(plain);
  if (!plain || existsSync(join(ROOT, plain)) || !existsSync(join(ROOT, folderOf))) return plain;
  const begun = readdirSync(join(ROOT, folderOf)).find((name) => join(folderOf, name).startsWith(plain));
  return begun ? join(folderOf, begun) : plain;
}
