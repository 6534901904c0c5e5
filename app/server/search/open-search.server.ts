import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../core/errors.ts";
import type { SearchDocument, SearchQuery, SearchResult } from "../../core/search/document.ts";
import { readQuery } from "../../core/search/needles.ts";
import type { ContentState } from "./messages.server.ts";
import { WorkerThread } from "./worker-thread.server.ts";

/** Where the index gets its documents; asked on the main thread. */
export interface SearchSource {
  /** The database's generation and content revision now. */
  state(): Promise<ContentState>;
  /** Every document that readers can see: at least as new as the state that was asked for before. */
  all(): AsyncIterable<SearchDocument>;
  /** What changed after a revision, up to a later one; null where that can no longer be told, or is so much that all is read sooner. */
  changedSince?(revision: number): Promise<Changes | null>;
}

export interface Changes {
  revision: number;
  changed: SearchDocument[];
  /** Ids that are gone. One that is among `changed` too is replaced. */
  removed: string[];
}

export interface Search {
  /** @throws AppError `query_too_long`; `busy` while the index is being made or too many wait; `stopping` after `close` */
  query(query: SearchQuery): Promise<SearchResult>;
  /**
   * What changed for readers up to and including a revision: to be called in the order of revisions, also when nothing of it
   * concerns search. A revision that the index holds changes nothing; revisions may be left out when their changes are named here.
   * Resolves when queries see it; while the index is being made, at once: whatever is answered afterwards has seen it.
   */
  apply(revision: number, generationId: string, changed: SearchDocument[], removed: string[]): Promise<void>;
  /** The revision that queries are answered from. */
  revision(): number;
  /** Resolves when queries are answered (again). */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Documents in one message, and so in one transaction, while an index is being filled. */
const CHUNK = 50;
/** Pauses before the index is made again, in milliseconds: at once after a first failure, then with ever more patience. */
const PATIENCE = [0, 100, 1000, 5000, 30000];

/**
 * Opens an instance's index in its worker thread: brings it up to date where it is only behind, and makes it where the file is missing,
 * broken, or of other content. Returns at once; until `ready`, queries are told to come again.
 */
export function openSearch(options: SearchOptions): Search {
  return new SearchClient(options);
}

export interface SearchOptions {
  file: string;
  source: SearchSource;
  /** Told why the index has to be made again, and why that failed; search itself goes on trying. */
  report?: (trouble: unknown) => void;
  now?: () => Date;
  /** Starts the thread; tests bring their own so that they can end it. */
  startThread?: (onEnd: (reason: Error | null) => void) => WorkerThread;
}

class SearchClient implements Search {
  readonly #file: string;
  readonly #source: SearchSource;
  readonly #report: (trouble: unknown) => void;
  readonly #now: () => Date;
  readonly #startThread: (onEnd: (reason: Error | null) => void) => WorkerThread;
  readonly #closing = new AbortController();
  readonly #missed = new MissedChanges();
  #thread: WorkerThread | null = null;
  #content: ContentState = { generationId: "", revision: 0 };
  /** Resolves when the index can be asked again. */
  #ready: Promise<void>;
  #answering = false;
  /** Applies wait for each other: they are ordered. */
  #applying: Promise<void> = Promise.resolve();

  constructor({ file, source, report = () => {}, now = () => new Date(), startThread = (onEnd) => new WorkerThread(onEnd) }: SearchOptions) {
    this.#file = file;
    this.#source = source;
    this.#report = report;
    this.#now = now;
    this.#startThread = startThread;
    this.#ready = this.#makeUntilItStands(false);
  }

  get #closed(): boolean {
    return this.#closing.signal.aborted;
  }

