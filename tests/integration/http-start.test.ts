import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type RunningServer, StartRefused, startServer } from "../../app/server/http/start.server.ts";
import { buildOf } from "./http-portal.tsx";

const build = buildOf([{ id: "page", path: "page", module: { handle: { access: { loader: "public" } }, loader: () => Response.json("here") } }]);
const start = () => startServer({ build: async () => build, assets: (_request, _response, next) => next() });

let running: RunningServer | null = null;
let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line) => void printed.push(String(line)));
  for (const name of ["APP_ORIGIN", "DATABASE_URL", "TRUST_PROXY", "HOST"]) vi.stubEnv(name, "");
  vi.stubEnv("PORT", "0");
  vi.stubEnv("DATA_DIR", join(mkdtempSync(join(tmpdir(), "cau-noi-start-")), "data"));
});
afterEach(async () => {
  await running?.close();
  running = null;
});

async function refusal(): Promise<string> {
  const error = await start().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StartRefused);
  const { message } = error as Error;
  expect(message).not.toContain("\n");
  expect(message).toContain(" · ");
  return message;
}

it("from nothing it serves, prints its address and the first administrator's link, and ends when told", async () => {
  running = await start();
  expect(running.origin).toBe(`http://localhost:${running.port}`);
  expect(printed.at(-2)).toBe(`Cầu Nối: ${running.origin}`);
  expect(printed.at(-1)).toMatch(new RegExp(`${running.origin}/workbench/join/[\\w-]{43}$`));
  const base = `http://127.0.0.1:${running.port}`;
  expect(await (await fetch(`${base}/page`)).json()).toBe("here");
  expect((await fetch(`${base}/readyz`)).status).toBe(200);
  await running.close();
  await expect(fetch(`${base}/livez`)).rejects.toThrow();
});

it("a wrong setting stops the start with one line that names it", async () => {
  vi.stubEnv("PORT", "eighty");
  expect(await refusal()).toContain("PORT=eighty: expected a whole number");
});

it("a taken port stops the start with one line, before anything is written", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  vi.stubEnv("PORT", String(port));
  expect(await refusal()).toContain(`PORT=${port}: the port is taken`);
  other.close();
});

it("a folder that can't be written stops the start with one line", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "cau-noi-start-")), "file");
  writeFileSync(file, "");
  vi.stubEnv("DATA_DIR", join(file, "data"));
  expect(await refusal()).toContain(file);
});

it("a route that does not say who may enter stops the start", async () => {
  const undeclared = buildOf([{ id: "open-door", path: "x", module: { loader: () => null } }]);
  await expect(startServer({ build: async () => undeclared, assets: (_request, _response, next) => next() })).rejects.toThrow(
    "route open-door: handle.access.loader is missing",
  );
});
