import type { Manifest } from "../../../core/displays/manifest.ts";
import { sha256Hex } from "../../../core/hash.ts";
import { type Facts, factStep, type Paths, readFact } from "./facts.ts";
import { type Ask, type Files, filesOn, WrongBytes } from "./files.ts";
import { OutOfSpace, type Shelf, type Step } from "./shelf.ts";

/** The manifest that a device holds: all its resources were there and whole when it was taken up. */
export interface Held {
  sha256: string;
  /** Its bytes as they came. */
  text: string;
  manifest: Manifest;
}

/** How an attempt to hold what is wanted ended. "later": the link broke, or what came was not right; "full": the browser has no more room. */
export type Outcome = "held" | "later" | "full";

/** Keeps what the device plays: fetches, verifies, swaps, heals. */
export interface Keeper {
  held(): Held | null;
  /** Brings the store to the wanted manifest and swaps in one step; mends what is broken in what is held already. Asked again meanwhile, it goes on to the newest. */
  hold(sha256: string): Promise<Outcome>;
  /** Hashes everything that is held, whatever was hashed before. Names of what is broken; it is fetched anew by the next `hold`. */
  verify(): Promise<string[]>;
  /** What stands at an address, as JSON; null: not held, or broken. */
  json(path: string): Promise<unknown>;
  /** What was found broken by others is hashed again, and taken away if it is. */
  suspect(sha256: string): Promise<boolean>;
  /** Forgets what is held; the bytes are taken away with everything else. */
  forget(): void;
}

/** So many files come at once. */
const AT_ONCE = 3;

/**
 * @param ask asks the server, with the device's token; rejects when there is no answer
 * @param onSwap told after each swap, when the new manifest is on the disk
 * @param trouble told in one line what went wrong
 */
export async function openKeeper(shelf: Shelf, ask: Ask, onSwap: () => void, trouble: (message: string) => void): Promise<Keeper> {
  const files: Files = filesOn(shelf);
  let held = await readHeld(shelf);
  let wanted: string | null = null;
  let underWay: Promise<Outcome> | null = null;
  /** Names of files that were hashed since the page was opened, and found whole. */
  const whole = new Set<string>();

  const isWhole = async (name: string): Promise<boolean> => {
    if (whole.has(name)) return true;
    const is = await files.verify(name);
    if (is) whole.add(name);
    return is;
  };

  async function fetchManifest(): Promise<Held> {
    const answer = await ask("/display/manifest", { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`manifest: ${answer.status}`);
    const text = await answer.text();
    const sha256 = sha256Hex(text);
    const manifest = readManifest(text);
    if (!manifest) throw new WrongBytes("manifest is not whole");
    return { text, sha256, manifest };
  }

  async function fetchResources({ resources }: Manifest): Promise<void> {
    const waiting = [...new Map(resources.map((resource) => [resource.sha256, resource])).values()];
    let failure: unknown = null;
    const worker = async () => {
      for (let next = waiting.shift(); next && failure === null; next = waiting.shift()) {
        try {
          if (await isWhole(next.sha256)) continue;
          await files.obtain(next.sha256, next.bytes, ask);
          whole.add(next.sha256);
        } catch (error) {
          failure ??= error;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (failure !== null) throw failure;
  }

  async function holdOnce(sha256: string): Promise<Outcome> {
    if (held?.sha256 === sha256) {
      await fetchResources(held.manifest);
      const kept = (await readFact(shelf, "held")) && (await readFact(shelf, "paths"));
      if (!kept) await shelf.change(stepsOf(held));
      return "held";
    }
    const next = await fetchManifest();
    const { manifest } = next;
    // A newer one may have come between: it is as good, and its own event is on the way.
    await fetchResources(manifest);
    await shelf.change(stepsOf(next));
    held = next;
    onSwap();
    await files.keepOnly(new Set(manifest.resources.map((resource) => resource.sha256)));
    for (const name of whole) if (!manifest.resources.some((resource) => resource.sha256 === name)) whole.delete(name);
    return "held";
  }

  async function holdNewest(): Promise<Outcome> {
    for (;;) {
      const asked = wanted as string;
      try {
        const outcome = await holdOnce(asked);
        if (wanted === asked) return outcome;
      } catch (error) {
        trouble(`hold: ${error instanceof Error ? error.message : String(error)}`);
        if (error instanceof OutOfSpace) return "full";
        if (wanted === asked) return "later";
      }
    }
  }

  return {
    held: () => held,
    hold(sha256) {
      wanted = sha256;
      underWay ??= holdNewest().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async verify() {
      const broken: string[] = [];
      whole.clear();
      for (const { sha256, path } of held?.manifest.resources ?? []) {
        if (await isWhole(sha256)) continue;
        broken.push(sha256);
        trouble(`broken: ${path}`);
      }
      return broken;
    },
    async json(path) {
      const resource = held?.manifest.resources.find((one) => one.path === path);
      const bytes = resource && (await files.read(resource.sha256).catch(() => null));
      if (!bytes) return null;
      try {
        return JSON.parse(new TextDecoder().decode(bytes));
      } catch {
        return null;
      }
    },
    async suspect(sha256) {
      whole.delete(sha256);
      return !(await isWhole(sha256));
    },
    forget() {
      held = null;
      wanted = null;
      whole.clear();
    },
  };
}

/** The held manifest, if its bytes are still those of its name. */
async function readHeld(shelf: Shelf): Promise<Held | null> {
  const fact: Facts["held"] | null = await readFact(shelf, "held");
  const manifest = fact && sha256Hex(fact.text) === fact.sha256 ? readManifest(fact.text) : null;
  if (!fact || !manifest) return null;
  // The worker reads the addresses by themselves; damage to them alone is mended from the manifest.
  if (!(await readFact(shelf, "paths"))) await shelf.change([factStep("paths", pathsOf(manifest))]).catch(() => {});
  return { ...fact, manifest };
}

const stepsOf = ({ text, sha256, manifest }: Held): Step[] => [factStep("held", { text, sha256 }), factStep("paths", pathsOf(manifest))];

const pathsOf = ({ resources }: Manifest): Paths =>
  Object.fromEntries(resources.map(({ path, sha256, bytes, type, headers }) => [path, { sha256, bytes, type, ...(headers && { headers }) }]));

/** Null unless it is a manifest of the only format there is, with resources that can be fetched. */
export function readManifest(text: string): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest;
    const fetchable =
      manifest.format === 1 &&
      Array.isArray(manifest.notices) &&
      manifest.resources.every(({ sha256, bytes, path }) => /^[0-9a-f]{64}$/.test(sha256) && Number.isInteger(bytes) && bytes >= 0 && path.startsWith("/"));
    return fetchable ? manifest : null;
  } catch {
    return null;
  }
}
