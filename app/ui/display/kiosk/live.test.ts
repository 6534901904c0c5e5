import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ContentStore } from "../content/content-store.ts";
import { sampleContent, sampleWords } from "../content/sample-content.ts";
import { followServer, type Stream } from "./live.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T03:00:00Z") }));
afterEach(() => void vi.useRealTimers());

/** A browser's stream, spoken into by the test. */
class FakeStream extends EventTarget {
  readyState = 1;
  close = vi.fn();
  say(kind: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }));
  }
}

function follow() {
  const refresh = vi.fn(async () => {});
  const contact = { connected: true, confirmedAt: new Date() };
  const store: ContentStore = {
    holding: () => ({ content: sampleContent(), words: sampleWords("one") }),
    contact: () => contact,
    subscribe: () => () => {},
    refresh,
  };
  const streams: FakeStream[] = [];
  const offsets: number[] = [];
  const open = () => {
    const stream = new FakeStream();
    streams.push(stream);
    return stream as unknown as Stream;
  };
  const stop = followServer(store, open, (offset) => offsets.push(offset));
  return { refresh, contact, streams, offsets, stop, stream: () => streams.at(-1) as FakeStream };
}

test("a change is asked for within a quarter of a second, a burst of changes once", () => {
  const { refresh, stream } = follow();
  for (let change = 0; change < 5; change++) stream().say("change");
  vi.advanceTimersByTime(250);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("a gap in the stream is asked for like a change", () => {
  const { refresh, stream } = follow();
  stream().say("reset");
  vi.advanceTimersByTime(250);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("the greeting sets the clock, and asks only when the revision is another or contact was lost", () => {
  const { refresh, contact, offsets, stream } = follow();
  stream().say("hello", { revision: 1, now: "2026-11-23T03:05:00Z" });
  vi.advanceTimersByTime(1000);
  expect(offsets).toEqual([300_000]);
  expect(refresh).not.toHaveBeenCalled();
  contact.connected = false;
  stream().say("hello", { revision: 1, now: "2026-11-23T03:05:00Z" });
  vi.advanceTimersByTime(1000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("a greeting that makes no sense is passed over", () => {
  const { offsets, stream } = follow();
  stream().say("hello", { revision: 1, now: "never" });
  stream().say("hello", null);
  expect(offsets).toEqual([]);
});

test("a broken stream makes the kiosk ask, so that it learns whether the server is there", () => {
  const { refresh, stream, streams } = follow();
  stream().say("error");
  vi.advanceTimersByTime(3000);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(streams).toHaveLength(1);
});

test("a stream that the browser gave up is opened anew after a while", () => {
  const { stream, streams } = follow();
  stream().readyState = 2;
  stream().say("error");
  vi.advanceTimersByTime(10_000);
  expect(streams).toHaveLength(2);
});

test("it asks every five minutes or so, whatever the stream says", () => {
  const { refresh } = follow();
  vi.advanceTimersByTime(24 * 60_000);
  expect(refresh.mock.calls.length).toBeGreaterThanOrEqual(4);
});

test("after the end nothing is asked and nothing is open", () => {
  const { refresh, stop, stream } = follow();
  stream().say("change");
  stop();
  vi.advanceTimersByTime(3_600_000);
  expect(refresh).not.toHaveBeenCalled();
  expect(stream().close).toHaveBeenCalled();
});
