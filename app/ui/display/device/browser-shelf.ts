import { memoryShelf, OutOfSpace, SHELVES, type Shelf, type ShelfName } from "./shelf.ts";

/** The displays' service worker opens the same database by this name, and reads `facts`, `resources` and `chunks`. */
export const DATABASE = "cau-noi-display";
const VERSION = 1;
/** A browser whose store is damaged may leave a question unanswered for ever (ms). */
const PATIENCE = 10_000;

/**
 * The browser's own database, each change written through to the disk before it is acknowledged. A database that cannot be opened is
 * deleted and begun anew; where that fails too, memory stands in, and the device lives from its link alone.
 * @param trouble told in one line what went wrong
 * @param onLost told when the browser closed the database behind our back: what comes next is an empty one
 */
export async function openBrowserShelf(trouble: (message: string) => void, onLost: () => void): Promise<Shelf> {
  for (const attempt of ["open", "begin anew"]) {
    try {
      if (attempt === "begin anew") await destroy();
      const shelf = databaseShelf(await open(), trouble, onLost);
      await shelf.get("facts", "identity");
      return shelf;
    } catch (error) {
      trouble(`store: could not ${attempt}: ${String(error)}`);
    }
  }
  return memoryShelf();
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    for (const name of SHELVES)
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, name === "receipts" ? { autoIncrement: true } : {});
  };
  return inTime(
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }),
  );
}

const destroy = (): Promise<void> =>
  inTime(
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    }),
  );

function databaseShelf(first: IDBDatabase, trouble: (message: string) => void, onLost: () => void): Shelf {
  let database: IDBDatabase | null = null;
  const attend = (opened: IDBDatabase) => {
    database = opened;
    // Closed behind our back: the browser found it damaged, and the next question begins a new one.
    opened.onclose = () => {
      database = null;
      trouble("store: closed by the browser");
      onLost();
    };
    opened.onversionchange = () => {
      opened.close();
      database = null;
    };
    return opened;
  };
  attend(first);

  async function within<T>(shelves: readonly ShelfName[], mode: IDBTransactionMode, work: (transaction: IDBTransaction) => () => T): Promise<T> {
    const opened = database ?? attend(await open());
    // What is acknowledged has to be on the disk: the browser may be killed in the next instant.
    const transaction = opened.transaction(shelves, mode, { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      const fail = () => reject(transaction.error ?? new Error("aborted"));
      transaction.onabort = fail;
      transaction.onerror = fail;
    });
    try {
      const result = work(transaction);
      await inTime(done);
      return result();
    } catch (error) {
      throw (error as Error | null)?.name === "QuotaExceededError" ? new OutOfSpace("no more room") : error;
    }
  }

  const resultOf =
    <T>(request: IDBRequest<T>): (() => T) =>
    () =>
      request.result;

  return {
    lasting: true,
    async get(shelf, key) {
      try {
        return await within([shelf], "readonly", (transaction) => resultOf(transaction.objectStore(shelf).get(key)));
      } catch (error) {
        trouble(`store: ${shelf} could not be read: ${String(error)}`);
        return undefined;
      }
    },
    entries: (shelf, most) =>
      within([shelf], "readonly", (transaction) => {
        const keys = transaction.objectStore(shelf).getAllKeys(null, most);
        const values = transaction.objectStore(shelf).getAll(null, most);
        return () => keys.result.map((key, index) => [key as string | number, values.result[index]]);
      }),
    keys: (shelf) => within([shelf], "readonly", (transaction) => resultOf(transaction.objectStore(shelf).getAllKeys() as IDBRequest<(string | number)[]>)),
    async change(steps) {
      if (steps.length === 0) return;
      await within([...new Set(steps.map(({ shelf }) => shelf))], "readwrite", (transaction) => {
        for (const step of steps) {
          const store = transaction.objectStore(step.shelf);
          if ("from" in step) store.delete(IDBKeyRange.bound(step.from, step.to));
          else if (step.value === undefined) store.delete(step.key);
          else store.put(step.value, step.key);
        }
        return () => {};
      });
    },
    append: (shelf, value) => within([shelf], "readwrite", (transaction) => resultOf(transaction.objectStore(shelf).add(value) as IDBRequest<number>)),
    async clear() {
      await within(SHELVES, "readwrite", (transaction) => {
        for (const name of SHELVES) transaction.objectStore(name).clear();
        return () => {};
      });
    },
  };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer from the browser's store")), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
