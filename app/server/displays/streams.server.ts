import type { ServerResponse } from "node:http";
import type { Display } from "../../core/displays/display.ts";
import type { Hello, ManifestWanted, NoticesNow } from "../../core/displays/protocol.ts";
import type { Outbox } from "../events/outbox.server.ts";
import type { Header } from "../http/security-headers.server.ts";
import { beginStream, frameOf, HEARTBEAT, HEARTBEAT_MS, retryHint, writeFrame } from "../http/sse.server.ts";
import { log } from "../logging.server.ts";
import type { displayReaders } from "../readers/displays.server.ts";
import type { Made, Manifests } from "./manifests.server.ts";

/** Displays that share one manifest. */
interface Group {
  /** One of them: any serves to make the manifest. */
  sample: Display;
  current: Made;
  /** Which state of the content `current` was made of. */
  epoch: number;
  streams: Set<Stream>;
  /** When it was last asked for. */
  usedAt: number;
}

interface Stream {
  displayId: string;
  group: Group;
  response: ServerResponse;
}

/** Who is told what, at once: the open streams of devices, by the manifests they share. */
export interface DisplayStreams {
  /** What a display should hold now; made once for all that are alike. */
  manifestOf(display: Display): Promise<Made>;
  /** Opens a device's event stream; its first event tells the whole state. */
  open(display: Display, response: ServerResponse, headers: readonly Header[]): Promise<void>;
  /** Hashes of all that current manifests list. */
  listed(): Set<string>;
  figures(): { streams: number; displays: number; groups: number; made: number; told: number };
  close(): Promise<void>;
}

export interface DisplayStreamOptions {
  outbox: Pick<Outbox, "revision" | "subscribe">;
  manifests: Manifests;
  readers: Pick<ReturnType<typeof displayReaders>, "own">;
  now(): Date;
  heartbeatMs?: number;
}

/** A page that is being replaced by another may hold a stream for a moment longer; more than these are somebody else's. */
const MOST_OF_A_DISPLAY = 3;
/** A group that nobody listens to or asks for is forgotten, in milliseconds. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;
/** When making a manifest failed: the database may be away for a moment. */
const RETRY_MS = 1_000;
/** Node's timers take no more; who waits longer looks again. */
const LONGEST_TIMER_MS = 3_600_000;

