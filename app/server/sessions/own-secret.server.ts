import { hkdfSync, randomBytes } from "node:crypto";
import { link, mkdtemp, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseRefusal } from "../db/refusals.server.ts";

/** Where a portal keeps what it locks members' keys with, beside its database: the database alone gives them away no more. */
export const SECRET_FILE = "secret.key";

const WRITTEN = /^[0-9a-f]{64}\n?$/;

/** The file holds something else than this program wrote: with another secret, no second factor could be read. */
export class SecretDamaged extends DatabaseRefusal {
  constructor(file: string) {
    super(`${file} is damaged: put it back from a backup, or set SECRET_KEY`);
  }
}

/**
 * What this portal alone knows: 256 bits for one purpose.
 * @param given SECRET_KEY, the same for all instances on one database; null: the data folder's own, drawn at the first start
 * @throws SecretDamaged
 */
export async function ownSecret(dataDir: string, given: string | null, purpose: string): Promise<Buffer> {
  const material = given ?? (await kept(dataDir)) ?? (await draw(dataDir));
  return Buffer.from(hkdfSync("sha256", material, "cau-noi", purpose, 32));
}

async function kept(dataDir: string): Promise<string | null> {
  const file = join(dataDir, SECRET_FILE);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text !== null && !WRITTEN.test(text)) throw new SecretDamaged(file);
  return text?.trim() ?? null;
}

/** Whole and on the disk before it has its name; of two processes that begin at once, one draws it and both read it. */
async function draw(dataDir: string): Promise<string> {
  const work = await mkdtemp(join(dataDir, ".secret-"));
  try {
    const file = await open(join(work, SECRET_FILE), "wx", 0o600);
    await file.writeFile(`${randomBytes(32).toString("hex")}\n`);
    await file.sync();
    await file.close();
    await link(join(work, SECRET_FILE), join(dataDir, SECRET_FILE)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return (await kept(dataDir)) as string;
}
