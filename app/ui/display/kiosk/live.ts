import type { ContentStore } from "../content/content-store.ts";

/** As much of an EventSource as is used. */
export type Stream = Pick<EventSource, "addEventListener" | "close" | "readyState">;

const CLOSED = 2;

/** Waits (ms), each drawn anew from a range, so that a hundred kiosks do not ask in the same instant after an outage. */
const WAITS = { afterChange: [0, 250], afterSilence: [1_000, 3_000], reopen: [2_000, 10_000], regular: [240_000, 360_000] } as const;

/**
 * Follows the public event stream and asks the store to refresh: after a change, after a gap, when the stream breaks (to learn
 * whether the server is there), and every five minutes whatever happens. The stream says only that something changed.
 * @param open opens the stream
 * @param onServerTime told the server's clock minus this machine's (ms)
 * @returns the way to stop
 */
export function followServer(store: ContentStore, open: () => Stream, onServerTime: (offset: number) => void): () => void {
  let stopped = false;
  let stream: Stream | null = null;
  const timers = new Map<keyof typeof WAITS, ReturnType<typeof setTimeout>>();

  /** One timer of each kind: a burst of changes is one question. */
  function later(kind: keyof typeof WAITS, work: () => void): void {
    if (stopped || timers.has(kind)) return;
    const [least, most] = WAITS[kind];
    const wait = least + Math.random() * (most - least);
    timers.set(
      kind,
      setTimeout(() => {
        timers.delete(kind);
        work();
      }, wait),
    );
  }
  const refresh = () => void store.refresh();

  function hello(event: MessageEvent): void {
    const said = readHello(event.data);
    if (!said) return;
    onServerTime(said.now - Date.now());
    if (said.revision !== store.holding().content.revision || !store.contact().connected) later("afterChange", refresh);
  }

  function connect(): void {
    if (stopped) return;
    const opened = open();
    stream = opened;
    opened.addEventListener("hello", hello);
    opened.addEventListener("change", () => later("afterChange", refresh));
    opened.addEventListener("reset", () => later("afterChange", refresh));
    opened.addEventListener("error", () => {
      later("afterSilence", refresh);
      // The browser itself opens a broken stream again, but gives up for good after an HTTP error.
      if (opened.readyState === CLOSED) later("reopen", connect);
    });
  }

  function regularly(): void {
    later("regular", () => {
      refresh();
      regularly();
    });
  }

  connect();
  regularly();
  return () => {
    stopped = true;
    stream?.close();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

function readHello(data: unknown): { revision: number; now: number } | null {
  try {
    const { revision, now } = JSON.parse(String(data));
    const at = new Date(now).getTime();
    return typeof revision === "number" && !Number.isNaN(at) ? { revision, now: at } : null;
  } catch {
    return null;
  }
}
