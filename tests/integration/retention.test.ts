import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANNOUNCEMENTS_KEPT, daysBefore, RETENTION_DAYS } from "../../app/core/retention.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { LONGEST_REPLAY } from "../../app/server/http/event-stream.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { searchSource } from "../../app/server/readers/search-source.server.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { purgeExpired } from "../../app/use-cases/purge-expired.ts";
import { databases, type FreshDatabase } from "./databases.ts";
import { member } from "./db/samples.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

describe.each(databases())("what is over on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let now: Date;
  let ports: Ports;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    now = new Date();
    const unused = {} as never;
    ports = { write: db.write, now: () => now, newId, baseStrings: () => ({}), passwords: unused, secrets: unused, codes: unused, limits: unused };
  });
  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  it("goes when its time is over, and not a minute before", async () => {
    const made = now;
    await db.write(async (tx) => {
      await tx.members.insert(member("m1"));
      const invitation = { email: null, grants: [], team: null, by: "m1", createdAt: made, expiresAt: made };
      await tx.invitations.insert({ ...invitation, hash: "run-out", usedAt: null });
      await tx.invitations.insert({ ...invitation, hash: "used", expiresAt: new Date(made.getTime() + 3 * DAY), usedAt: null });
      await tx.invitations.markUsed("used", "m1", made);
      await tx.invitations.insert({ ...invitation, hash: "open", expiresAt: new Date(made.getTime() + 400 * DAY), usedAt: null });
      await tx.inbox.add([{ memberId: "m1", kind: "mentioned", owner: "article:a1", unit: null, note: "", by: null, at: made }]);
      await tx.inbox.read("m1", null, made);
      await tx.inbox.add([{ memberId: "m1", kind: "mentioned", owner: "article:unread", unit: null, note: "", by: null, at: made }]);
      await tx.presence.note("m1", "article:a1", null, made);
    });
    const left = async (at: Date) => {
      now = at;
      await purgeExpired(ports);
      return {
        invitations: (await db.read.invitation.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id),
        inbox: (await db.read.inboxItem.findMany({ orderBy: { owner: "asc" } })).map(({ owner }) => owner),
        presence: await db.read.presence.count(),
      };
    };
    const just = (days: number, minutes: number) => new Date(made.getTime() + days * DAY + minutes * MINUTE);
    const everything = { invitations: ["open", "run-out", "used"], inbox: ["article:a1", "article:unread"], presence: 1 };
    expect(await left(just(RETENTION_DAYS.presence, -1))).toEqual(everything);
    expect(await left(just(RETENTION_DAYS.presence, 1))).toEqual({ ...everything, presence: 0 });
    expect(await left(just(RETENTION_DAYS.invitations, -1))).toEqual({ ...everything, presence: 0 });
    expect(await left(just(RETENTION_DAYS.invitations, 1))).toMatchObject({ invitations: ["open"] });
    expect(await left(just(RETENTION_DAYS.inbox, -1))).toMatchObject({ inbox: everything.inbox });
    expect(await left(just(RETENTION_DAYS.inbox, 1))).toEqual({ invitations: ["open"], inbox: ["article:unread"], presence: 0 });
  });

  it("of announcements the newest stay however old, without a gap; who missed more is told to read everything", async () => {
    const total = ANNOUNCEMENTS_KEPT + 250;
    for (let n = 0; n < total; n += 50)
      await db.write(async (tx) => {
        for (let i = 0; i < 50; i += 1) await tx.announce({ kind: "terms" });
      });
    now = new Date(Date.now() + RETENTION_DAYS.announcements * DAY - MINUTE);
    await purgeExpired(ports);
    expect(await db.read.announcement.count()).toBe(total);
    now = new Date(Date.now() + (RETENTION_DAYS.announcements + 1) * DAY);
    await purgeExpired(ports);
    const ids = (await db.read.announcement.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);
    expect([ids[0], ids.at(-1), ids.length]).toEqual([total - ANNOUNCEMENTS_KEPT + 1, total, ANNOUNCEMENTS_KEPT]);
    expect(ANNOUNCEMENTS_KEPT).toBeGreaterThan(LONGEST_REPLAY);
    const source = searchSource(db);
    expect(await source.changedSince?.(total - 3)).toMatchObject({ revision: total });
    expect(await source.changedSince?.(10)).toBeNull();
    expect(await source.changedSince?.(total - ANNOUNCEMENTS_KEPT - 1)).toBeNull();
  });
});

it("the table of retentions counts whole days back", () => {
  expect(daysBefore(new Date("2026-11-23T05:00:00Z"), 30)).toEqual(new Date("2026-10-24T05:00:00Z"));
});
