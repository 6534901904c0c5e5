import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { LANGS } from "../language/languages.ts";
import { LIMITS, limitsOf, readGrants, standingOf, type TypedGrant } from "./grants.ts";
import { type Action, type Grant, isAction, may, mayAt, type Place, ROLES, unlimited } from "./roles.ts";

const ACTIONS = (
  [
    "workbench.enter",
    "words.read",
    "article.create",
    "words.edit",
    "words.approve",
    "pair.publish",
    "facts.edit",
    "facts.confirm",
    "gates.report",
    "messages.answer",
    "displays.manage",
    "places.edit",
    "audit.read",
    "people.invite",
  ] satisfies Action[]
).filter(isAction);
const TOPICS = ["cash", "papers", "law"];
const SITES = ["huu-nghi", "chi-ma", "tan-thanh"];

const limit = <T>(all: readonly T[]) => fc.option(fc.subarray([...all]), { nil: null });
const role = fc.constantFrom(...ROLES);
const grant: fc.Arbitrary<Grant> = fc.record({ role, langs: limit(LANGS), topics: limit(TOPICS), sites: limit(SITES) });
const place: fc.Arbitrary<Place> = fc.record(
  { lang: fc.constantFrom(...LANGS), topic: fc.constantFrom("", ...TOPICS), sites: fc.subarray(SITES) },
  { requiredKeys: [] },
);
const action = fc.constantFrom(...ACTIONS);

/** The same limit, or a tighter one. */
const tighter = <T>(limit: readonly T[] | null, kept: readonly T[]): T[] | null => (limit === null ? [...kept] : limit.filter((one) => kept.includes(one)));

describe("limits of a role", () => {
  it("a narrower grant never allows more", () => {
    const narrowing = fc.record({ langs: limit(LANGS), topics: limit(TOPICS), sites: limit(SITES) });
    fc.assert(
      fc.property(grant, narrowing, action, place, (wide, by, act, where) => {
        const narrow: Grant = {
          role: wide.role,
          langs: by.langs ? tighter(wide.langs, by.langs) : wide.langs,
          topics: by.topics ? tighter(wide.topics, by.topics) : wide.topics,
          sites: by.sites ? tighter(wide.sites, by.sites) : wide.sites,
        };
        if (mayAt([narrow], act, where)) expect(mayAt([wide], act, where)).toBe(true);
      }),
    );
  });

  it("another grant never takes away what one allows, and none allows what no role of it does", () => {
    fc.assert(
      fc.property(fc.array(grant), grant, action, place, (grants, more, act, where) => {
        if (mayAt(grants, act, where)) expect(mayAt([...grants, more], act, where)).toBe(true);
        const roles = grants.map((one) => one.role);
        if (mayAt(grants, act, where)) expect(may(roles, act)).toBe(true);
      }),
    );
  });

  it("two grants don't add up to what neither allows: reviewing one topic in one language and another in another", () => {
    const grants: Grant[] = [
      { ...unlimited("reviewer"), langs: ["vi"], topics: ["cash"] },
      { ...unlimited("reviewer"), langs: ["zh"], topics: ["papers"] },
    ];
    expect(mayAt(grants, "words.approve", { lang: "vi", topic: "cash" })).toBe(true);
    expect(mayAt(grants, "words.approve", { lang: "zh", topic: "cash" })).toBe(false);
  });

  it("without a limit a role does what it always did, wherever", () => {
    fc.assert(fc.property(role, action, place, (one, act, where) => mayAt([unlimited(one)], act, where) === may([one], act)));
  });

  it("what belongs to no topic, or to every site, is for who has no such limit", () => {
    expect(mayAt([{ ...unlimited("translator"), topics: ["cash"] }], "words.edit", { topic: "" })).toBe(false);
    expect(mayAt([{ ...unlimited("translator"), sites: ["chi-ma"] }], "words.edit", { sites: [] })).toBe(false);
    expect(mayAt([{ ...unlimited("translator"), sites: ["chi-ma"] }], "words.edit", { sites: ["chi-ma", "huu-nghi"] })).toBe(false);
    expect(mayAt([{ ...unlimited("translator"), sites: ["chi-ma", "huu-nghi"] }], "words.edit", { sites: ["chi-ma"] })).toBe(true);
  });
});

describe("roles as a form gives them", () => {
  const known = { topics: TOPICS, sites: SITES };
  const typed = (given: Partial<TypedGrant>): TypedGrant => ({ role: "translator", langs: [], topics: [], sites: [], ...given });
  const refused = (field: string) => new AppError("invalid", { field });

  it("nothing ticked does not limit; what is ticked stands once, in one order", () => {
    expect(readGrants([typed({ topics: ["papers", "cash", "cash"] }), typed({ role: "author" })], known)).toEqual([
      unlimited("author"),
      { ...unlimited("translator"), topics: ["cash", "papers"] },
    ]);
  });

  it("each role has the limits that fit it, an administrator none", () => {
    for (const one of ROLES)
      for (const kind of LIMITS) {
        const ticked = { langs: ["vi"], topics: ["cash"], sites: ["chi-ma"] }[kind];
        const read = () => readGrants([typed({ role: one, [kind]: ticked })], known);
        if (limitsOf(one).includes(kind)) expect(read()[0]?.[kind]).toEqual(ticked);
        else expect(read).toThrow(refused("limits"));
      }
    expect(limitsOf("administrator")).toEqual([]);
  });

  it("no role, an unknown one, or one twice is refused, as is a limit that does not exist", () => {
    expect(() => readGrants([], known)).toThrow(refused("roles"));
    expect(() => readGrants([typed({ role: "emperor" })], known)).toThrow(refused("roles"));
    expect(() => readGrants([typed({}), typed({ topics: ["cash"] })], known)).toThrow(refused("roles"));
    expect(() => readGrants([typed({ sites: ["none"] })], known)).toThrow(refused("limits"));
    expect(() => readGrants([typed({ langs: ["fr"] })], known)).toThrow(refused("limits"));
  });

  it("two standings are told apart by every part of them", () => {
    fc.assert(
      fc.property(fc.array(grant), fc.array(grant), (one, other) => {
        expect(standingOf({ grants: one, team: null }) === standingOf({ grants: other, team: null })).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    expect(standingOf({ grants: [], team: "a" })).not.toBe(standingOf({ grants: [], team: null }));
  });
});
