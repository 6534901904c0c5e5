import { expect, test, vi } from "vitest";
import type { KioskContent } from "./content.ts";
import { type Answer, createContentStore } from "./content-store.ts";
import { sampleContent, sampleWords } from "./sample-content.ts";

const NOW = new Date("2026-11-23T04:00:00Z");

/** A store over a server that is played by `answers`, by path. */
function storeWith(answers: Record<string, () => Answer | Promise<Answer>>) {
  const ask = vi.fn(async (path: string) => {
    const answer = answers[path];
    if (!answer) throw new Error(`nothing at ${path}`);
    return answer();
  });
  const store = createContentStore({ content: sampleContent(), words: sampleWords("one") }, ask, () => NOW);
  return { store, ask };
}

const CONTENT = "/kiosk/huu-nghi/content.json";
const said = (content: KioskContent, held = false): Answer => ({ body: content, held });

test("newer content takes the place of the old one, in one step with its strings", async () => {
  const next = sampleContent({ revision: 2, stringsVersion: "bbb" });
  const { store } = storeWith({ [CONTENT]: () => said(next), "/locales/display.bbb.json": () => ({ body: sampleWords("two"), held: false }) });
  const seen: unknown[] = [];
  store.subscribe(() => seen.push(store.holding()));
  await store.refresh();
  expect(seen).toEqual([{ content: next, words: sampleWords("two") }]);
  expect(store.contact()).toEqual({ connected: true, confirmedAt: NOW });
});

test("content whose strings cannot be had waits until they can", async () => {
  const { store } = storeWith({ [CONTENT]: () => said(sampleContent({ revision: 2, stringsVersion: "bbb" })) });
  const before = store.holding();
  await store.refresh();
  expect(store.holding()).toBe(before);
  expect(store.contact().connected).toBe(false);
});

test("a server that is away changes nothing but the line that says so", async () => {
  const { store } = storeWith({});
  const before = store.holding();
  await store.refresh();
  expect(store.holding()).toBe(before);
  expect(store.contact()).toEqual({ connected: false, confirmedAt: new Date("2026-11-23T03:00:00Z") });
});

test("half an answer changes nothing", async () => {
  const { store } = storeWith({ [CONTENT]: () => ({ body: { ...sampleContent({ revision: 2 }), articles: [{}] }, held: false }) });
  const before = store.holding();
  await store.refresh();
  expect(store.holding()).toBe(before);
});

test("a server that lags behind does not take the reader back in time, but counts as contact", async () => {
  const { store } = storeWith({ [CONTENT]: () => said(sampleContent({ revision: 0 })) });
  await store.refresh();
  expect(store.holding().content.revision).toBe(1);
  expect(store.contact().connected).toBe(true);
});

test("after a restore the revisions begin anew and are followed", async () => {
  const restored = sampleContent({ generation: "two", revision: 0 });
  const { store } = storeWith({ [CONTENT]: () => said(restored) });
  await store.refresh();
  expect(store.holding().content).toBe(restored);
});

test("what the service worker held is shown when it is newer, and is no sign of life", async () => {
  const { store } = storeWith({ [CONTENT]: () => said(sampleContent({ revision: 2 }), true) });
  await store.refresh();
  expect(store.holding().content.revision).toBe(2);
  expect(store.contact()).toEqual({ connected: false, confirmedAt: new Date("2026-11-23T03:00:00Z") });
});

test("a held copy of another database never replaces what a server said", async () => {
  const { store } = storeWith({ [CONTENT]: () => said(sampleContent({ generation: "old", revision: 99 }), true) });
  await store.refresh();
  expect(store.holding().content.generation).toBe("one");
});

test("new strings of the same revision are taken: a newer program serves the same content", async () => {
  const { store } = storeWith({
    [CONTENT]: () => said(sampleContent({ stringsVersion: "bbb" })),
    "/locales/display.bbb.json": () => ({ body: sampleWords("two"), held: false }),
  });
  await store.refresh();
  expect(store.holding().words).toEqual(sampleWords("two"));
});

test("a change announced while an answer is under way is asked for once more, however often it is announced", async () => {
  let revision = 1;
  const { store, ask } = storeWith({
    [CONTENT]: async () => {
      const read = revision;
      await Promise.resolve();
      return said(sampleContent({ revision: read }));
    },
  });
  const first = store.refresh();
  revision = 2;
  await Promise.all([first, store.refresh(), store.refresh()]);
  expect(store.holding().content.revision).toBe(2);
  expect(ask).toHaveBeenCalledTimes(2);
});
