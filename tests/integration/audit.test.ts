import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditNote } from "../../app/core/people/audit.ts";
import { MOST_IN_SEAL } from "../../app/core/people/audit-chain.ts";
import { csvOf, type ExportedEntry } from "../../app/core/people/audit-export.ts";
import { openSealing } from "../../app/server/audit/sealing.server.ts";
import { verifyChain, verifyNewest } from "../../app/server/audit/verify-chain.server.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { sqliteFile } from "../../app/server/db/sqlite.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { type AuditFilter, exportAudit, readAudit } from "../../app/server/readers/workbench/audit.server.ts";
import { limits } from "../../app/server/sessions/limits.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";
import { answerMessage } from "../../app/use-cases/answer-message.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { reportObservation } from "../../app/use-cases/report-observation.ts";
import { sealAudit } from "../../app/use-cases/seal-audit.ts";
import { sendMessage } from "../../app/use-cases/send-message.ts";
import { settleMessage } from "../../app/use-cases/settle-message.ts";
import { takeBackObservation } from "../../app/use-cases/take-back-observation.ts";
import { actor } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";
import { article, member } from "./db/samples.ts";

const START = new Date("2026-11-23T01:00:00Z");
const ANY: AuditFilter = { by: null, act: null, object: "", from: null, to: null };

