import { ARTICLE_KINDS, type ArticleKind } from "../articles/kinds.ts";
import { type ByLang, isLang, LANGS, type Lang } from "../language/languages.ts";
import type { Place } from "../people/roles.ts";
import type { Owner } from "../translation/wording.ts";
import { type Assigned, nearFrom } from "./assignment.ts";
import type { Progress } from "./desk.ts";
import { BY_URGENCY, type WorkflowState } from "./state.ts";

export const PAIR_KINDS = [...ARTICLE_KINDS, "strings"] as const;
export type PairKind = ArticleKind | "strings";

/** An article or a namespace of strings, and how far it is. */
export interface PairAtWork {
  owner: Owner;
  kind: PairKind;
  /** An article's slug; the namespace. */
  name: string;
  /** An article's; "" where a language has none yet. */
  titles: ByLang<string>;
  /** Key; "" belongs to none. */
  topic: string;
  /** Keys; empty: all of them, or none where strings are meant. */
  gates: string[];
  /** Key of the team that looks after it; null: none. */
  team: string | null;
  sourceLang: Lang;
  state: WorkflowState;
  progress: ByLang<Progress>;
  /** How many of its units were sent back and still wait. */
  returned: number;
  /** Keys of the agencies whose sign-off is all that it waits for; empty: it waits for none, or for other things first. */
  unsigned: string[];
}

/** A row of the home page. */
export interface PairRow extends PairAtWork {
  assigned: ByLang<Assigned | null>;
}

/** Where a pair stands, for the limits of a role. Strings belong to no topic and no gate. */
export const placeOfPair = ({ kind, topic, gates }: Pick<PairAtWork, "kind" | "topic" | "gates">): Place => (kind === "strings" ? {} : { topic, sites: gates });

export const WHOSE = ["mine", "team"] as const;
export const DUE = ["overdue", "week", "none"] as const;
/** What waits in a pair, and where the whole pair stands. */
const WAITING = ["stale", "missing", "returned", "unsigned"] as const;
export const PAIR_STATES = [...WAITING, "draft", "translating", "in_review", "approved", "scheduled", "published", "withdrawn"] as const;
export type PairState = (typeof PAIR_STATES)[number];

/** What the home page is narrowed to; null: not by this. */
export interface PairFilter {
  whose: (typeof WHOSE)[number] | null;
  topic: string | null;
  gate: string | null;
  kind: PairKind | null;
  state: PairState | null;
  due: (typeof DUE)[number] | null;
  /** Only what is translated into this language; the rest of the filter then asks about this language alone. */
  lang: Lang | null;
}

/** The filter that an address asks for; what it names and does not exist narrows to nothing, or by nothing where only some words are known. */
export function readFilter(given: (name: keyof PairFilter) => string | null): PairFilter {
  const oneOf = <T extends string>(name: keyof PairFilter, known: readonly T[]): T | null => known.find((one) => one === given(name)) ?? null;
  const lang = given("lang");
  return {
    whose: oneOf("whose", WHOSE),
    topic: given("topic") || null,
    gate: given("gate") || null,
    kind: oneOf("kind", PAIR_KINDS),
    state: oneOf("state", PAIR_STATES),
    due: oneOf("due", DUE),
    lang: isLang(lang) ? lang : null,
  };
}

/** Who looks at the table, and when: `today` is YYYY-MM-DD, Hanoi. */
export interface Onlooker {
  memberId: string;
  team: string | null;
  today: string;
}

export function passes(row: PairRow, filter: PairFilter, onlooker: Onlooker): boolean {
  const { whose, topic, gate, kind, state, due, lang } = filter;
  const langs = lang === null ? LANGS : [lang];
  return (
    (lang === null || row.sourceLang !== lang) &&
    (topic === null || row.topic === topic) &&
    (gate === null || (row.kind !== "strings" && (row.gates.length === 0 || row.gates.includes(gate)))) &&
    (kind === null || row.kind === kind) &&
    (state === null || standsAt(row, state, langs)) &&
    (whose === null || isOf(row, whose, langs, onlooker)) &&
    (due === null || isDue(row, due, langs, onlooker.today))
  );
}

function standsAt(row: PairRow, state: PairState, langs: readonly Lang[]): boolean {
  if (state === "returned") return row.returned > 0;
  if (state === "unsigned") return row.unsigned.length > 0;
  if (state === "stale" || state === "missing") return langs.some((lang) => row.progress[lang][state] > 0);
  return row.state === state;
}

function isOf(row: PairRow, whose: (typeof WHOSE)[number], langs: readonly Lang[], { memberId, team }: Onlooker): boolean {
  if (whose === "mine") return langs.some((lang) => row.assigned[lang]?.memberId === memberId);
  return team !== null && (row.team === team || langs.some((lang) => row.assigned[lang]?.teamKey === team));
}

function isDue(row: PairRow, due: (typeof DUE)[number], langs: readonly Lang[], today: string): boolean {
  const given = langs.flatMap((lang) => row.assigned[lang] ?? []);
  if (due === "none") return given.every(({ dueOn }) => dueOn === null);
  if (due === "overdue") return given.some(({ overdue }) => overdue);
  return given.some(({ dueOn, done }) => !done && dueOn !== null && dueOn >= today && dueOn <= nearFrom(today));
}

/** A row's place in the table: what waits most comes first, then the title as it is shown, then the owner, so that no two are equal. */
export interface Rank {
  /** How many parts are stale, missing, in review, approved: in all languages together. */
  waiting: number[];
  title: string;
  owner: string;
}

const COUNTED = BY_URGENCY.filter((state) => state !== "published");

export const rankOf = ({ progress, owner }: Pick<PairAtWork, "progress" | "owner">, title: string): Rank => ({
  waiting: COUNTED.map((state) => LANGS.reduce((sum, lang) => sum + progress[lang][state], 0)),
  title,
  owner,
});

/** For sorting; titles are compared as the collator's language does. */
export function byRank(collator: Intl.Collator): (a: Rank, b: Rank) => number {
  return (a, b) => {
    for (const [index, waiting] of a.waiting.entries()) {
      const order = (b.waiting[index] ?? 0) - waiting;
      if (order !== 0) return order;
    }
    return collator.compare(a.title, b.title) || (a.owner < b.owner ? -1 : Number(a.owner > b.owner));
  };
}

/** A rank as an address carries it: the next page begins after it, whatever has moved meanwhile. */
export const cursorOf = ({ waiting, title, owner }: Rank): string => JSON.stringify([...waiting, title, owner]);

/** Null for what is none: the table then begins at its beginning. */
export function readCursor(text: string | null): Rank | null {
  try {
    const parts: unknown = JSON.parse(text ?? "null");
    if (!Array.isArray(parts) || parts.length !== COUNTED.length + 2) return null;
    const [waiting, [title, owner]] = [parts.slice(0, COUNTED.length), parts.slice(COUNTED.length)];
    if (!waiting.every(Number.isSafeInteger) || typeof title !== "string" || typeof owner !== "string") return null;
    return { waiting, title, owner };
  } catch {
    return null;
  }
}