export function openDisplayStreams({ outbox, manifests, readers, now, heartbeatMs = HEARTBEAT_MS }: DisplayStreamOptions): DisplayStreams {
  const groups = new Map<string, Group>();
  const streams = new Map<string, Set<Stream>>();
  /** Displays that were changed themselves and have not been told yet. */
  const changed = new Set<string>();
  const making = new Map<string, Promise<Made>>();
  let epoch = 0;
  /** Whether somebody asked for a run since the one under way looked last. */
  let called = false;
  let running: Promise<void> | null = null;
  let turn: NodeJS.Timeout | undefined;
  let closed = false;
  let made = 0;
  let told = 0;

  /** How many changes of displays themselves were heard: who reads one's state looks whether it is still that. */
  let heard = 0;

  const unsubscribe = outbox.subscribe(({ change }) => {
    if (change.kind === "display") {
      heard += 1;
      if (streams.has(change.display)) changed.add(change.display);
    } else {
      manifests.forget(change.kind === "playlist");
      epoch += 1;
    }
    void renew();
  });

  const heartbeat = setInterval(() => {
    for (const stream of allStreams()) writeFrame(stream.response, HEARTBEAT);
  }, heartbeatMs).unref();

  function* allStreams(): Generator<Stream> {
    for (const own of streams.values()) yield* own;
  }

  /** The group of a display, with a manifest that is not older than this call. */
  async function groupFor(display: Display): Promise<Group> {
    for (;;) {
      const looked = epoch;
      const key = await manifests.groupOf(display);
      if (looked !== epoch) continue;
      const known = groups.get(key);
      if (known && known.epoch === epoch && isOver(known)) turnOver();
      if (known?.epoch === epoch) {
        known.usedAt = now().getTime();
        return known;
      }
      const asked = epoch;
      const current = await makeOnce(key, display);
      // Somebody may have put it in place meanwhile.
      const there = groups.get(key);
      if (!there) groups.set(key, { sample: display, current, epoch: asked, streams: new Set(), usedAt: now().getTime() });
      else if (there.epoch < asked) tell(there, current, asked);
    }
  }

  /** A thousand displays that come back at once wait for the same few manifests. */
  function makeOnce(key: string, display: Display): Promise<Made> {
    const name = `${epoch} ${key}`;
    const underWay = making.get(name);
    if (underWay) return underWay;
    made += 1;
    const promise = manifests.make(display).finally(() => making.delete(name));
    making.set(name, promise);
    return promise;
  }

  const isOver = ({ current }: Group): boolean => current.validUntil !== null && current.validUntil <= now();

  /** What depends on the clock is to be made anew. */
  function turnOver(): void {
    manifests.forget(false);
    epoch += 1;
  }

  /** Puts a group's new manifest in place, and tells those who listen what of it is new: one frame for all of them. */
  function tell(group: Group, next: Made, of: number): void {
    const before = group.current;
    group.current = next;
    group.epoch = of;
    const id = outbox.revision();
    const frames = [
      ...(JSON.stringify(before.notices) === JSON.stringify(next.notices) ? [] : [frameOf("notices", { notices: next.notices } satisfies NoticesNow, id)]),
      ...(before.hash === next.hash ? [] : [frameOf("manifest", { manifest: next.hash } satisfies ManifestWanted, id)]),
    ];
    const frame = frames.join("");
    if (!frame) return;
    for (const { response } of group.streams) {
      writeFrame(response, frame);
      told += 1;
    }
  }

  /** One run at a time, until nothing is left to be told. */
  function renew(): Promise<void> {
    called = true;
    running ??= renewAll()
      .catch((error) => {
        log.error("displays could not be told what changed", error);
        setTimeout(() => void renew(), RETRY_MS).unref();
      })
      .finally(() => {
        running = null;
        // Asked just when the run was at its end.
        if (called && !closed) void renew();
      });
    return running;
  }

  async function renewAll(): Promise<void> {
    // Whatever else was announced at the same moment is told with it.
    await 0;
    const failed = new Set<Group>();
    while (!closed) {
      called = false;
      const [id] = changed;
      if (id !== undefined) {
        await tellChanged(id);
        continue;
      }
      const old = [...groups.values()].find((group) => group.streams.size > 0 && group.epoch < epoch && !failed.has(group));
      if (!old) break;
      await renewGroup(old, epoch).catch((error) => {
        // The others are not kept waiting for it.
        failed.add(old);
        log.error("a manifest could not be made", error, { site: old.sample.site });
      });
    }
    dropIdle();
    later();
    if (failed.size > 0) setTimeout(() => void renew(), RETRY_MS).unref();
  }

  async function renewGroup(group: Group, asked: number): Promise<void> {
    const key = await manifests.groupOf(group.sample);
    if (groups.get(key) !== group) return regroup(group);
    const next = await makeOnce(key, group.sample);
    if (group.epoch < asked) tell(group, next, asked);
  }

  /** Another playlist is theirs now: each is looked at anew. */
  async function regroup(group: Group): Promise<void> {
    for (const [key, one] of groups) if (one === group) groups.delete(key);
    for (const { displayId } of group.streams) changed.add(displayId);
    group.epoch = epoch;
  }

  /** A display itself was changed, ordered something, or revoked: all of its state is told again, or the last word. */
  async function tellChanged(id: string): Promise<void> {
    changed.delete(id);
    try {
      const own = await readers.own(id);
      if (!own) return cut(id);
      const group = await groupFor(own.display);
      for (const stream of streams.get(id) ?? []) {
        stream.group.streams.delete(stream);
        stream.group = group;
        group.streams.add(stream);
        writeFrame(stream.response, hello(group.current, own));
        told += 1;
      }
    } catch (error) {
      changed.add(id);
      throw error;
    }
  }

  function cut(id: string): void {
    for (const { response } of streams.get(id) ?? []) response.end(frameOf("revoked", {}, outbox.revision()));
  }

  const hello = (current: Made, { identity, orders }: NonNullable<Awaited<ReturnType<typeof readers.own>>>): string =>
    frameOf("hello", { now: now().toISOString(), manifest: current.hash, notices: current.notices, orders, identity } satisfies Hello, outbox.revision());

  function dropIdle(): void {
    for (const [key, group] of groups) if (group.streams.size === 0 && now().getTime() - group.usedAt > FORGOTTEN_AFTER_MS) groups.delete(key);
  }

  /** Looks again when the first manifest may be another by the clock. */
  function later(): void {
    clearTimeout(turn);
    const turns = [...groups.values()].flatMap(({ current, streams: listening }) =>
      listening.size && current.validUntil ? [current.validUntil.getTime()] : [],
    );
    if (closed || turns.length === 0) return;
    const wait = Math.min(Math.max(Math.min(...turns) - now().getTime(), 0) + 10, LONGEST_TIMER_MS);
    turn = setTimeout(() => {
      if ([...groups.values()].some(isOver)) turnOver();
      void renew();
    }, wait).unref();
  }

  function leave(stream: Stream): void {
    stream.group.streams.delete(stream);
    const own = streams.get(stream.displayId);
    own?.delete(stream);
    if (own?.size === 0) streams.delete(stream.displayId);
  }

  return {
    manifestOf: async (display) => (await groupFor(display)).current,
    async open(display, response, headers) {
      let state: NonNullable<Awaited<ReturnType<typeof readers.own>>> | null;
      let group: Group;
      let before: number;
      do {
        before = heard;
        state = await readers.own(display.id);
        group = await groupFor(state?.display ?? display);
      } while (before !== heard);
      if (response.destroyed) return;
      beginStream(response, headers);
      if (!state) return void response.end(frameOf("revoked", {}, outbox.revision()));
      const stream: Stream = { displayId: display.id, group, response };
      const own = streams.get(display.id) ?? new Set<Stream>();
      streams.set(display.id, own.add(stream));
      group.streams.add(stream);
      response.once("close", () => leave(stream));
      writeFrame(response, retryHint() + hello(group.current, state));
      for (const { response: oldest } of [...own].slice(0, Math.max(0, own.size - MOST_OF_A_DISPLAY))) oldest.end(retryHint());
      later();
      // The group may have become another's, or old, since it was looked for.
      if (![...groups.values()].includes(group)) changed.add(display.id);
      void renew();
    },
    listed: () => new Set([...groups.values()].flatMap(({ current }) => current.resources.map(({ sha256 }) => sha256))),
    figures: () => ({ streams: [...allStreams()].length, displays: streams.size, groups: groups.size, made, told }),
    async close() {
      closed = true;
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(turn);
      for (const { response } of allStreams()) response.end(retryHint());
      await running;
    },
  };
}
