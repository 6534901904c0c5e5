import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../app/core/errors.ts";
import type { Report } from "../../app/core/facts/gate-report.ts";
import { type Member, type Role, unlimited } from "../../app/core/people/roles.ts";
import type { Database } from "../../app/server/db/database.server.ts";
import { newId } from "../../app/server/ids.server.ts";
import type { Reading } from "../../app/server/readers/reading.server.ts";
import { visitorReaders } from "../../app/server/readers/visitor.server.ts";
import { workbenchReaders } from "../../app/server/readers/workbench.server.ts";
import type { Ports } from "../../app/use-cases/ports.ts";
import { reportObservation } from "../../app/use-cases/report-observation.ts";
import { takeBackObservation } from "../../app/use-cases/take-back-observation.ts";
import { memberWith } from "./actors.ts";
import { databases, type FreshDatabase } from "./databases.ts";

const NOON = new Date("2026-11-23T12:00:00+07:00");
const person = (id: string, roles: Role[]): Member => memberWith(id, ...roles);
const operator = person("binh", ["operator"]);
const colleague = person("mai", ["operator"]);
const names = { vi: "A", zh: "B" };

describe.each(databases())("what operators report on $provider", ({ fresh }) => {
  let place: FreshDatabase;
  let db: Database;
  let now = NOON;
  let ports: Ports;
  let visitors: ReturnType<typeof visitorReaders>;
  let workbench: ReturnType<typeof workbenchReaders>;
  let gate = "";
  let count = 0;

  beforeAll(async () => {
    place = await fresh();
    db = await place.open();
    ports = { write: db.write, now: () => now, newId } as Partial<Ports> as Ports;
    const reading: Reading = { db, now: () => now, strings: null as never };
    visitors = visitorReaders(reading);
    workbench = workbenchReaders(reading);
    await db.write(async (tx) => {
      for (const one of [operator, colleague]) await tx.members.insert({ ...one, passwordHash: null, createdAt: NOON, disabledAt: null });
    });
  });

  /** Each test at a gate of its own, without published hours. */
  beforeEach(async () => {
    now = NOON;
    gate = `gate-${count++}`;
    const nameMark = { vi: "confirmed", zh: "confirmed" } as const;
    await db.write((tx) =>
      tx.places.putGate({
        key: gate,
        position: count,
        name: names,
        nameMark,
        opposite: null,
        markers: null,
        kinds: [],
        hours: {},
        agency: "a",
        summary: names,
      }),
    );
  });

  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  const report = (more: Partial<Report> = {}): Report => ({
    id: newId(),
    gate,
    flow: "freight",
    direction: null,
    state: "closed",
    waitMinutes: null,
    reason: null,
    at: now,
    until: null,
    ...more,
  });
  const told = async () =>
    (await visitors.gate("vi", gate)).station.flows.map(({ flow, direction, status }) => [flow, direction, status.status.state].filter(Boolean).join(" "));
  const revision = async () => (await db.read.content.findUniqueOrThrow({ where: { id: 1 } })).revision;
  const later = (minutes: number) => {
    now = new Date(NOON.getTime() + minutes * 60_000);
  };

  it("readers see a report at once, for the flow and the direction that it names", async () => {
    await reportObservation(ports, operator, report({ direction: "in", state: "congested", waitMinutes: 120 }));
    expect(await told()).toEqual(["passengers unknown", "freight in congested", "freight out unknown"]);
    const { recent } = await workbench.gate(operator, gate);
    expect(recent).toMatchObject([{ by: "BINH", flow: "freight", direction: "in", waitMinutes: 120 }]);
  });

  it("each report is announced once, as a change of its gate, with the page's revision before it", async () => {
    const before = (await visitors.gate("vi", gate)).revision;
    const one = report();
    expect(await reportObservation(ports, operator, one)).toEqual({ kind: "recorded" });
    expect(await reportObservation(ports, operator, one)).toEqual({ kind: "known" });
    expect(await revision()).toBe(before + 1);
    const announced = await db.read.announcement.findUniqueOrThrow({ where: { id: before + 1 } });
    expect(announced.body).toEqual({ kind: "gate", gate });
    expect(await db.read.observation.count({ where: { gateKey: gate } })).toBe(1);
  });

  it("the same tap sent ten times at once counts once", async () => {
    const one = report();
    const kinds = (await Promise.all(Array.from({ length: 10 }, () => reportObservation(ports, operator, one)))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "recorded")).toHaveLength(1);
  });

  it("another tap under the same id is refused, whoever sends it", async () => {
    const one = report();
    await reportObservation(ports, operator, one);
    await expect(reportObservation(ports, operator, { ...one, state: "open" })).rejects.toEqual(new AppError("already_exists"));
    await expect(reportObservation(ports, colleague, one)).rejects.toEqual(new AppError("already_exists"));
    expect(await told()).toEqual(["passengers unknown", "freight closed"]);
  });

  it("a tap that waited for a link counts from its own time, and does not undo what was tapped after it", async () => {
    later(60);
    await reportObservation(ports, colleague, report({ state: "open" }));
    await reportObservation(ports, operator, report({ state: "closed", at: NOON }));
    expect(await told()).toEqual(["passengers unknown", "freight open"]);
  });

  it("a closure without an end is unknown after six hours, one with an end at its end", async () => {
    await reportObservation(ports, operator, report());
    await reportObservation(ports, operator, report({ flow: "passengers", state: "suspended", until: new Date(NOON.getTime() + 60_000) }));
    const { validUntil } = await visitors.gate("vi", gate);
    expect(validUntil).toEqual(new Date(NOON.getTime() + 60_000));
    later(1);
    expect(await told()).toEqual(["passengers unknown", "freight closed"]);
    later(360);
    expect(await told()).toEqual(["passengers unknown", "freight unknown"]);
    expect((await visitors.gate("vi", gate)).station.flows[1]?.status.confirmedAt).toEqual(NOON);
  });

  it("what was tapped by mistake is taken back by who tapped it, once, and both stay on record", async () => {
    const before = report({ state: "congested" });
    await reportObservation(ports, operator, before);
    later(1);
    const slip = report();
    await reportObservation(ports, operator, slip);
    await expect(takeBackObservation(ports, colleague, { id: newId(), of: slip.id, at: now })).rejects.toEqual(new AppError("not_found"));
    const back = { id: newId(), of: slip.id, at: now };
    expect(await takeBackObservation(ports, operator, back)).toEqual({ kind: "recorded" });
    expect(await takeBackObservation(ports, operator, back)).toEqual({ kind: "known" });
    expect(await told()).toEqual(["passengers unknown", "freight congested"]);
    expect((await workbench.gate(operator, gate)).recent.map(({ takesBack }) => takesBack).filter(Boolean)).toEqual([slip.id]);
  });

  it("a reason is kept in both languages, cleaned; half a pair is refused", async () => {
    await reportObservation(ports, operator, report({ reason: { vi: " mưa lớn ", zh: "大雨" } }));
    expect((await workbench.gate(operator, gate)).recent[0]?.reason).toEqual({ vi: "mưa lớn", zh: "大雨" });
    await expect(reportObservation(ports, operator, report({ reason: { vi: "mưa lớn", zh: "" } }))).rejects.toEqual(
      new AppError("invalid", { field: "reason" }),
    );
  });

  it("only operators of a gate that exists report, and nothing is written otherwise", async () => {
    const before = await revision();
    await expect(reportObservation(ports, person("lan", ["translator"]), report())).rejects.toMatchObject({ code: "not_allowed" });
    await expect(reportObservation(ports, operator, report({ gate: "nowhere" }))).rejects.toEqual(new AppError("not_found"));
    await expect(takeBackObservation(ports, person("lan", ["translator"]), { id: newId(), of: "x", at: now })).rejects.toMatchObject({ code: "not_allowed" });
    expect(await revision()).toBe(before);
  });

  it("an operator of some gates sees and reports those, and takes back there alone", async () => {
    const limited = { ...operator, grants: [{ ...unlimited("operator"), sites: [gate] }] };
    expect((await workbench.gates(limited)).map(({ gate: { key } }) => key)).toEqual([gate]);
    await reportObservation(ports, limited, report());
    const refused = new AppError("not_allowed", { action: "gates.report" });
    await expect(reportObservation(ports, limited, report({ gate: "gate-0" }))).rejects.toEqual(refused);
    await expect(workbench.gate(limited, "gate-0")).rejects.toEqual(new AppError("not_allowed"));
    // Moved to another gate since: what was tapped at the old one stands.
    const tapped = report();
    await reportObservation(ports, limited, tapped);
    const moved = { ...limited, grants: [{ ...unlimited("operator"), sites: ["gate-0"] }] };
    await expect(takeBackObservation(ports, moved, { id: newId(), of: tapped.id, at: now })).rejects.toEqual(refused);
    expect(await takeBackObservation(ports, limited, { id: newId(), of: tapped.id, at: now })).toEqual({ kind: "recorded" });
  });

  it("a whole shift of taps does not push a long closure out of sight", async () => {
    await reportObservation(ports, operator, report({ until: new Date(NOON.getTime() + 7 * 86_400_000) }));
    for (let index = 0; index < 60; index++) {
      later(index + 1);
      await reportObservation(ports, operator, report({ flow: "passengers", state: "open" }));
    }
    expect(await told()).toEqual(["passengers open", "freight closed"]);
  });
});
