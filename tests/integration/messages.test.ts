import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError, type ErrorCode } from "../../app/core/errors.ts";
import { expiryOf, KEPT_DAYS } from "../../app/core/messages/message.ts";
import { type Role, unlimited } from "../../app/core/people/roles.ts";
import { hoursAfter } from "../../app/core/people/terms.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import { everyHour } from "../../app/server/jobs/every.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { readReply } from "../../app/server/readers/visitor/reply.server.ts";
import { readMessage, readMessages } from "../../app/server/readers/workbench/messages.server.ts";
import { limits } from "../../app/server/sessions/limits.server.ts";
import { secrets } from "../../app/server/sessions/secrets.server.ts";
import { answerMessage } from "../../app/use-cases/answer-message.ts";
import { countLookUp } from "../../app/use-cases/count-look-up.ts";
import type { Actor, Ports } from "../../app/use-cases/ports.ts";
import { purgeExpired } from "../../app/use-cases/purge-expired.ts";
import { type SendMessage, sendMessage } from "../../app/use-cases/send-message.ts";
import { settleMessage } from "../../app/use-cases/settle-message.ts";
import { actor, memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const START = new Date("2026-11-23T01:00:00Z");
const HALL = "198.51.100.7";
const REPLY = { vi: "Được mang 15 triệu đồng.", zh: "可携带1500万越南盾。" };

describe.each(databases())("messages on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let ports: Ports;
  let reading: Reading;
  let now: Date;
  const adviser: Actor = actor("adviser", "adviser");
  const reader = memberWith("adviser", "adviser");

  beforeEach(async () => {
    place = await fresh();
    db = await place.open();
    now = START;
    const base = {
      write: db.write,
      now: () => now,
      newId,
      baseStrings: () => ({}),
      passwords: null as unknown as Ports["passwords"],
      codes: null as unknown as Ports["codes"],
    };
    ports = { ...base, secrets, limits: limits(base) };
    reading = { db, now: () => now, strings: null as unknown as Reading["strings"] };
  });

  afterEach(async () => {
    await db.close();
    await place.drop();
  });

  const send = (given: Partial<SendMessage> = {}) =>
    sendMessage(ports, { kind: "question", lang: "zh", text: "可以带多少现金？", contact: "", consent: true, trap: "", place: null, address: HALL, ...given });

  async function sent(given: Partial<SendMessage> = {}) {
    const { number } = await send(given);
    const { id } = await db.read.message.findUniqueOrThrow({ where: { number } });
    return { number, id };
  }

  const refusal = (work: Promise<unknown>): Promise<ErrorCode | null> =>
    work.then(
      () => null,
      (error: unknown) => {
        if (error instanceof AppError) return error.code;
        throw error;
      },
    );

  const page = (given: Partial<Parameters<typeof readMessages>[2]> = {}) => readMessages(reading, reader, { kind: null, done: false, before: null, ...given });

  it("a question is kept for ninety days and found by its number alone, never with the contact", async () => {
    const { number } = await send({ contact: "wang@example.cn", place: { path: "/zh/topics/cash", segment: null } });
    const found = await readReply(reading, number);
    expect(found).toMatchObject({ number, kind: "question", lang: "zh", text: "可以带多少现金？", state: "waiting", reply: null, expiresAt: expiryOf(START) });
    expect(JSON.stringify(found)).not.toContain("wang@example.cn");
    expect(await readReply(reading, "QN-0000-0000-0000")).toBeNull();
  });

  it("each message gets a number of its own", async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(20);
  });

  it("what has to be mended is told, and neither kept nor counted", async () => {
    for (let round = 0; round < 40; round += 1) {
      await expect(send({ text: " ", consent: false })).rejects.toMatchObject({
        code: "invalid",
        details: { faults: { text: "missing", consent: "missing" } },
      });
    }
    expect(await db.read.message.count()).toBe(0);
    expect(await db.read.rateLimit.count()).toBe(0);
  });

  it("thirty an hour come from one address, and the thirty-first waits; other addresses do not", async () => {
    for (let round = 0; round < 30; round += 1) await send();
    await expect(send()).rejects.toMatchObject({ code: "too_many_attempts", details: { retryAfterSeconds: 3600 } });
    expect(await refusal(send({ address: "203.0.113.9" }))).toBeNull();
    now = hoursAfter(START, 1);
    expect(await refusal(send())).toBeNull();
  });

  it("sixty numbers in a quarter of an hour are looked up from one address, and no more", async () => {
    for (let round = 0; round < 60; round += 1) await countLookUp(ports, HALL);
    expect(await refusal(countLookUp(ports, HALL))).toBe("too_many_attempts");
  });

  it("an answer comes in both languages at once, or not at all", async () => {
    const { id, number } = await sent();
    for (const half of [
      { vi: REPLY.vi, zh: " " },
      { vi: "", zh: REPLY.zh },
    ])
      await expect(answerMessage(ports, adviser, { id, reply: half, seen: "" })).rejects.toMatchObject({ code: "invalid" });
    expect((await readReply(reading, number))?.state).toBe("waiting");
    await answerMessage(ports, adviser, { id, reply: REPLY, seen: "" });
    expect(await readReply(reading, number)).toMatchObject({ state: "answered", reply: REPLY, repliedAt: START });
    expect(JSON.stringify(await readReply(reading, number))).not.toContain("adviser");
  });

  it("of two advisers who answer at the same moment one is told, and nothing is overwritten unseen", async () => {
    const { id } = await sent();
    const other = { ...REPLY, vi: "Khác." };
    const codes = await Promise.all([REPLY, other].map((reply) => refusal(answerMessage(ports, adviser, { id, reply, seen: "" }))));
    expect(codes.sort()).toEqual(["clash", null]);
    now = hoursAfter(START, 1);
    expect(await refusal(answerMessage(ports, adviser, { id, reply: other, seen: START.toISOString() }))).toBeNull();
    expect((await readMessage(reading, reader, id)).message).toMatchObject({ reply: other, repliedAt: now, repliedBy: "adviser" });
  });

  it("what needs no answer is marked, once, and can be answered later", async () => {
    const { id, number } = await sent({ kind: "feedback" });
    await settleMessage(ports, adviser, { id, seen: "" });
    expect((await readReply(reading, number))?.state).toBe("settled");
    expect(await refusal(settleMessage(ports, adviser, { id, seen: START.toISOString() }))).toBe("clash");
    expect(await refusal(answerMessage(ports, adviser, { id, reply: REPLY, seen: START.toISOString() }))).toBeNull();
    expect((await readReply(reading, number))?.state).toBe("answered");
  });

  it("only who may answer answers", async () => {
    const { id } = await sent();
    for (const role of ["translator", "reviewer", "operator"] satisfies Role[]) {
      const other = actor(role, role);
      expect(await refusal(answerMessage(ports, other, { id, reply: REPLY, seen: "" }))).toBe("not_allowed");
      expect(await refusal(settleMessage(ports, other, { id, seen: "" }))).toBe("not_allowed");
    }
  });

  it("an adviser sees the new ones first, by kind, a page at a time, apart from those that are done", async () => {
    for (let index = 0; index < 52; index += 1) await sent({ kind: index % 2 ? "question" : "difference", text: `${index}`, address: `10.0.0.${index}` });
    const first = await page();
    const second = await page({ before: first.next });
    expect([first.waiting, first.rows.length, second.rows.length, second.next]).toEqual([52, 50, 2, null]);
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect((await page({ kind: "question" })).rows.every(({ kind }) => kind === "question")).toBe(true);
    await answerMessage(ports, adviser, { id: ids[0] ?? "", reply: REPLY, seen: "" });
    expect((await page()).waiting).toBe(51);
    expect((await page({ done: true })).rows.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it("an adviser of some topics sees and answers what was asked there, or nowhere; of the rest not a word, nor the contact", async () => {
    const about = { kind: "article" as const, notice: null, gates: [], agency: "customs", verifiedOn: null, verifyAgainBy: null };
    await db.write(async (tx) => {
      for (const [id, topic] of [
        ["mang-tien", "cash"],
        ["thi-thuc", "papers"],
      ] as const)
        await tx.articles.insert({ id, slug: id, sourceLang: "vi", revision: 1, tree: [], about: { ...about, topic }, withdrawnAt: null }, null, now);
    });
    const at = async (path: string | null) => (await sent({ contact: "wang@example.cn", place: path === null ? null : { path, segment: null } })).id;
    const theirs = [
      await at("/zh/topics/cash"),
      await at("/vi/articles/mang-tien/side-by-side"),
      await at(null),
      await at("/vi/gates/chi-ma"),
      await at("/zh/questions/none"),
    ];
    const others = [await at("/zh/topics/papers"), await at("/zh/articles/thi-thuc")];
    const limited = { ...reader, grants: [{ ...unlimited("adviser"), topics: ["cash"] }] };
    const seen = await readMessages(reading, limited, { kind: null, done: false, before: null });
    expect(seen.rows.map(({ id }) => id).sort()).toEqual([...theirs].sort());
    expect(seen.waiting).toBe(theirs.length);
    for (const id of others) {
      await expect(readMessage(reading, limited, id)).rejects.toEqual(new AppError("not_allowed"));
      expect(await refusal(answerMessage(ports, limited, { id, reply: REPLY, seen: "" }))).toBe("not_allowed");
      expect(await refusal(settleMessage(ports, limited, { id, seen: "" }))).toBe("not_allowed");
    }
    for (const id of theirs) expect(await refusal(answerMessage(ports, limited, { id, reply: REPLY, seen: "" }))).toBeNull();
  });

  it("after ninety days a message is nobody's any more, and then it is gone, with its answer, as are windows and sessions that ended", async () => {
    const { id, number } = await sent({ contact: "wang@example.cn" });
    await answerMessage(ports, adviser, { id, reply: REPLY, seen: "" });
    await db.write(async (tx) => {
      await tx.members.insert({
        id: "m",
        email: "m@example.org",
        name: "M",
        lang: "vi",
        grants: [],
        roles: [],
        team: null,
        passwordHash: null,
        createdAt: now,
        disabledAt: null,
      });
      await tx.sessions.insert({ hash: "h", memberId: "m", createdAt: now, expiresAt: hoursAfter(now, 12) });
    });
    now = new Date(START.getTime() + KEPT_DAYS * 86_400_000 - 1);
    await purgeExpired(ports);
    expect([await db.read.message.count(), await db.read.session.count(), await db.read.rateLimit.count()]).toEqual([1, 0, 0]);
    expect((await readReply(reading, number))?.state).toBe("answered");
    now = new Date(now.getTime() + 1);
    expect(await readReply(reading, number)).toBeNull();
    await expect(readMessage(reading, reader, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await page({ done: true })).rows).toEqual([]);
    expect(await refusal(answerMessage(ports, adviser, { id, reply: REPLY, seen: START.toISOString() }))).toBe("not_found");
    await purgeExpired(ports);
    expect(await db.read.message.count()).toBe(0);
  });

  it("all that is over goes, however much it is, and nothing else", async () => {
    const place = {
      number: "",
      kind: "question" as const,
      lang: "vi" as const,
      text: "x",
      place: null,
      contact: null,
      reply: null,
      repliedAt: null,
      repliedBy: null,
    };
    await db.write(async (tx) => {
      for (let index = 0; index < 230; index += 1)
        await tx.messages.insert({ ...place, id: `old${index}`, number: `old${index}`, createdAt: START, expiresAt: hoursAfter(START, index < 225 ? 1 : 2) });
    });
    now = hoursAfter(START, 1);
    await purgeExpired(ports);
    expect(await db.read.message.count()).toBe(5);
  });

  it("what somebody wrote is in no error's words", async () => {
    const private_ = { text: "bí mật của tôi", contact: "wang@example.cn" };
    const { id, number } = await sent(private_);
    const { expiresAt } = (await readMessage(reading, reader, id)).message;
    const again = db.write((tx) =>
      tx.messages.insert({
        ...private_,
        id: "other",
        number,
        kind: "question",
        lang: "vi",
        place: null,
        createdAt: now,
        expiresAt,
        reply: null,
        repliedAt: null,
        repliedBy: null,
      }),
    );
    const error: Error = await again.then(
      () => {
        throw new Error("a number was taken twice");
      },
      (thrown: Error) => thrown,
    );
    const words = `${error.stack}${JSON.stringify(error)}${String(error.cause)}`;
    for (const secret of Object.values(private_)) expect(words).not.toContain(secret);
  });
});

it("the job runs at once and every hour, one run at a time, and survives a failure", async () => {
  vi.useFakeTimers();
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const ends: ((error?: Error) => void)[] = [];
    const end = everyHour("the work", () => new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve()))));
    expect(ends).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2 * 3_600_000);
    expect(ends).toHaveLength(1);
    ends[0]?.(new Error("no disk"));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ends).toHaveLength(2);
    expect(String(said.mock.calls[0]?.[0])).toContain("the work failed");
    const ended = end();
    ends[1]?.();
    await ended;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ends).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
