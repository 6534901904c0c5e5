import { type KioskContent, readContent } from "./content.ts";
import { readWords, type Words } from "./words.ts";

/** Content and the strings it is shown with: always swapped together. */
export interface Holding {
  content: KioskContent;
  words: Words;
}

/** How the kiosk stands to its server. */
export interface Contact {
  /** False: the last question to the server went unanswered, or was answered badly. */
  connected: boolean;
  /** When what is shown was last known to be current, on the server's clock. */
  confirmedAt: Date;
}

/** One answer to a question for JSON. `held`: it came from the service worker's store, not from the server. */
export interface Answer {
  body: unknown;
  held: boolean;
}

export interface ContentStore {
  holding(): Holding;
  contact(): Contact;
  /** Calls back after every change of either. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Asks the server what is current and swaps to it in one step. Never rejects: what fails changes nothing but `contact`. */
  refresh(): Promise<void>;
}

/**
 * What a kiosk holds and shows. A question asked while another is under way is asked once more after it, so that the answer
 * to the last question is never older than the question.
 * @param ask gets JSON; rejects when there is none to be had
 * @param now the server's time, as well as it is known
 */
export function createContentStore(first: Holding, ask: (path: string) => Promise<Answer>, now: () => Date): ContentStore {
  let holding = first;
  let contact: Contact = { connected: true, confirmedAt: new Date(first.content.generatedAt) };
  let underWay: Promise<void> | null = null;
  let askAgain = false;
  const listeners = new Set<() => void>();

  async function askOnce(): Promise<void> {
    try {
      const { body, held } = await ask(contentPath(first.content.site.key));
      const content = readContent(body, first.content.site.key);
      if (!content) throw new Error("content is not whole");
      if (isNewer(content, holding.content, held)) holding = { content, words: await wordsFor(content) };
      contact = held ? { ...contact, connected: false } : { connected: true, confirmedAt: now() };
    } catch {
      contact = { ...contact, connected: false };
    }
    for (const listener of listeners) listener();
  }

  async function wordsFor(content: KioskContent): Promise<Words> {
    if (content.stringsVersion === holding.content.stringsVersion) return holding.words;
    const words = readWords((await ask(wordsPath(content.stringsVersion))).body);
    if (!words) throw new Error("strings are not whole");
    return words;
  }

  async function askUntilQuiet(): Promise<void> {
    do {
      askAgain = false;
      await askOnce();
    } while (askAgain);
    underWay = null;
  }

  return {
    holding: () => holding,
    contact: () => contact,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh() {
      if (underWay) askAgain = true;
      underWay ??= askUntilQuiet();
      return underWay;
    },
  };
}

/** Where a site's content is asked for. */
export const contentPath = (site: string): string => `/kiosk/${site}/content.json`;

/** Where the displays' strings of a version are. */
const wordsPath = (version: string): string => `/locales/display.${version}.json`;

/**
 * Whether an answer takes the place of what is shown. Never backwards: one of several servers may lag behind, and the service
 * worker's copy may be old. Another generation is another database (a restore), whose revisions cannot be compared.
 */
function isNewer(next: KioskContent, shown: KioskContent, held: boolean): boolean {
  if (next.generation !== shown.generation) return !held;
  if (next.revision !== shown.revision) return next.revision > shown.revision;
  return !held && next.stringsVersion !== shown.stringsVersion;
}

/** Asks over HTTP, for at most ten seconds. The browser revalidates by ETag: an unchanged answer costs a few bytes. */
export async function askServer(path: string): Promise<Answer> {
  const response = await fetch(path, { cache: path.startsWith("/locales/") ? "default" : "no-cache", signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { body: await response.json(), held: response.headers.has("x-cau-noi-held") };
}
