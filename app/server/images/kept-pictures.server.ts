import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shortHash } from "../../core/hash.ts";
import { log } from "../logging.server.ts";

/** About 40 KB each. */
const MOST_KEPT = 2_000;
/** The last bytes of every whole PNG (its IEND chunk). */
const END = Buffer.from("49454e44ae426082", "hex");

/** Pictures on disk, each under the hash of what it was drawn from. Only a cache: what is lost or broken is drawn again. */
export function openKeptPictures(folder: string, draw: (svg: string) => Promise<Buffer>, most = MOST_KEPT) {
  const inMaking = new Map<string, Promise<Buffer>>();

  async function obtain(svg: string): Promise<Buffer> {
    const file = join(folder, `${shortHash(svg)}.png`);
    const kept = await readFile(file).catch(() => null);
    if (kept?.subarray(-END.length).equals(END)) return kept;
    const png = await draw(svg);
    await keep(file, png).catch((error) => log.error("a picture could not be kept", error));
    return png;
  }

  async function keep(file: string, png: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true });
    const unfinished = `${file}.${randomBytes(4).toString("hex")}.tmp`;
    await writeFile(unfinished, png);
    await rename(unfinished, file);
    await makeRoom();
  }

  /** The oldest go first. Another instance may do the same at once: a file that is gone already is no trouble. */
  async function makeRoom(): Promise<void> {
    const names = await readdir(folder);
    if (names.length <= most) return;
    const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })));
    const oldest = aged.sort((a, b) => a.at - b.at).slice(0, names.length - most);
    for (const { name } of oldest) await rm(join(folder, name), { force: true });
  }

  return {
    /** The picture of an SVG; drawn once however many ask. */
    of(svg: string): Promise<Buffer> {
      const already = inMaking.get(svg);
      if (already) return already;
      const making = obtain(svg).finally(() => inMaking.delete(svg));
      inMaking.set(svg, making);
      return making;
    },
  };
}
