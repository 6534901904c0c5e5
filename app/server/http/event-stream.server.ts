import type { ServerResponse } from "node:http";
import type { Announcement } from "../../core/announcement.ts";
import type { Outbox } from "../events/outbox.server.ts";
import type { Header } from "./security-headers.server.ts";
import { beginStream, frameOf, HEARTBEAT, HEARTBEAT_MS, retryHint, writeFrame } from "./sse.server.ts";

export interface EventStreams {
  /**
   * Answers `GET /events`. False when the address, or all together, hold too many already.
   * @param since the last revision the asker saw (`Last-Event-ID`, or `?since=`); null or nonsense: it starts now
   */
  open(response: ServerResponse, address: string, since: string | null): boolean;
  count(): number;
  /** Ends every stream with a hint when to come back. */
  close(): void;
}

export interface EventStreamOptions {
  outbox: Pick<Outbox, "revision" | "since" | "subscribe">;
  headers: readonly Header[];
  perAddress: number;
  /** All together. */
  most?: number;
  now?: () => Date;
  heartbeatMs?: number;
}

/** The most announcements that are replayed; who missed more is told to read everything anew. */
export const LONGEST_REPLAY = 500;

/** What only the displays themselves are told. */
const forDisplays = ({ change }: Announcement): boolean => change.kind === "display" || change.kind === "playlist";

interface Stream {
  response: ServerResponse;
  address: string;
  /** Everything up to this revision was written. */
  sent: number;
  /** What was announced while older announcements are being read; null: nothing is being read. */
  behind: { revision: number; frame: string | null }[] | null;
}

/** The public event stream: what changed for readers, each change once, in the order of revisions. */
export function openEventStreams({
  outbox,
  headers,
  perAddress,
  most = 5_000,
  now = () => new Date(),
  heartbeatMs = HEARTBEAT_MS,
}: EventStreamOptions): EventStreams {
  const streams = new Set<Stream>();
  const ofAddress = new Map<string, number>();

  const write = (stream: Stream, frame: string) => writeFrame(stream.response, frame);

  const pass = (stream: Stream, revision: number, frame: string | null) => {
    if (revision <= stream.sent) return;
    stream.sent = revision;
    if (frame !== null) write(stream, frame);
  };

  const reset = (stream: Stream) => {
    stream.sent = outbox.revision();
    write(stream, frameOf("reset", { revision: stream.sent }, stream.sent));
  };

  // One frame for all: made once however many listen.
  const unsubscribe = outbox.subscribe((announcement) => {
    const frame = changeFrame(announcement);
    for (const stream of streams) {
      if (stream.behind) stream.behind.push({ revision: announcement.id, frame });
      else pass(stream, announcement.id, frame);
    }
  });

  const heartbeat = setInterval(() => {
    for (const stream of streams) write(stream, HEARTBEAT);
  }, heartbeatMs).unref();

  /** Writes what was announced after `stream.sent`; whatever is announced meanwhile waits its turn. */
  const replay = async (stream: Stream) => {
    stream.behind = [];
    const missed = outbox.revision() - stream.sent;
    const announcements = missed > 0 && missed <= LONGEST_REPLAY ? await outbox.since(stream.sent, LONGEST_REPLAY) : [];
    // Revisions have no gaps: fewer than were missed means that the oldest are no longer kept.
    if (announcements.length === missed) for (const announcement of announcements) pass(stream, announcement.id, changeFrame(announcement));
    else reset(stream);
    for (const { revision, frame } of stream.behind) pass(stream, revision, frame);
    stream.behind = null;
  };

  return {
    open(response, address, since) {
      const held = ofAddress.get(address) ?? 0;
      if (held >= perAddress || streams.size >= most) return false;
      const known = since !== null && /^\d{1,15}$/.test(since) ? Number(since) : null;
      const stream: Stream = { response, address, sent: known ?? outbox.revision(), behind: null };
      streams.add(stream);
      ofAddress.set(address, held + 1);
      response.once("close", () => {
        streams.delete(stream);
        const left = (ofAddress.get(address) ?? 1) - 1;
        if (left > 0) ofAddress.set(address, left);
        else ofAddress.delete(address);
      });

      beginStream(response, headers);
      write(stream, retryHint() + frameOf("hello", { revision: outbox.revision(), now: now().toISOString() }, stream.sent));
      // A number above ours is of another database, or of one restored since.
      if (known !== null && known > outbox.revision()) reset(stream);
      else if (known !== null) replay(stream).catch(() => response.destroy());
      return true;
    },
    count: () => streams.size,
    close() {
      unsubscribe();
      clearInterval(heartbeat);
      for (const { response } of streams) response.end(retryHint());
    },
  };
}

/** Null: nothing for the public. */
const changeFrame = (announcement: Announcement): string | null =>
  forDisplays(announcement) ? null : frameOf("change", { ...announcement.change, revision: announcement.id }, announcement.id);
