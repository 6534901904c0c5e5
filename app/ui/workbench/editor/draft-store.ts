import type { Written } from "../../../core/articles/changes.ts";
import type { Base } from "./answers.ts";

/** What was written and is not saved, as this device keeps it. */
export interface Draft {
  /** Of the page that wrote it. */
  key: string;
  member: string;
  article: string;
  /** When it was last written to, ISO. */
  at: string;
  written: Written;
  /** What it answers to. */
  base: Base;
}

export interface DraftStore {
  keep(draft: Draft): Promise<void>;
  drop(key: string): Promise<void>;
  /** A member's of an article, the newest first. */
  of(member: string, article: string): Promise<Draft[]>;
}

const DATABASE = "cau-noi-writing";
const DRAFTS = "drafts";

/**
 * Drafts in IndexedDB: what a browser that was killed had written to localStorage is lost, this is not.
 * @throws where the browser keeps nothing (private windows of some)
 */
export async function openDraftStore(): Promise<DraftStore> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(DRAFTS, { keyPath: "key" });
  const database = await settled(request);
  const change = (work: (drafts: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(DRAFTS, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(DRAFTS));
    });
  return {
    keep: (draft) => change((drafts) => drafts.put(draft)),
    drop: (key) => change((drafts) => drafts.delete(key)),
    async of(member, article) {
      const all = (await settled(database.transaction(DRAFTS).objectStore(DRAFTS).getAll())) as Draft[];
      return all.filter((draft) => draft.member === member && draft.article === article).sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
