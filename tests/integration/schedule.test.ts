import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import type { Owner } from "../../app/core/translation/wording.ts";
import { openDatabase } from "../../app/server/db/database.server.ts";
import { publishDue } from "../../app/server/jobs/due-schedules.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import { cancelSchedule } from "../../app/use-cases/cancel-schedule.ts";
import type { Ports, Tx } from "../../app/use-cases/ports.ts";
import { publishArticle } from "../../app/use-cases/publish-article.ts";
import { returnUnits } from "../../app/use-cases/return-units.ts";
import { runDueSchedules } from "../../app/use-cases/run-due-schedules.ts";
import { scheduleArticle } from "../../app/use-cases/schedule-article.ts";
import { withdrawArticle } from "../../app/use-cases/withdraw-article.ts";
import { memberWith } from "./actors.ts";
import { type AtWork, openAtWork } from "./at-work.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const lan = memberWith("lan", "translator", "author");
const minh = memberWith("minh", "reviewer");
const cuong = memberWith("cuong", "publisher");
const leaving = memberWith("di", "publisher");

const NOON = "2026-12-01T05:00:00Z";
const EIGHT = new Date("2026-12-02T01:00:00Z");

describe.each(databases())("scheduled publications on $provider", ({ fresh }) => {
  let work: AtWork;
  let place: FreshDatabase;
  beforeAll(async () => {
    work = await openAtWork(async () => {
      place = await fresh();
      return place;
    }, [lan, minh, cuong, leaving]);
  });
  afterAll(() => work.close());

  async function ready(slug: string): Promise<{ articleId: string; owner: Owner; contentHash: string }> {
    const made = await work.article(lan, slug);
    await work.approveAll(minh, made.owner);
    return { ...made, contentHash: await work.contentHash(made.articleId) };
  }
  const schedule = (articleId: string, contentHash: string, at = EIGHT, by = cuong) => scheduleArticle(work.ports, by, { articleId, at, contentHash });
  const row = (articleId: string) => work.db.read.schedule.findUnique({ where: { articleId } });
  const page = (slug: string) => workbenchReaders({ db: work.db, now: work.ports.now, strings: null as never }).publish(cuong, slug);
  const inbox = (memberId: string) => work.db.read.inboxItem.findMany({ where: { memberId, kind: "schedule-failed" } });

  it("goes out when its time has come, and not a moment before", async () => {
    work.itIs(NOON);
    const { articleId, contentHash } = await ready("dung-gio");
    await schedule(articleId, contentHash);
    expect((await page("dung-gio")).article.state).toBe("scheduled");
    expect((await page("dung-gio")).schedule).toEqual({ publishAt: EIGHT, by: "CUONG", failure: null });
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 0 });
    expect(await work.current(articleId)).toBeNull();
    work.itIs("2026-12-02T01:00:00Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 1, failed: 0 });
    expect(await work.current(articleId)).toMatchObject({ number: 1, publishedBy: "cuong" });
    expect(await row(articleId)).toBeNull();
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 0 });
  });

  it("is set only for what is ready, was on screen and is news, at a time to come", async () => {
    work.itIs(NOON);
    const unready = await work.article(lan, "chua-xong");
    await expect(schedule(unready.articleId, await work.contentHash(unready.articleId))).rejects.toThrowError("not_ready");
    const { articleId, contentHash } = await ready("dat-gio");
    await expect(schedule(articleId, "other")).rejects.toEqual(new AppError("clash"));
    for (const at of [new Date("2026-12-01T04:59:59Z"), new Date("2028-01-01T00:00:00Z"), new Date(Number.NaN)])
      await expect(schedule(articleId, contentHash, at)).rejects.toEqual(new AppError("invalid", { faults: ["at"] }));
    await expect(schedule(articleId, contentHash, EIGHT, minh)).rejects.toThrowError("not_allowed");
    await publishArticle(work.ports, cuong, { articleId });
    await expect(schedule(articleId, contentHash)).rejects.toThrowError("already_exists");
  });

  it("set twice, it goes out at the later word; cancelled, never", async () => {
    work.itIs(NOON);
    const { articleId, contentHash } = await ready("doi-gio");
    await schedule(articleId, contentHash);
    await schedule(articleId, contentHash, new Date("2026-12-03T01:00:00Z"));
    work.itIs("2026-12-02T02:00:00Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 0 });
    await expect(cancelSchedule(work.ports, minh, { articleId })).rejects.toThrowError("not_allowed");
    await cancelSchedule(work.ports, cuong, { articleId });
    await expect(cancelSchedule(work.ports, cuong, { articleId })).rejects.toThrowError("not_found");
    work.itIs("2026-12-04T00:00:00Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 0 });
    expect(await work.current(articleId)).toBeNull();
  });

  it("what changed meanwhile does not go out, not even approved anew: who scheduled it is told, once", async () => {
    work.itIs(NOON);
    const { articleId, owner, contentHash } = await ready("da-doi");
    await schedule(articleId, contentHash);
    await work.save(lan, owner, "p1", { vi: "Lời khác.", zh: "别的话。" });
    await work.approveAll(minh, owner);
    work.itIs("2026-12-02T03:00:00Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 1 });
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 0 });
    expect(await work.current(articleId)).toBeNull();
    expect((await page("da-doi")).schedule?.failure).toBe("changed");
    expect((await page("da-doi")).article.state).toBe("approved");
    expect(await inbox("cuong")).toMatchObject([{ owner, byId: null }]);
    // Set anew for what there is now, it goes out.
    await schedule(articleId, await work.contentHash(articleId), new Date("2026-12-02T05:00:00Z"));
    work.itIs("2026-12-02T05:00:01Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 1, failed: 0 });
  });

  it("what was sent back meanwhile does not go out", async () => {
    work.itIs(NOON);
    const { articleId, owner, contentHash } = await ready("bi-tra");
    await schedule(articleId, contentHash);
    await returnUnits(work.ports, minh, { owner, seen: { p1: await work.hashOf(owner, "p1") }, reason: "sai" });
    work.itIs("2026-12-02T06:00:00Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 1 });
    expect((await row(articleId))?.failure).toBe("not_ready");
  });

  it("who may no longer publish schedules nothing any more", async () => {
    work.itIs(NOON);
    const { articleId, contentHash } = await ready("het-quyen");
    await schedule(articleId, contentHash, EIGHT, leaving);
    await work.db.write((tx) => tx.members.setDisabled("di", new Date()));
    work.itIs("2026-12-02T07:00:00Z");
    expect(await runDueSchedules(work.ports)).toEqual({ published: 0, failed: 1 });
    expect((await row(articleId))?.failure).toBe("not_allowed");
  });

  it("whoever decides anew what readers see ends what was scheduled", async () => {
    work.itIs(NOON);
    const { articleId, owner, contentHash } = await ready("thu-hoi-hen");
    await schedule(articleId, contentHash);
    await publishArticle(work.ports, cuong, { articleId });
    expect(await row(articleId)).toBeNull();
    await work.save(lan, owner, "p1", { vi: "Mới.", zh: "新的。" });
    await work.approveAll(minh, owner);
    await schedule(articleId, await work.contentHash(articleId));
    await withdrawArticle(work.ports, cuong, { articleId, reason: { vi: "sai", zh: "有误" } });
    expect(await row(articleId)).toBeNull();
  });

  it("two processes that look at once publish it once", async () => {
    work.itIs(NOON);
    const { articleId, contentHash } = await ready("hai-may");
    await schedule(articleId, contentHash);
    const other = await openDatabase({ url: place.url, dataDir: place.dataDir });
    try {
      const now = () => new Date("2026-12-02T08:00:00Z");
      const processes: Ports[] = [work.db, other].map((db) => ({ ...work.ports, now, write: db.write }));
      const runs = await Promise.all([...processes, ...processes].map(runDueSchedules));
      expect(runs.reduce((sum, { published, failed }) => sum + published + failed, 0)).toBe(1);
      expect(await work.db.read.edition.count({ where: { articleId } })).toBe(1);
    } finally {
      await other.close();
    }
  });

  it("a crash before the commit leaves both the row and what readers see as they were; the next run publishes", async () => {
    work.itIs(NOON);
    const { articleId, contentHash } = await ready("mat-dien");
    await schedule(articleId, contentHash);
    work.itIs("2026-12-02T09:00:00Z");
    const dying: Ports = {
      ...work.ports,
      write: (run) =>
        work.ports.write((tx) => {
          const announce: Tx["announce"] = () => Promise.reject(new Error("power"));
          return run({ ...tx, announce });
        }),
    };
    await expect(runDueSchedules(dying)).rejects.toThrowError("power");
    expect([await row(articleId), await work.current(articleId)]).toMatchObject([{ failure: null }, null]);
    let told = 0;
    const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await publishDue(work.db, work.ports, {
      catchUp: async () => {
        told += 1;
        return 0;
      },
    });
    expect((await work.current(articleId))?.number).toBe(1);
    expect(String(said.mock.calls[0]?.[0])).toContain('"published":1');
    // Where nothing is due, nobody is disturbed.
    await publishDue(work.db, { ...work.ports, write: () => Promise.reject(new Error("a lock for nothing")) }, { catchUp: async () => 0 });
    expect(told).toBe(1);
  });
});
