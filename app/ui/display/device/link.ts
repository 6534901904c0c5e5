import type { Hello, ManifestWanted, NoticesNow, Order } from "../../../core/displays/protocol.ts";

/** As much of an EventSource as is used. */
export type Stream = Pick<EventSource, "addEventListener" | "close" | "readyState">;

const CLOSED = 2;

/** Waits (ms) before the stream is opened anew, each drawn from a range, so that a thousand displays do not come back in the same instant. */
const FIRST_WAIT = [500, 3_000] as const;
const LATER_WAIT = [2_000, 10_000] as const;

export interface LinkListeners {
  hello(hello: Hello): void;
  manifest(wanted: ManifestWanted): void;
  notices(now: NoticesNow): void;
  order(order: Order): void;
  revoked(): void;
  /** The stream broke, or could not be had. */
  lost(): void;
}

export interface Link {
  /** Whether the server has said hello on the stream that is open. */
  connected(): boolean;
  /** Gives the stream up and opens another one soon: when other messages go unanswered, it is dead without having said so. */
  renew(): void;
  stop(): void;
}

/**
 * Follows the device's event stream for as long as it lives. The browser itself opens a broken stream again and tells the last id it saw;
 * after an HTTP error it gives up, and this opens another one: every stream begins with a hello that tells all.
 * @param open opens the stream
 * @param mayOpen asked before it is opened again after an HTTP error: whether the token still opens anything. False stops the link.
 */
export function openLink(open: () => Stream, mayOpen: () => Promise<boolean>, listeners: LinkListeners): Link {
  let stream: Stream | null = null;
  let connected = false;
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lost = () => {
    connected = false;
    listeners.lost();
  };

  function later(): void {
    if (stopped || timer !== undefined) return;
    const [least, most] = failures === 0 ? FIRST_WAIT : LATER_WAIT;
    failures += 1;
    timer = setTimeout(
      async () => {
        timer = undefined;
        if (await mayOpen()) connect();
      },
      least + Math.random() * (most - least),
    );
  }

  function connect(): void {
    if (stopped) return;
    stream?.close();
    const opened = open();
    stream = opened;
    const on = (kind: string, heard: (data: never) => void) =>
      opened.addEventListener(kind, (event: MessageEvent) => {
        if (stream !== opened || stopped) return;
        const data = parse(event.data);
        if (data !== null) heard(data as never);
      });
    on("hello", (hello: Hello) => {
      connected = true;
      failures = 0;
      listeners.hello(hello);
    });
    on("manifest", listeners.manifest);
    on("notices", listeners.notices);
    on("order", listeners.order);
    on("revoked", listeners.revoked);
    opened.addEventListener("error", () => {
      if (stream !== opened || stopped) return;
      lost();
      if (opened.readyState === CLOSED) later();
    });
  }

  connect();
  return {
    connected: () => connected,
    renew() {
      if (stopped) return;
      stream?.close();
      stream = null;
      if (connected) lost();
      later();
    },
    stop() {
      stopped = true;
      connected = false;
      clearTimeout(timer);
      stream?.close();
    },
  };
}

/** Null: not JSON, and not to be acted upon. */
function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data)) as unknown;
  } catch {
    return null;
  }
}
