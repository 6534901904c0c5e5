import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../core/errors.ts";
import type { SearchDocument, SearchQuery, SearchResult } from "../../core/search/document.ts";
import { readQuery } from "../../core/search/plan.ts";
import type { ContentState } from "./messages.server.ts";
import { WorkerThread } from "./worker-thread.server.ts";

/** Where the index gets its documents; asked on the main thread. */
export interface SearchSource {
  /** The database's generation and content revision now. */
  state(): Promise<ContentState>;
  /** Every document that readers can see: at least as new as the state that was asked for before. */
  all(): AsyncIterable<SearchDocument>;
}

export interface Search {
  /** @throws AppError `query_too_long`; `busy` while the index is being made again or too many wait; `stopping` after `close` */
  query(query: SearchQuery): Promise<SearchResult>;
  /**
   * What changed for readers up to and including a revision: to be called in the order of revisions, also when nothing of it
   * concerns search. A revision that the index holds changes nothing; revisions may be left out when their changes are named here.
   * Resolves when queries see it. A call that is rejected has changed nothing: it has to be made again before any later one.
   */
  apply(revision: number, generationId: string, changed: SearchDocument[], removed: string[]): Promise<void>;
  /** The revision that queries are answered from. */
  revision(): number;
  close(): Promise<void>;
}

/** Documents in one message, and so in one transaction, while an index is being filled. */
const CHUNK = 50;
/** Pauses before the index is made again, in milliseconds: at once after a first crash, then with ever more patience. */
const PATIENCE = [0, 100, 1000, 5000, 30000];

/**
 * Opens an instance's index in its worker thread, and makes it first where the file is missing, broken, or of other content.
 * @throws whatever the source throws, or the worker's first failures to start; never because of what the file holds
 */
export async function openSearch(options: SearchOptions): Promise<Search> {
  const search = new SearchClient(options);
  await search.start();
  return search;
}

export interface SearchOptions {
  file: string;
  source: SearchSource;
  /** Told why the index has to be made again, and why that failed; search itself goes on trying. */
  report?: (trouble: unknown) => void;
  /** Starts the thread; tests bring their own so that they can end it. */
  startThread?: (onEnd: (reason: Error | null) => void) => WorkerThread;
}

class SearchClient implements Search {
  readonly #file: string;
  readonly #source: SearchSource;
  readonly #report: (trouble: unknown) => void;
  readonly #startThread: (onEnd: (reason: Error | null) => void) => WorkerThread;
  readonly #closing = new AbortController();
  #thread: WorkerThread | null = null;
  #content: ContentState = { generationId: "", revision: 0 };
  /** Resolves when the index can be asked again. */
  #ready: Promise<void> = Promise.resolve();
  #answering = false;
  /** Applies wait for each other: they are ordered. */
  #applying: Promise<void> = Promise.resolve();

  constructor({ file, source, report = () => {}, startThread = (onEnd) => new WorkerThread(onEnd) }: SearchOptions) {
    this.#file = file;
    this.#source = source;
    this.#report = report;
    this.#startThread = startThread;
  }

  get #closed(): boolean {
    return this.#closing.signal.aborted;
  }

  async start(): Promise<void> {
    try {
      await this.#make(false);
    } catch (trouble) {
      this.#report(trouble);
      // A file that brings the thread down while it is opened is made again, once, before the start is given up.
      await this.#make(true);
    }
  }

  async query(query: SearchQuery): Promise<SearchResult> {
    const text = readQuery(query.text);
    if (this.#closed) throw new AppError("stopping");
    if (!this.#answering || !this.#thread) throw new AppError("busy");
    if (text === "") return { hits: [], revision: this.#content.revision };
    return this.#thread.ask("query", { ...query, text });
  }

  apply(revision: number, generationId: string, changed: SearchDocument[], removed: string[]): Promise<void> {
    const applied = this.#applying.then(() => this.#applyNow({ revision, generationId }, changed, removed));
    this.#applying = applied.catch(() => {});
    return applied;
  }

  revision(): number {
    return this.#content.revision;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closing.abort();
    this.#answering = false;
    const thread = this.#thread;
    this.#thread = null;
    await thread?.ask("close", null).catch(() => {});
    await thread?.end();
  }

  async #applyNow(content: ContentState, changed: SearchDocument[], removed: string[]): Promise<void> {
    for (;;) {
      await this.#ready;
      const thread = this.#thread;
      if (this.#closed || !thread) throw new AppError("stopping");
      const outcome = await thread.ask("apply", { content, changed, removed }).catch((error: unknown) => {
        // The thread ended: the index is being made again from the source, and then this is asked once more.
        if (this.#thread === thread) throw error;
        return "again" as const;
      });
      if (outcome === "applied") this.#content = content;
      if (outcome === "applied" || outcome === "known") return;
      if (outcome === "stranger") {
        this.#recover(thread);
        await this.#ready;
        if (this.#content.generationId !== content.generationId) throw new AppError("busy");
      }
    }
  }

  /** Opens the file in a thread of its own, and fills it unless it may be kept. */
  async #make(fresh: boolean): Promise<void> {
    const thread: WorkerThread = this.#startThread((reason) => this.#ended(thread, reason));
    this.#thread = thread;
    try {
      const content = await this.#source.state();
      const { kept } = await thread.ask("open", { file: this.#file, content, fresh });
      if (!kept) {
        for await (const documents of chunks(this.#source.all())) await thread.ask("fill", { documents });
        await thread.ask("seal", { content });
      }
      if (this.#closed) throw new AppError("stopping");
      this.#content = content;
      this.#answering = true;
    } catch (error) {
      if (this.#thread === thread) this.#thread = null;
      await thread.end();
      throw error;
    }
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
    this.#ready = this.#makeAgain(thread);
  }

  async #makeAgain(old: WorkerThread): Promise<void> {
    await old.end();
    for (let failures = 0; !this.#closed; failures++) {
      await pause(PATIENCE[Math.min(failures, PATIENCE.length - 1)], null, { ref: false, signal: this.#closing.signal }).catch(() => {});
      if (this.#closed) return;
      try {
        return await this.#make(true);
      } catch (trouble) {
        if (!this.#closed) this.#report(trouble);
      }
    }
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
