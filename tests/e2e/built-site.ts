import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;

/** A build of one's own, beside the project's modules: its files may be changed, as another release would change them. */
export interface CopiedBuild {
  /** The server's entry. */
  server: string;
  /** Changes a file of `build/client`. It is served once the server has started again. */
  change(name: string, how: (text: string) => string): void;
  /** Changes words that the server was built with, wherever they stand. They are served once it has started again. */
  reword(words: Record<string, string>): void;
  /** Takes a file of `build/client` away. */
  take(name: string): void;
  remove(): void;
}

export function copyBuild(): CopiedBuild {
  const folder = mkdtempSync(join(ROOT, "build", "copy-"));
  for (const part of readdirSync(join(ROOT, "build")).filter((name) => name === "client" || name === "server"))
    cpSync(join(ROOT, "build", part), join(folder, part), { recursive: true });
  const file = (name: string) => join(folder, "client", name);
  const take = (name: string) => {
    for (const form of ["", ".br", ".gz"]) rmSync(file(name + form), { force: true });
  };
  return {
    server: join(folder, "server", "index.js"),
    change(name, how) {
      const changed = how(readFileSync(file(name), "utf8"));
      take(name);
      writeFileSync(file(name), changed);
    },
    reword(words) {
      const assets = join(folder, "server", "assets");
      for (const name of readdirSync(assets)) {
        const before = readFileSync(join(assets, name), "utf8");
        const after = Object.entries(words).reduce((text, [from, to]) => text.replaceAll(from, to), before);
        if (after !== before) writeFileSync(join(assets, name), after);
      }
    },
    take,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
