/** What a device keeps, by kind. Facts: small sealed values; resources and their chunks: files; receipts: numbered by the shelf itself. */
export const SHELVES = ["facts", "resources", "chunks", "receipts"] as const;
export type ShelfName = (typeof SHELVES)[number];
type Key = string | number;

/** One step of a change; without a value: it is taken away. `from` and `to`: everything between these keys is taken away. */
export type Step = { shelf: ShelfName; key: Key; value?: unknown } | { shelf: ShelfName; from: Key; to: Key };

/** Where a device keeps things. What a promise has resolved for is on the disk. */
export interface Shelf {
  /** False: the browser keeps nothing for us, and a restart loses it all. */
  lasting: boolean;
  /** Undefined: nothing there, or nothing that can be read. */
  get(shelf: ShelfName, key: Key): Promise<unknown>;
  /** In the order of their keys, at most so many. */
  entries(shelf: ShelfName, most: number): Promise<[key: Key, value: unknown][]>;
  keys(shelf: ShelfName): Promise<Key[]>;
  /** All steps or none. @throws OutOfSpace */
  change(steps: readonly Step[]): Promise<void>;
  /** Puts a value under the next number of the shelf. Numbers are never used twice. */
  append(shelf: "receipts", value: unknown): Promise<number>;
  /** Takes everything away. */
  clear(): Promise<void>;
}

/** The browser gives no more room. */
export class OutOfSpace extends Error {
  override name = "OutOfSpace";
}

/** Keeps things as long as the page is open: for tests, and where a browser refuses to keep any. */
export function memoryShelf(): Shelf {
  const shelves = new Map<ShelfName, Map<Key, unknown>>(SHELVES.map((name) => [name, new Map()]));
  const of = (name: ShelfName) => shelves.get(name) as Map<Key, unknown>;
  let last = 0;
  return {
    lasting: false,
    get: async (shelf, key) => of(shelf).get(key),
    entries: async (shelf, most) => [...of(shelf)].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, most),
    keys: async (shelf) => [...of(shelf).keys()],
    async change(steps) {
      for (const step of steps) {
        if ("key" in step && step.value !== undefined) of(step.shelf).set(step.key, step.value);
        else if ("key" in step) of(step.shelf).delete(step.key);
        else for (const key of of(step.shelf).keys()) if (key >= step.from && key <= step.to) of(step.shelf).delete(key);
      }
    },
    async append(shelf, value) {
      last += 1;
      of(shelf).set(last, value);
      return last;
    },
    async clear() {
      for (const shelf of shelves.values()) shelf.clear();
    },
  };
}