describe.each(databases())("the audit trail on $provider", ({ provider, fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let reading: Reading;
  let now: Date;

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    now = START;
    const unused = {} as never;
    const base = { write: db.write, now: () => now, newId, baseStrings: () => ({}), passwords: unused, codes: unused };
    ports = { ...base, secrets, limits: limits(base) };
    reading = { db, now: () => now, strings: unused };
  });
  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  const note = (more: Partial<AuditNote> = {}) =>
    db.write((tx) => tx.audit.note({ act: "wording.save", object: "article:a1", by: "m1", at: now, after: { unit: "p1" }, ...more }));
  const notes = async (count: number) => {
    for (let done = 0; done < count; done += 50)
      await db.write(async (tx) => {
        for (let n = done; n < Math.min(done + 50, count); n += 1)
          await tx.audit.note({ act: "wording.save", object: "article:a1", by: "m1", at: now, after: { unit: "p1", revision: n } });
      });
  };
  /** Past everything that the portal allows: as somebody would who has got hold of the database. */
  const tamper = async (sql: string) => {
    if (provider === "sqlite") {
      const database = new Sqlite(sqliteFile(place.dataDir));
      database.exec(sql);
      return database.close();
    }
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const all = async (filter: Partial<AuditFilter> = {}): Promise<ExportedEntry[]> => {
    const found: ExportedEntry[] = [];
    for await (const entry of exportAudit(reading, { ...ANY, ...filter })) found.push(entry);
    return found;
  };

  it("holds what operators and advisers did, and never their words or the visitors'", async () => {
    const operator = actor("operator", "operator");
    const adviser = actor("adviser", "adviser");
    await db.write((tx) => tx.places.putGate({ key: "huu-nghi", position: 1 } as never));
    const tap = {
      id: newId(),
      gate: "huu-nghi",
      flow: null,
      direction: null,
      state: "congested" as const,
      at: now,
      until: null,
      waitMinutes: 60,
      reason: null,
    };
    await reportObservation(ports, operator, tap);
    await reportObservation(ports, operator, tap);
    await takeBackObservation(ports, operator, { id: newId(), of: tap.id, at: now });
    const ask = { kind: "question" as const, lang: "zh" as const, contact: "138 0000", consent: true, trap: "", place: null, address: "198.51.100.7" };
    for (const text of ["可以带多少现金？", "谢谢"]) await sendMessage(ports, { ...ask, text });
    const [first, second] = await db.read.message.findMany({ orderBy: { id: "asc" } });
    await answerMessage(ports, adviser, { id: first?.id ?? "", reply: { vi: "Được mang 15 triệu đồng.", zh: "可携带1500万越南盾。" }, seen: "" });
    await settleMessage(ports, adviser, { id: second?.id ?? "", seen: "" });

    const entries = await all();
    expect(entries.map(({ act, object, by }) => [act, object, by])).toEqual([
      ["gate.report", "gate:huu-nghi", "operator"],
      ["gate.take-back", "gate:huu-nghi", "operator"],
      ["message.answer", `message:${first?.id}`, "adviser"],
      ["message.answer", `message:${second?.id}`, "adviser"],
    ]);
    expect(entries.map(({ after }) => (after as { state?: string }).state)).toEqual(["congested", undefined, "answered", "settled"]);
    expect(JSON.stringify(entries)).not.toMatch(/现金|谢谢|138|triệu/);
  });

  it("is sealed in the order of writing, a hundred entries a link, and the chain holds", async () => {
    await notes(2 * MOST_IN_SEAL + 5);
    const seals = await sealAudit(ports);
    expect(seals.map(({ number, count }) => [number, count])).toEqual([
      [1, MOST_IN_SEAL],
      [2, MOST_IN_SEAL],
      [3, 5],
    ]);
    expect(await sealAudit(ports)).toEqual([]);
    await note();
    const report = await verifyChain(db.read);
    expect(report).toMatchObject({ seals: 3, entries: 205, unsealed: 1, broken: null });
    expect(report.newest?.hash).toBe(seals.at(-1)?.hash);
    expect(await verifyNewest(db.read)).toMatchObject({ seals: 3, entries: 205, unsealed: 1, broken: null });
  });

  it("is sealed once however many instances do it at the same time", async () => {
    const other = await place.open();
    await notes(150);
    await Promise.all([sealAudit(ports), sealAudit({ ...ports, write: other.write }), sealAudit(ports)]);
    await other.close();
    expect(await verifyChain(db.read)).toMatchObject({ entries: 150, unsealed: 0, broken: null });
  });

  it.each<[string, string, number, string]>([
    [
      "an entry was changed",
      `UPDATE "AuditEntry" SET "byId" = 'somebody' WHERE "id" = (SELECT min("id") FROM "AuditEntry" WHERE "seal" = 2)`,
      2,
      "entries_changed",
    ],
    ["an entry was deleted", `DELETE FROM "AuditEntry" WHERE "id" = (SELECT max("id") FROM "AuditEntry" WHERE "seal" = 1)`, 1, "entries_missing_or_added"],
    ["an entry was slipped in", `UPDATE "AuditEntry" SET "seal" = 2 WHERE "seal" IS NULL`, 2, "entries_missing_or_added"],
    ["a seal was deleted", `DELETE FROM "AuditSeal" WHERE "number" = 2`, 2, "gone"],
    ["a seal was made anew", `UPDATE "AuditSeal" SET "hash" = "previous" WHERE "number" = 1`, 1, "entries_changed"],
    ["the newest seal was deleted alone", `DELETE FROM "AuditSeal" WHERE "number" = 3`, 3, "stray"],
  ])("%s: the first broken link is named", async (_, sql, number, fault) => {
    for (let n = 0; n < 3; n += 1) {
      await notes(3);
      await sealAudit(ports);
    }
    await note();
    await tamper(sql);
    expect((await verifyChain(db.read)).broken).toEqual({ number, fault });
  });

  it("cut off at its end together with its seals, it is found out by the seal that was noted elsewhere", async () => {
    for (let n = 0; n < 2; n += 1) {
      await notes(3);
      await sealAudit(ports);
    }
    const noted = (await verifyChain(db.read)).newest as { number: number; hash: string };
    expect((await verifyChain(db.read, noted)).broken).toBeNull();
    await tamper(`DELETE FROM "AuditEntry" WHERE "seal" = 2`);
    await tamper(`DELETE FROM "AuditSeal" WHERE "number" = 2`);
    expect((await verifyChain(db.read)).broken).toBeNull();
    expect((await verifyChain(db.read, noted)).broken).toEqual({ number: 2, fault: "gone" });
    await notes(3);
    await sealAudit(ports);
    expect((await verifyChain(db.read, noted)).broken).toEqual({ number: 2, fault: "not_noted" });
  });

  it("the page looks at the newest links, and sees there what was changed", async () => {
    for (let n = 0; n < 25; n += 1) {
      await notes(2);
      await sealAudit(ports);
    }
    expect(await verifyNewest(db.read)).toMatchObject({ seals: 20, entries: 40, broken: null });
    await tamper(`UPDATE "AuditEntry" SET "act" = 'unit.approve' WHERE "seal" = 24`);
    expect((await readAudit(reading, ANY, null)).chain.broken).toEqual({ number: 24, fault: "entries_changed" });
    await tamper(`DELETE FROM "AuditSeal" WHERE "number" = 3`);
    expect((await verifyNewest(db.read)).broken?.fault).toBe("gone");
  });

  it("what waits is sealed when a hundred have gathered, and all of it when the server ends", async () => {
    await notes(MOST_IN_SEAL + 1);
    await notes(1);
    const end = openSealing(db, ports);
    await expect.poll(() => db.read.auditSeal.count(), { timeout: 10_000 }).toBeGreaterThan(0);
    await notes(2);
    await end();
    expect(await verifyChain(db.read)).toMatchObject({ entries: MOST_IN_SEAL + 4, unsealed: 0, broken: null });
  });

  it("is found by person, act, object and day, a page at a time, each entry once", async () => {
    await db.write((tx) => tx.members.insert(member("m1")));
    await db.write((tx) => tx.articles.insert(article("a1", "giay-thong-hanh"), "m1", START));
    await notes(120);
    now = new Date("2026-11-23T17:30:00Z");
    await note({ act: "gate.report", object: "gate:huu-nghi", by: "m2" });
    await note({ act: "article.publish", object: "article:a1", by: "m2", before: null });
    const page = async (filter: Partial<AuditFilter>, before: string | null = null) => readAudit(reading, { ...ANY, ...filter }, before);

    const first = await page({});
    expect(first.rows.slice(0, 2).map(({ actCode, object, by }) => [actCode, object.name, object.href, by?.id])).toEqual([
      ["article.publish", "giay-thong-hanh", "/workbench/articles/giay-thong-hanh", "m2"],
      ["gate.report", "huu-nghi", "/workbench/gates/huu-nghi", "m2"],
    ]);
    const seen: string[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const view: Awaited<ReturnType<typeof page>> = await page({}, next ?? null);
      seen.push(...view.rows.map(({ id }) => id));
      next = view.next;
    }
    expect(seen).toHaveLength(122);
    expect(new Set(seen).size).toBe(122);
    expect(first.members).toEqual([{ id: "m1", name: "Nông Thị Hoa" }]);

    const counted = async (filter: Partial<AuditFilter>) => (await all(filter)).length;
    expect(await counted({ by: "m2" })).toBe(2);
    expect(await counted({ act: "gate.report" })).toBe(1);
    expect(await counted({ object: "giay-thong-hanh" })).toBe(121);
    expect(await counted({ object: "article:a1", by: "m2" })).toBe(1);
    expect(await counted({ object: "gate:" })).toBe(1);
    expect(await counted({ object: "huu-nghi" })).toBe(1);
    expect(await counted({ object: "%" })).toBe(0);
    // Half past midnight in Hanoi: the next day there.
    expect(await counted({ from: "2026-11-24" })).toBe(2);
    expect(await counted({ to: "2026-11-23" })).toBe(120);
    expect(await counted({ from: "2026-11-23", to: "2026-11-24" })).toBe(122);
  });

  it("leaves as a file, the oldest first, each entry with who did it and its seal", async () => {
    await db.write((tx) => tx.members.insert(member("m1")));
    await notes(3);
    await sealAudit(ports);
    await note({ by: null });
    const lines = (await all()).map(csvOf);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^[0-9a-f]{32},2026-11-23T01:00:00\.000Z,m1,Nông Thị Hoa,wording\.save,article:a1,,.*,1\r\n$/);
    expect(lines[3]).toMatch(/,,,wording\.save,article:a1,,.*,\r\n$/);
  });
});
