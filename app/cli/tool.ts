import type { Settings } from "../server/settings.server.ts";

/** What a command is given beside its arguments. */
export interface Surroundings {
  settings: Settings;
  /** The absolute path of what a person typed. */
  path(typed: string): string;
  /** Prints a line. */
  say(line: string): void;
}

/** A command of `main.ts`: resolves to its exit code, and throws what it refuses. */
export type Command = (given: string[], surroundings: Surroundings) => Promise<number>;

/** The command was not given what it needs. */
export class Misused extends Error {
  /** @param usage how it is called */
  constructor(usage: string) {
    super(`Usage · Cách dùng: ${usage}`);
    this.name = "Misused";
  }
}
