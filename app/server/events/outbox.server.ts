import type { Announcement } from "../../core/announcement.ts";
import type { Database } from "../db/database.server.ts";
import { announcementOf } from "../db/tx/content.server.ts";

/** What happens with an announcement before anybody hears of it. Must be right when given the same twice. */
export type ApplyHandler = (announcements: Announcement[]) => Promise<void>;

/**
 * The announcements of the database, in the order of their commits. Order is the point: new ones are read, every apply handler has
 * taken them, only then `revision` moves and subscribers hear.
 */
export interface Outbox {
  /** The content revision that this process shows. */
  revision(): number;
  /** Which database this is: drawn when it was made or restored. */
  generationId(): string;
  /**
   * Applies what was committed before this call. When a handler fails, that is logged, the revision stays, and the next
   * call or poll tries again.
   * @returns the revision reached
   */
  catchUp(): Promise<number>;
  /** What was announced after an id and has been applied here, oldest first. */
  since(id: number, limit: number): Promise<Announcement[]>;
  /** Hears each announcement once it is applied. @returns how to stop */
  subscribe(listener: (announcement: Announcement) => void): () => void;
  /** A handler that joins late is first given what was announced since the outbox was opened. */
  onApply(handler: ApplyHandler): void;
  /** Stops polling; resolves when what is under way has ended. */
  close(): Promise<void>;
}

export interface OutboxOptions {
  /** How often other processes' writes are looked for, in milliseconds. */
  pollEvery?: number;
  /** Takes the errors of handlers and listeners, and of the database while it is out of reach. */
  log?: (what: string, error: unknown) => void;
}

/** The most announcements given to a handler at once. */
const BATCH = 200;
const POLL_EVERY_MS = 500;

/** Open it before anything that shows content is loaded: what is announced from here on, handlers get. */
export async function openOutbox(database: Database, options: OutboxOptions = {}): Promise<Outbox> {
  const { pollEvery = POLL_EVERY_MS, log = (what: string, error: unknown) => console.error(what, error) } = options;
  const opened = await database.read.content.findUniqueOrThrow({ where: { id: 1 } });
  let revision = opened.revision;
  const handlers: { handle: ApplyHandler; applied: number }[] = [];
  const listeners = new Set<(announcement: Announcement) => void>();
  const failures = countedLog(log);

  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let closed = false;
  let timer = later();

  return {
    revision: () => revision,
    generationId: () => opened.generationId,
    catchUp,
    async since(id, limit) {
      const rows = await database.read.announcement.findMany({ where: { id: { gt: id, lte: revision } }, orderBy: { id: "asc" }, take: limit });
      return rows.map(announcementOf);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onApply(handle) {
      handlers.push({ handle, applied: opened.revision });
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      listeners.clear();
      await running;
    },
  };

  /** One run at a time. A call during a run asks for another: the one under way may have read before the caller's commit. */
  async function catchUp(): Promise<number> {
    if (closed) return revision;
    next ??= running.then(begin);
    await next;
    return revision;
  }

  function begin(): Promise<void> {
    next = null;
    running = applyNew().then(failures.reset, (error) => failures.log("announcements could not be applied", error));
    return running;
  }

  async function applyNew(): Promise<void> {
    for (;;) {
      const from = Math.min(revision, ...handlers.map(({ applied }) => applied));
      const rows = closed ? [] : await database.read.announcement.findMany({ where: { id: { gt: from } }, orderBy: { id: "asc" }, take: BATCH });
      const batch = rows.map(announcementOf);
      const last = batch.at(-1);
      if (!last) return;
      for (const handler of handlers) await give(handler, batch, last.id);
      const fresh = batch.filter(({ id }) => id > revision);
      revision = Math.max(revision, last.id);
      for (const announcement of fresh) tell(announcement);
    }
  }

  /** Each handler keeps its own place, so that one which failed is not overtaken and the others are not asked twice. */
  async function give(handler: (typeof handlers)[number], batch: Announcement[], last: number): Promise<void> {
    const missed = batch.filter(({ id }) => id > handler.applied);
    if (missed.length) await handler.handle(missed);
    handler.applied = Math.max(handler.applied, last);
  }

  function tell(announcement: Announcement): void {
    for (const listener of listeners) {
      try {
        listener(announcement);
      } catch (error) {
        log("a listener of announcements failed", error);
      }
    }
  }

  function later(): NodeJS.Timeout {
    return setTimeout(async () => {
      await catchUp();
      if (!closed) timer = later();
    }, pollEvery).unref();
  }
}

/** Logs the 1st, 2nd, 4th, 8th… failure in a row: a database that is away for an hour must not fill the disk. */
function countedLog(log: (what: string, error: unknown) => void) {
  let count = 0;
  return {
    reset() {
      count = 0;
    },
    log(what: string, error: unknown) {
      count += 1;
      if (Number.isInteger(Math.log2(count))) log(`${what} (${count} in a row)`, error);
    },
  };
}
