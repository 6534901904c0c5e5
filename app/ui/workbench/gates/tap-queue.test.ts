import { expect, it } from "vitest";
import type { Tap } from "./tap.ts";
import { openTapQueue, type SendResult } from "./tap-queue.ts";

/** As much of a browser's storage as is used; two queues over it are two windows. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

function device(over = storage(), member = "lan") {
  let minute = 0;
  const sent: Tap[] = [];
  let answer: (tap: Tap) => SendResult | Promise<SendResult> = () => ({ kind: "sent" });
  const queue = openTapQueue({
    storage: over,
    member,
    now: () => new Date(Date.UTC(2026, 10, 23, 5, minute++)),
    changed: () => {},
    async send(tap) {
      const result = await answer(tap);
      if (result.kind === "sent") sent.push(tap);
      return result;
    },
  });
  return {
    queue,
    sent: () => sent.map(({ id }) => id),
    answers(next: typeof answer) {
      answer = next;
    },
    tap: (id: string) => queue.add({ id, gate: "chi-ma", fields: { intent: "report", flow: "freight", state: "open" } }),
    standing: () => queue.list().map(({ id, standing }) => [id, standing]),
  };
}

it("taps on a dead link wait, and arrive in the order in which they were tapped", async () => {
  const phone = device();
  phone.answers(() => ({ kind: "unreachable" }));
  for (const id of ["one", "two", "three"]) phone.tap(id);
  await phone.queue.flush();
  expect(phone.standing().map(([, standing]) => standing)).toEqual(["waiting", "waiting", "waiting"]);
  phone.answers(() => ({ kind: "sent" }));
  await phone.queue.flush();
  expect(phone.sent()).toEqual(["one", "two", "three"]);
  expect(phone.queue.list().every(({ standing }) => standing === "sent")).toBe(true);
});

it("what waits survives a reload, with the time of its tap", async () => {
  const over = storage();
  const before = device(over);
  before.answers(() => ({ kind: "unreachable" }));
  before.tap("one");
  await before.queue.flush();
  const [kept] = before.queue.list();
  const after = device(over);
  await after.queue.flush();
  expect(after.sent()).toEqual(["one"]);
  expect(after.queue.list()[0]?.at).toBe(kept?.at);
});

it("a refused tap says why and does not hold up the next", async () => {
  const phone = device();
  phone.answers(({ id }) => (id === "old" ? { kind: "refused", code: "invalid", field: "at" } : { kind: "sent" }));
  phone.tap("old");
  phone.tap("new");
  await phone.queue.flush();
  expect(phone.queue.list().map(({ standing, problem }) => [standing, problem?.field ?? null])).toEqual([
    ["refused", "at"],
    ["sent", null],
  ]);
  phone.queue.dismiss("old");
  expect(phone.standing()).toEqual([["new", "sent"]]);
});

it("when the session has ended, taps wait for the same person, and nobody else sends them", async () => {
  const over = storage();
  const lan = device(over);
  lan.answers(() => ({ kind: "sign_in_needed" }));
  lan.tap("one");
  await lan.queue.flush();
  expect(lan.queue.needsSignIn()).toBe(true);
  const minh = device(over, "minh");
  await minh.queue.flush();
  expect([minh.sent(), minh.queue.list()]).toEqual([[], []]);
  const again = device(over);
  await again.queue.flush();
  expect(again.sent()).toEqual(["one"]);
});

it("a tap that waits is taken back without a trace; one that was sent, by another tap", async () => {
  const phone = device();
  phone.answers(() => ({ kind: "unreachable" }));
  phone.tap("slip");
  await phone.queue.flush();
  phone.queue.takeBack("slip", "back-1");
  expect(phone.queue.list()).toEqual([]);

  phone.answers(() => ({ kind: "sent" }));
  phone.tap("slip");
  await phone.queue.flush();
  phone.queue.takeBack("slip", "back-2");
  await phone.queue.flush();
  expect(phone.sent()).toEqual(["slip", "back-2"]);
  expect(phone.queue.list().at(-1)?.fields).toEqual({ intent: "take-back", of: "slip" });
  expect(phone.queue.isTakenBack("slip")).toBe(true);
});

it("a tap that is under way is taken back by another: it may already have arrived", async () => {
  const phone = device();
  let arrive = () => {};
  phone.answers(
    () =>
      new Promise((resolve) => {
        arrive = () => resolve({ kind: "sent" });
      }),
  );
  phone.tap("slip");
  const sending = phone.queue.flush();
  phone.queue.takeBack("slip", "back");
  phone.answers(() => ({ kind: "sent" }));
  arrive();
  await sending;
  expect(phone.sent()).toEqual(["slip", "back"]);
});

it("what was sent leaves the list after an hour; what waits never does by itself", async () => {
  const over = storage();
  const phone = device(over);
  phone.tap("sent");
  await phone.queue.flush();
  phone.answers(() => ({ kind: "unreachable" }));
  phone.tap("waiting");
  await phone.queue.flush();
  const tomorrow = openTapQueue({
    storage: over,
    member: "lan",
    now: () => new Date("2026-11-24T05:00:00Z"),
    changed: () => {},
    send: async () => ({ kind: "unreachable" }),
  });
  await tomorrow.flush();
  expect(tomorrow.list().map(({ id }) => id)).toEqual(["waiting"]);
});
