import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byUrgency, concernsGate, faultsOfAbout, holdsAt, NOTICE_LEVELS, type NoticeTerms, nextTurnOf, pathOf, phaseAt } from "./kinds.ts";

const terms = (from: string, until: string | null, level: NoticeTerms["level"] = "priority"): NoticeTerms => ({ level, from, until });
const MORNING = "2026-11-20T02:00:00.000Z";
const NOON = "2026-11-20T05:00:00.000Z";

const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const anyTerms = fc.tuple(fc.constantFrom(...NOTICE_LEVELS), instants, fc.option(fc.integer({ min: 1, max: 1e9 }))).map(
  ([level, from, length]): NoticeTerms => ({
    level,
    from: from.toISOString(),
    until: length === null ? null : new Date(from.getTime() + length).toISOString(),
  }),
);

describe("when a notice holds", () => {
  it("holds from its first instant up to, not including, its last", () => {
    expect(phaseAt(terms(MORNING, NOON), new Date("2026-11-20T01:59:59.999Z"))).toBe("coming");
    expect(phaseAt(terms(MORNING, NOON), new Date(MORNING))).toBe("current");
    expect(phaseAt(terms(MORNING, NOON), new Date(NOON))).toBe("ended");
  });

  it("holds until it is taken back when no end was set", () => {
    expect(phaseAt(terms(MORNING, null), new Date("2096-01-01"))).toBe("current");
    expect(nextTurnOf(terms(MORNING, null), new Date(NOON))).toBeNull();
  });

  it("stays what it is until its next turn, and is something else then", () => {
    fc.assert(
      fc.property(anyTerms, instants, (one, now) => {
        const turn = nextTurnOf(one, now);
        if (turn === null) return;
        expect(turn.getTime()).toBeGreaterThan(now.getTime());
        expect(phaseAt(one, new Date(turn.getTime() - 1))).toBe(phaseAt(one, now));
        expect(phaseAt(one, turn)).not.toBe(phaseAt(one, now));
      }),
    );
  });

  it("is current exactly when it holds", () => {
    fc.assert(fc.property(anyTerms, instants, (one, now) => (phaseAt(one, now) === "current") === holdsAt(one, now)));
  });
});

describe("the order of notices", () => {
  it("puts an emergency first however old it is, and the newer of two alike first", () => {
    const old = terms("2020-01-01T00:00:00.000Z", null, "emergency");
    const newer = terms(NOON, null, "routine");
    const older = terms(MORNING, null, "routine");
    expect([older, newer, old].sort(byUrgency)).toEqual([old, newer, older]);
  });
});

describe("where something of a kind stands", () => {
  it("gives every kind its own place, and phrases one page", () => {
    expect(pathOf("notice", "x")).toBe("/notices/x");
    expect(pathOf("question", "x")).toBe("/questions/x");
    expect(pathOf("page", "x")).toBe("/x");
    expect(pathOf("phrase", "x")).toBe("/phrases#x");
  });

  it("concerns every gate when none is named", () => {
    expect(concernsGate([], "chi-ma")).toBe(true);
    expect(concernsGate(["huu-nghi"], "chi-ma")).toBe(false);
    expect(concernsGate(["huu-nghi", "chi-ma"], "chi-ma")).toBe(true);
  });
});

describe("what is wrong with particulars", () => {
  const about = {
    kind: "notice",
    topic: "hours",
    gates: [],
    agency: "border-guard",
    verifiedOn: null,
    verifyAgainBy: null,
    notice: terms(MORNING, NOON),
  } as const;

  it("wants a level and a beginning of a notice, and of nothing else", () => {
    expect(faultsOfAbout({ ...about, gates: [] })).toEqual([]);
    expect(faultsOfAbout({ ...about, gates: [], notice: null })).toEqual(["notice"]);
    expect(faultsOfAbout({ ...about, gates: [], kind: "article" })).toEqual(["notice"]);
  });

  it("does not let a notice end before it began", () => {
    expect(faultsOfAbout({ ...about, gates: [], notice: terms(NOON, MORNING) })).toEqual(["notice:until"]);
  });

  it("lets only the portal's own pages go without a topic", () => {
    expect(faultsOfAbout({ ...about, gates: [], topic: "" })).toEqual(["topic"]);
    expect(faultsOfAbout({ ...about, gates: [], kind: "page", notice: null, topic: "" })).toEqual([]);
  });
});
