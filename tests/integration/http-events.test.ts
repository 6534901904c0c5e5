import { get } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LONGEST_REPLAY } from "../../app/server/http/event-stream.server.ts";
import { serve } from "./http-portal.tsx";

interface Event {
  id?: string;
  event?: string;
  data?: Record<string, unknown>;
  retry?: string;
}

/** One listener of the event stream, as a browser would be. */
function listen(port: number, { path = "/events", lastId }: { path?: string; lastId?: string } = {}) {
  const heard = { text: "", ended: false, status: 0, headers: {} as Record<string, unknown> };
  const request = get({ port, host: "127.0.0.1", path, headers: lastId === undefined ? {} : { "last-event-id": lastId } }, (response) => {
    heard.status = response.statusCode ?? 0;
    heard.headers = response.headers;
    response.setEncoding("utf8").on("data", (text) => {
      heard.text += text;
    });
    response.once("end", () => {
      heard.ended = true;
    });
  });
  request.once("error", () => {
    heard.ended = true;
  });
  const events = (): Event[] =>
    heard.text
      .split("\n\n")
      .filter((block) => block && block !== ":")
      .map((block) => Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])))
      .map(({ data, ...rest }) => ({ ...rest, ...(data && { data: JSON.parse(data) as Record<string, unknown> }) }));
  /** The names and ids of what was heard, without the hints. */
  const story = () => events().flatMap(({ event, id }) => (event ? [`${event} ${id}`] : []));
  return { heard, events, story, leave: () => request.destroy() };
}

let portal: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  portal = await serve([]);
});
afterEach(() => portal.close());

const publish = (times = 1) => {
  for (let index = 0; index < times; index += 1) portal.outbox.announce({ kind: "gate", gate: `gate-${portal.outbox.revision() + 1}` });
};

describe("who listens to what changes", () => {
  it("is greeted with the revision and the time, then hears each change once, in order", async () => {
    publish(3);
    const one = listen(portal.port);
    await vi.waitFor(() => expect(one.story()).toEqual(["hello 3"]));
    publish(2);
    await vi.waitFor(() => expect(one.story()).toEqual(["hello 3", "change 4", "change 5"]));
    const [hint, hello, change] = one.events();
    expect(Number(hint?.retry)).toBeGreaterThanOrEqual(1_000);
    expect(Number(hint?.retry)).toBeLessThanOrEqual(5_000);
    expect(hello?.data?.revision).toBe(3);
    expect(Math.abs(Date.parse(String(hello?.data?.now)) - Date.now())).toBeLessThan(5_000);
    expect(change?.data).toEqual({ kind: "gate", gate: "gate-4", revision: 4 });
    expect(one.heard.headers).toMatchObject({ "content-type": "text/event-stream", "cache-control": "no-store", "x-content-type-options": "nosniff" });
    one.leave();
  });

  it.each([
    ["the browser's own header", { lastId: "2" }],
    ["the address", { path: "/events?since=2" }],
  ])("and comes back with the last it heard in %s gets what it missed", async (_, how) => {
    publish(5);
    const one = listen(portal.port, how);
    await vi.waitFor(() => expect(one.story()).toEqual(["hello 2", "change 3", "change 4", "change 5"]));
    publish();
    await vi.waitFor(() => expect(one.story().at(-1)).toBe("change 6"));
    one.leave();
  });

  it("hears nothing twice and nothing out of order when changes come while the missed ones are read", async () => {
    publish(4);
    const { since } = portal.outbox;
    let finish = () => {};
    portal.outbox.since = async (...asked) => {
      const rows = await since(...asked);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return rows;
    };
    const one = listen(portal.port, { lastId: "1" });
    await vi.waitFor(() => expect(one.story()).toEqual(["hello 1"]));
    publish(2);
    finish();
    await vi.waitFor(() => expect(one.story()).toEqual(["hello 1", "change 2", "change 3", "change 4", "change 5", "change 6"]));
    one.leave();
  });

  it.each([
    ["missed more than is replayed", () => publish(LONGEST_REPLAY + 1), "0"],
    [
      "missed what is no longer kept",
      () => {
        publish(9);
        portal.outbox.forget(5);
      },
      "3",
    ],
    ["knows a revision that this database never had", () => publish(2), "7"],
  ])("and %s is told to read everything anew, then goes on", async (_, happened, lastId) => {
    happened();
    const one = listen(portal.port, { lastId });
    const now = portal.outbox.revision();
    await vi.waitFor(() => expect(one.story()).toEqual([`hello ${lastId}`, `reset ${now}`]));
    publish();
    await vi.waitFor(() => expect(one.story().at(-1)).toBe(`change ${now + 1}`));
    one.leave();
  });

  it("and names nonsense as the last it heard starts now", async () => {
    publish(2);
    const one = listen(portal.port, { path: "/events?since=-1%20or%201" });
    await vi.waitFor(() => expect(one.story()).toEqual(["hello 2"]));
    one.leave();
  });

  it("gets a hint when to come back, and the end, when the server ends", async () => {
    const one = listen(portal.port);
    await vi.waitFor(() => expect(one.story().length).toBe(1));
    await portal.portal.stop(1_000);
    await vi.waitFor(() => expect(one.heard.ended).toBe(true));
    expect(one.events().at(-1)).toEqual({ retry: expect.stringMatching(/^[1-5]\d{3}$/) });
    expect(portal.portal.listeners()).toBe(0);
  });

  it("is forgotten on leaving", async () => {
    const all = Array.from({ length: 20 }, () => listen(portal.port));
    await vi.waitFor(() => expect(portal.portal.listeners()).toBe(20));
    for (const one of all) one.leave();
    await vi.waitFor(() => expect(portal.portal.listeners()).toBe(0));
    publish();
  });
});

it("one address may hold so many streams and no more, until it gives one back", async () => {
  await portal.close();
  portal = await serve([], { env: { STREAMS_PER_ADDRESS: "2" } });
  const [first, second] = [listen(portal.port), listen(portal.port)];
  await vi.waitFor(() => expect(portal.portal.listeners()).toBe(2));
  const third = listen(portal.port);
  await vi.waitFor(() => expect(third.heard.status).toBe(503));
  first.leave();
  await vi.waitFor(() => expect(portal.portal.listeners()).toBe(1));
  const fourth = listen(portal.port);
  await vi.waitFor(() => expect(fourth.story()).toEqual(["hello 0"]));
  for (const one of [second, fourth]) one.leave();
});
