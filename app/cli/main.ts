/**
 * The commands that work on the portal's data, beside a serving portal or without one: `node build/server/cli.js <command>`. Built with
 * the server, because they share its migrations, its strings and its use-cases. Each says in one line what it refuses.
 */
import { resolve } from "node:path";
import { CommandRefused } from "../server/backup/refusal.server.ts";
import { DatabaseRefusal } from "../server/db/refusals.server.ts";
import { readSettings, WrongSetting } from "../server/settings.server.ts";
import { audit } from "./audit.ts";
import { backup, restore } from "./backup.ts";
import { demoMembers } from "./demo-members.ts";
import { strings } from "./strings.ts";
import { type Command, Misused } from "./tool.ts";

const COMMANDS: Record<string, Command> = { backup, restore, audit, strings, "demo-members": demoMembers };

/** A command that is told to end leaves nothing half-made behind: what it has to tidy up it does when the process ends. */
for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const, ["SIGHUP", 129] as const]) process.once(signal, () => process.exit(code));

async function run([name = "", ...given]: string[]): Promise<number> {
  const command = COMMANDS[name];
  if (!command) throw new Misused(`node build/server/cli.js ${Object.keys(COMMANDS).join("|")}`);
  // A path is meant from where the person is, not from the project's folder, where npm starts its scripts.
  const path = (typed: string) => resolve(process.env.INIT_CWD ?? process.cwd(), typed);
  return command(given, { settings: readSettings(process.env), path, say: (line) => console.log(line) });
}

const lineOf = (error: unknown): string | null => {
  if (error instanceof CommandRefused || error instanceof DatabaseRefusal || error instanceof WrongSetting || error instanceof Misused) return error.message;
  const { code, path = "" } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return `It cannot be read or written: ${path} · không đọc hoặc ghi được: ${path}`;
  return code === "ENOSPC" ? "The disk is full · ổ đĩa đã đầy" : null;
};

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(lineOf(error) ?? error);
    process.exitCode = 1;
  },
);
