import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = fileURLToPath(new URL("in-another-process.mjs", import.meta.url));
const run = promisify(execFile);

/** Runs the default export of a module beside this one in a process of its own. */
export async function inAnotherProcess<Result>(module: string, input: object): Promise<Result> {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const { stdout } = await run(process.execPath, [script, path, JSON.stringify(input)], { env: { ...process.env, NODE_OPTIONS: "" } });
  return JSON.parse(stdout.trim().split("\n").at(-1) as string) as Result;
}
