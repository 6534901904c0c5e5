import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Announcement } from "../../../app/core/announcement.ts";
import type { Database } from "../../../app/server/db/database.server.ts";
import { type Outbox, type OutboxOptions, openOutbox } from "../../../app/server/events/outbox.server.ts";
import { databases, type FreshDatabase } from "../databases.ts";

const NEVER = 3_600_000;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const idsOf = (announcements: Announcement[]): number[] => announcements.map(({ id }) => id);

describe.each(databases())("the outbox on $provider", ({ fresh }) => {
  let own: FreshDatabase;
  let database: Database;
  const outboxes: Outbox[] = [];
  beforeEach(async () => {
    own = await fresh();
    database = await own.open();
  });
  afterEach(async () => {
    for (const outbox of outboxes.splice(0)) await outbox.close();
    await database.close();
    await own.drop();
  });
  const announce = (gate: string, through = database) => through.write((tx) => tx.announce({ kind: "gate", gate }));
  async function open(options: OutboxOptions = {}): Promise<Outbox> {
    const outbox = await openOutbox(database, { pollEvery: NEVER, ...options });
    outboxes.push(outbox);
    return outbox;
  }

  it("begins at the revision of the database and knows which database it is", async () => {
    await announce("huu-nghi");
    const outbox = await open();
    expect(outbox.revision()).toBe(1);
    expect(outbox.generationId()).toBe((await database.read.content.findFirstOrThrow()).generationId);
  });

  it("moves the revision when every handler has ended, and only then tells who listens", async () => {
    const outbox = await open();
    const story: string[] = [];
    outbox.subscribe(({ id }) => story.push(`heard ${id} at ${outbox.revision()}`));
    for (const name of ["strings", "search"]) {
      outbox.onApply(async (announcements) => {
        story.push(`${name} begins ${idsOf(announcements)} at ${outbox.revision()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        story.push(`${name} ends at ${outbox.revision()}`);
      });
    }
    await announce("huu-nghi");
    await announce("chi-ma");
    expect(await outbox.catchUp()).toBe(2);
    expect(story).toEqual(["strings begins 1,2 at 0", "strings ends at 0", "search begins 1,2 at 0", "search ends at 0", "heard 1 at 2", "heard 2 at 2"]);
  });

  it("has applied what was committed before the call, even when it was busy with something older", async () => {
    const outbox = await open();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun = vi.fn();
    outbox.onApply(async ([first]) => {
      if (first?.id !== 1) return;
      begun();
      await held;
    });
    await announce("huu-nghi");
    const older = outbox.catchUp();
    await vi.waitFor(() => expect(begun).toHaveBeenCalled(), { timeout: 5_000 });
    await announce("chi-ma");
    const newer = [outbox.catchUp(), outbox.catchUp()];
    expect(outbox.revision()).toBe(0);
    release();
    await older;
    expect(await Promise.all(newer)).toEqual([2, 2]);
  });

  it("gives every announcement once and in order while writers are many", async () => {
    const outbox = await open({ pollEvery: 5 });
    const applied: number[] = [];
    const heard: number[] = [];
    outbox.onApply(async (announcements) => {
      applied.push(...idsOf(announcements));
    });
    outbox.subscribe(({ id }) => heard.push(id));
    const reached = await Promise.all(upTo(60).map(async (n) => [await announce(`gate-${n}`), await outbox.catchUp()] as const));
    for (const [revision, shown] of reached) expect(shown).toBeGreaterThanOrEqual(revision);
    expect(applied).toEqual(upTo(60));
    expect(heard).toEqual(upTo(60));
  });

  it("finds by itself what another process has written", async () => {
    const outbox = await open({ pollEvery: 10 });
    const heard: Announcement[] = [];
    outbox.subscribe((announcement) => heard.push(announcement));
    const other = await own.open();
    await announce("tan-thanh", other);
    await vi.waitFor(() => expect(heard).toMatchObject([{ id: 1, change: { kind: "gate", gate: "tan-thanh" } }]), { timeout: 5_000 });
    expect(heard[0]?.at).toBeInstanceOf(Date);
    await other.close();
  });

  it("tries again what a handler failed to apply, loses nothing, overtakes nothing and asks no other handler twice", async () => {
    const log = vi.fn();
    const outbox = await open({ log });
    const [strings, search, heard]: [number[], number[], number[]] = [[], [], []];
    let broken = true;
    outbox.onApply(async (announcements) => {
      strings.push(...idsOf(announcements));
    });
    outbox.onApply(async (announcements) => {
      if (broken) throw new Error("index locked");
      search.push(...idsOf(announcements));
    });
    outbox.subscribe(({ id }) => heard.push(id));
    await announce("huu-nghi");
    expect(await outbox.catchUp()).toBe(0);
    await announce("chi-ma");
    expect(await outbox.catchUp()).toBe(0);
    expect(heard).toEqual([]);
    expect(log.mock.calls.map(([what, error]) => [what, error.message])).toEqual([
      ["announcements could not be applied (1 in a row)", "index locked"],
      ["announcements could not be applied (2 in a row)", "index locked"],
    ]);
    broken = false;
    expect(await outbox.catchUp()).toBe(2);
    expect({ strings, search, heard }).toEqual({ strings: [1, 2], search: [1, 2], heard: [1, 2] });
  });

  it("gives a handler that joins late what was announced since the opening", async () => {
    await announce("before");
    const outbox = await open();
    await announce("huu-nghi");
    await outbox.catchUp();
    const applied: number[] = [];
    outbox.onApply(async (announcements) => {
      applied.push(...idsOf(announcements));
    });
    await outbox.catchUp();
    await announce("chi-ma");
    await outbox.catchUp();
    expect(applied).toEqual([2, 3]);
  });

  it("replays what was announced after an id, no more than asked for, and nothing that is not applied here", async () => {
    const outbox = await open();
    for (const n of upTo(5)) await announce(`gate-${n}`);
    await outbox.catchUp();
    await announce("not yet applied");
    expect(idsOf(await outbox.since(2, 100))).toEqual([3, 4, 5]);
    expect(idsOf(await outbox.since(0, 2))).toEqual([1, 2]);
    expect(await outbox.since(5, 100)).toEqual([]);
  });

  it("goes through a long backlog in parts", async () => {
    const outbox = await open();
    const parts: number[][] = [];
    outbox.onApply(async (announcements) => {
      parts.push(idsOf(announcements));
    });
    for (const part of upTo(10)) {
      await database.write(async (tx) => {
        for (const n of upTo(25)) await tx.announce({ kind: "gate", gate: `gate-${part}-${n}` });
      });
    }
    expect(await outbox.catchUp()).toBe(250);
    expect(parts.map((part) => part.length)).toEqual([200, 50]);
    expect(parts.flat()).toEqual(upTo(250));
  });

  it("tells the others when one who listens fails, and nobody who has left", async () => {
    const log = vi.fn();
    const outbox = await open({ log });
    const heard: number[] = [];
    outbox.subscribe(() => {
      throw new Error("stream broken");
    });
    outbox.subscribe(({ id }) => heard.push(id));
    const leave = outbox.subscribe(({ id }) => heard.push(-id));
    await announce("huu-nghi");
    await outbox.catchUp();
    leave();
    await announce("chi-ma");
    await outbox.catchUp();
    expect(heard).toEqual([1, -1, 2]);
    expect(log).toHaveBeenCalledTimes(2);
  });

  it("is still after it was closed", async () => {
    const outbox = await open({ pollEvery: 5 });
    const applied = vi.fn(async () => {});
    outbox.onApply(applied);
    await outbox.close();
    await announce("huu-nghi");
    expect(await outbox.catchUp()).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(applied).not.toHaveBeenCalled();
  });
});
