import type { Tap, TapProblem } from "./tap.ts";

/** What became of sending a tap once. `unreachable`: later again; `sign_in_needed`: when somebody has signed in. */
export type SendResult = { kind: "sent" } | ({ kind: "refused" } & TapProblem) | { kind: "unreachable" | "sign_in_needed" };

export interface TapQueue {
  /** This member's taps of this device, the oldest first. */
  list(): Tap[];
  /** Whether the session has ended: what waits is kept. */
  needsSignIn(): boolean;
  /**
   * Keeps a tap before anything is sent.
   * @throws what the storage throws when it keeps nothing
   */
  add(tap: Pick<Tap, "id" | "gate" | "fields">): void;
  /** Takes a tap back: silently while nobody else has seen it, else by another tap with the given id. */
  takeBack(of: string, id: string): void;
  /** Whether a tap was taken back. */
  isTakenBack(id: string): boolean;
  /** Removes a refused tap from the list. */
  dismiss(id: string): void;
  /** Sends what waits, the oldest first, one after the other; ends when nothing is left or the link is gone. */
  flush(): Promise<void>;
}

export interface TapQueueOptions {
  storage: Storage;
  /** Id of the member who is signed in. */
  member: string;
  now(): Date;
  send(tap: Tap): Promise<SendResult>;
  /** Told after each change of the list. */
  changed(): void;
}

const PREFIX = "cau-noi:tap:";
/** How long what was sent stays in the list. */
const KEPT_MS = 3_600_000;

/** An operator's taps on one device, each under its own key: two windows never overwrite each other's. */
export function openTapQueue({ storage, member, now, send, changed }: TapQueueOptions): TapQueue {
  let running: Promise<void> | null = null;
  let sending: string | null = null;
  let signedOut = false;

  const keep = (tap: Tap) => {
    storage.setItem(PREFIX + tap.id, JSON.stringify(tap));
    changed();
  };
  const drop = (id: string) => {
    storage.removeItem(PREFIX + id);
    changed();
  };
  const list = (): Tap[] =>
    keysOf(storage)
      .flatMap((key) => readTap(storage.getItem(key)) ?? [])
      .filter((tap) => tap.by === member)
      .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  const waiting = () => list().find((tap) => tap.standing === "waiting");

  async function sendAll(): Promise<void> {
    forgetOld();
    for (let tap = waiting(); tap; tap = waiting()) {
      sending = tap.id;
      const result = await send(tap);
      sending = null;
      signedOut = result.kind === "sign_in_needed";
      if (result.kind === "sent") keep({ ...tap, standing: "sent" });
      else if (result.kind === "refused") keep({ ...tap, standing: "refused", problem: { code: result.code, field: result.field } });
      else return changed();
    }
  }

  function forgetOld(): void {
    const oldest = now().getTime() - KEPT_MS;
    for (const tap of list()) if (tap.standing === "sent" && Date.parse(tap.at) < oldest) storage.removeItem(PREFIX + tap.id);
  }

  const add: TapQueue["add"] = (tap) => keep({ ...tap, by: member, at: now().toISOString(), standing: "waiting", problem: null });

  return {
    list,
    needsSignIn: () => signedOut,
    add,
    takeBack(of, id) {
      const tap = list().find((one) => one.id === of);
      if (!tap) return;
      if (tap.standing === "waiting" && sending !== of) drop(of);
      else add({ id, gate: tap.gate, fields: { intent: "take-back", of } });
    },
    isTakenBack: (id) => list().some((tap) => tap.fields.of === id && tap.standing !== "refused"),
    dismiss: drop,
    flush() {
      running ??= sendAll().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) => key.startsWith(PREFIX));

function readTap(text: string | null): Tap | null {
  try {
    const tap = JSON.parse(text ?? "");
    return typeof tap?.id === "string" && typeof tap.at === "string" && typeof tap.fields === "object" ? tap : null;
  } catch {
    return null;
  }
}
