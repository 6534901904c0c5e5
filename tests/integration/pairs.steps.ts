import fc from "fast-check";
import { type ArticleTree, segmentsOf } from "../../app/core/articles/tree.ts";
import { LANGS, type Lang } from "../../app/core/language/languages.ts";
import { type Grant, type Member, rolesOf, unlimited } from "../../app/core/people/roles.ts";
import { STRUCTURE_UNIT } from "../../app/core/workflow/approval.ts";
import { memberWith } from "./actors.ts";

/** Structures that an article may have; the first is the one it is made with. */
export const TREES: readonly ArticleTree[] = [
  [
    { id: "p1", kind: "paragraph" },
    { id: "w", kind: "callout", tone: "warning" },
  ],
  [
    { id: "w", kind: "callout", tone: "warning" },
    { id: "p1", kind: "paragraph" },
  ],
  [
    { id: "p1", kind: "callout", tone: "note" },
    { id: "w", kind: "callout", tone: "warning" },
  ],
  [{ id: "p1", kind: "paragraph" }],
];
export const SEGMENTS = segmentsOf(TREES[0] as ArticleTree);

const limited = (id: string, grants: Grant[], team: string | null = null): Member => ({ ...memberWith(id), grants, roles: rolesOf(grants), team });

export const PEOPLE: Record<string, Member> = Object.fromEntries(
  [
    memberWith("lan", "author", "translator"),
    memberWith("hoa", "translator", "reviewer"),
    memberWith("minh", "reviewer", "publisher"),
    memberWith("quan", "administrator"),
    limited("tho", [{ ...unlimited("translator"), langs: ["zh"] }]),
    limited("bich", [{ ...unlimited("reviewer"), langs: ["zh"] }]),
    limited("viet", [{ ...unlimited("reviewer"), langs: ["vi"] }]),
    limited("xa", [{ ...unlimited("publisher"), topics: ["elsewhere"] }]),
    limited("hai", [unlimited("reviewer")], "customs-law"),
  ].map((member) => [member.id, member]),
);

/** Who may do what with these articles, written by hand. */
export const MAY: Record<Lang | "approve" | "publish" | "sign-off", readonly string[]> = {
  vi: ["lan", "hoa", "minh", "quan", "viet", "hai"],
  zh: ["lan", "hoa", "minh", "quan", "tho", "bich", "hai"],
  approve: ["hoa", "minh", "quan", "bich", "hai"],
  publish: ["minh", "quan"],
  "sign-off": ["hai"],
};

export type Step =
  | { do: "save"; who: string; unit: string; lang: Lang; word: string; behind: boolean }
  | { do: "structure"; who: string; tree: number; behind: boolean }
  | { do: "approve"; who: string; units: string[]; even: boolean }
  | { do: "return" | "override"; who: string; unit: string }
  | { do: "roll-back"; who: string; to: number }
  | { do: "publish" | "schedule" | "sign-off" | "cancel" | "withdraw" | "restore"; who: string }
  | { do: "time" };

export const ALL = [STRUCTURE_UNIT, ...SEGMENTS];
const who = fc.constantFrom(...Object.keys(PEOPLE), "hoa", "minh", "minh", "quan");
const unit = fc.constantFrom(...ALL);
const plain = <Kind extends string>(kind: Kind) => fc.record({ do: fc.constant(kind), who });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("save" as const),
      who,
      unit: fc.constantFrom(...SEGMENTS),
      lang: fc.constantFrom(...LANGS),
      word: fc.constantFrom("a", "b", "c", "d", ""),
      behind: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("structure" as const), who, tree: fc.nat(TREES.length - 1), behind: fc.constantFrom(false, false, true) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant("approve" as const),
      who,
      units: fc.oneof(fc.subarray(ALL, { minLength: 1 }), fc.constant(ALL), fc.constant(ALL)),
      even: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("return" as const), who, unit }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("override" as const), who, unit }) },
  { weight: 8, arbitrary: plain("publish") },
  { weight: 3, arbitrary: plain("schedule") },
  { weight: 3, arbitrary: fc.constant({ do: "time" as const }) },
  { weight: 2, arbitrary: plain("sign-off") },
  { weight: 1, arbitrary: plain("cancel") },
  { weight: 2, arbitrary: plain("withdraw") },
  { weight: 3, arbitrary: plain("restore") },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("roll-back" as const), who, to: fc.integer({ min: 1, max: 3 }) }) },
);

const able = (right: keyof typeof MAY) => fc.constantFrom(...MAY[right]);
const approveAll = fc.record({ do: fc.constant("approve" as const), who: able("approve"), units: fc.constant(ALL), even: fc.boolean() });
const by = <Kind extends string>(kind: Kind) => fc.record({ do: fc.constant(kind), who: able("publish") });
const written = fc.record({
  do: fc.constant("save" as const),
  who: able("zh"),
  unit: fc.constantFrom(...SEGMENTS),
  lang: fc.constant("zh" as const),
  word: fc.constantFrom("a", "b"),
  behind: fc.constant(false),
});
const sentBack = fc.record({ do: fc.constant("return" as const), who: able("approve"), unit });
const anything = fc.oneof(step, written, sentBack, approveAll);
const inTime = fc.constant({ do: "time" as const });
const signed = fc.constant({ do: "sign-off" as const, who: "hai" });

/** What people do one after another, each time with something in between: chance alone would seldom bring anything to readers. */
const chain: fc.Arbitrary<Step[]> = fc.oneof(
  fc.tuple(approveAll, signed, by("publish")),
  fc.tuple(written, approveAll, anything, by("publish")),
  fc.tuple(written, approveAll, sentBack, approveAll, by("publish")),
  fc.tuple(written, approveAll, signed, by("schedule"), anything, approveAll, inTime),
  fc.tuple(by("withdraw"), anything, by("restore"), by("publish")),
  fc.tuple(written, fc.record({ do: fc.constant("override" as const), who: able("publish"), unit }), by("publish")),
);

/** A day at the desk: it begins with something that readers see. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.tuple(approveAll, signed, by("publish")),
    fc.array(fc.oneof({ weight: 3, arbitrary: step.map((one) => [one]) }, { weight: 2, arbitrary: chain }), { minLength: 4, maxLength: 12 }),
  )
  .map(([begin, rest]) => [...begin, ...rest.flat()]);

/** Words that no check has anything to say about, each its own: a sentence with a name made of letters, because figures would have to agree. */
export const sentence = (lang: Lang, name: string): string => {
  const letters = name.replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");
  return { vi: `Xin đến quầy ${letters}`, zh: `请到${letters}柜台` }[lang];
};