  async query(query: SearchQuery): Promise<SearchResult> {
    const text = readQuery(query.text);
    if (this.#closed) throw new AppError("stopping");
    if (!this.#answering || !this.#thread) throw new AppError("busy");
    return this.#thread.ask("query", { ...query, text, at: this.#now().getTime() });
  }

  apply(revision: number, generationId: string, changed: SearchDocument[], removed: string[]): Promise<void> {
    const applied = this.#applying.then(() => this.#applyNow({ revision, generationId }, changed, removed));
    this.#applying = applied.catch(() => {});
    return applied;
  }

  revision(): number {
    return this.#content.revision;
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closing.abort();
    const wasAnswering = this.#answering;
    this.#answering = false;
    const thread = this.#thread;
    this.#thread = null;
    if (wasAnswering) await thread?.ask("close", null).catch(() => {});
    await thread?.end();
    await this.#ready;
  }

  async #applyNow(content: ContentState, changed: SearchDocument[], removed: string[]): Promise<void> {
    if (this.#closed) throw new AppError("stopping");
    const thread = this.#thread;
    if (!this.#answering || !thread) return this.#missed.add(content, changed, removed);
    const outcome = await thread.ask("apply", { content, changed, removed }).catch((error: unknown) => {
      if (this.#thread === thread) throw error;
      return "ended" as const;
    });
    if (outcome === "applied") this.#content = content;
    if (outcome === "stranger") this.#recover(thread);
    if (outcome === "stranger" || outcome === "ended") this.#missed.add(content, changed, removed);
  }

  /** Opens the file in a thread of its own, and brings it up to date, or fills it. */
  async #make(fresh: boolean): Promise<void> {
    const thread: WorkerThread = this.#startThread((reason) => this.#ended(thread, reason));
    this.#thread = thread;
    try {
      const content = await this.#source.state();
      const { held } = await thread.ask("open", { file: this.#file, content, fresh });
      this.#content = (held && (await this.#follow(thread, held, content))) ?? (await this.#fill(thread, content, held !== null));
      for (let missed = this.#missed.take(); missed; missed = this.#missed.take()) {
        // What another database announced is no longer there to be found.
        if ((await thread.ask("apply", missed)) === "applied") this.#content = missed.content;
      }
      if (this.#closed) throw new AppError("stopping");
      this.#answering = true;
    } catch (error) {
      if (this.#thread === thread) this.#thread = null;
      await thread.end();
      throw error;
    }
  }

  /** Applies what was announced since the index was written. @returns what it holds then; null: it has to be filled anew */
  async #follow(thread: WorkerThread, held: ContentState, content: ContentState): Promise<ContentState | null> {
    if (held.revision === content.revision) return held;
    const changes = await this.#source.changedSince?.(held.revision);
    if (!changes || changes.revision < content.revision) return null;
    const { revision, changed, removed } = changes;
    const reached = { generationId: held.generationId, revision };
    return (await thread.ask("apply", { content: reached, changed, removed })) === "applied" ? reached : null;
  }

  async #fill(thread: WorkerThread, content: ContentState, used: boolean): Promise<ContentState> {
    if (used) await thread.ask("open", { file: this.#file, content, fresh: true });
    for await (const documents of chunks(this.#source.all())) {
      if (this.#closed) throw new AppError("stopping");
      await thread.ask("fill", { documents });
    }
    await thread.ask("seal", { content });
    return content;
  }

  /** A thread that ended by itself while it was answering: a new one is started, and the index made anew, since the file may be why. */
  #ended(thread: WorkerThread, reason: Error | null): void {
    if (this.#thread !== thread || !this.#answering || this.#closed) return;
    this.#report(reason ?? new Error("the search thread ended"));
    this.#recover(thread);
  }

  #recover(thread: WorkerThread): void {
    this.#answering = false;
    this.#thread = null;
    this.#ready = thread.end().then(() => this.#makeUntilItStands(true));
  }

  /** The first try keeps what the file holds; a file that brings the thread down while it is opened is made anew. */
  async #makeUntilItStands(fresh: boolean): Promise<void> {
    for (let failures = 0; !this.#closed; failures++) {
      try {
        return await this.#make(fresh || failures > 0);
      } catch (trouble) {
        if (!this.#closed) this.#report(trouble);
      }
      await pause(PATIENCE[Math.min(failures, PATIENCE.length - 1)], null, { ref: false, signal: this.#closing.signal }).catch(() => {});
    }
  }
}

/** Changes that came while the index was being made, folded into one. */
class MissedChanges {
  #content: ContentState | null = null;
  readonly #documents = new Map<string, SearchDocument | null>();

  add(content: ContentState, changed: SearchDocument[], removed: string[]): void {
    if (this.#content?.generationId !== content.generationId) this.#documents.clear();
    this.#content = content;
    for (const id of removed) this.#documents.set(id, null);
    for (const document of changed) this.#documents.set(document.id, document);
  }

  /** Hands them over, once; null: there are none. */
  take(): { content: ContentState; changed: SearchDocument[]; removed: string[] } | null {
    const content = this.#content;
    if (!content) return null;
    const documents = [...this.#documents];
    this.#content = null;
    this.#documents.clear();
    return { content, changed: documents.flatMap(([, document]) => document ?? []), removed: documents.flatMap(([id, document]) => (document ? [] : id)) };
  }
}

async function* chunks(documents: AsyncIterable<SearchDocument>): AsyncIterable<SearchDocument[]> {
  let chunk: SearchDocument[] = [];
  for await (const document of documents) {
    chunk.push(document);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
