import type { ErrorCode } from "../errors.ts";
import { type ByLang, byLang, LANGS, type Lang } from "../language/languages.ts";
import { baseHash } from "../strings/catalogue.ts";
import type { CheckKey, Issue } from "../translation/checks/check.ts";
import { difference, type Stretch } from "../translation/difference.ts";
import { isTrivialChange } from "../translation/trivial-change.ts";
import { type Freshness, partsOfSource, textHash } from "../translation/wording.ts";
import { type Judgement, whyNotApprovable } from "./approvable.ts";
import type { Authorship } from "./approval.ts";
import { BY_URGENCY, type UnitState } from "./state.ts";
import type { Unit } from "./units.ts";

/** The words of a unit in one language, as the desk shows them. */
export interface DeskWords {
  text: string;
  revision: number;
  /** Name of who wrote it last; null: nobody at this desk. */
  editor: string | null;
  /** When, as an ISO string; null: never at this desk. */
  editedAt: string | null;
  /** Null in the source itself. */
  freshness: Freshness | null;
  /** The source's words are others than those it was translated from. */
  sourceChanged: boolean;
  /** How they have changed since; null: not at all, or no longer known. */
  sourceChange: Stretch[] | null;
  /** Only spacing or punctuation of the source changed: the translation may be confirmed unread (core/translation/trivial-change.ts). */
  trivialChange: boolean;
}

/** What the program itself brings along for a string, where that is no longer what it was when somebody last looked at the pair. */
export interface NewBase {
  texts: ByLang<string>;
  /** Since then; null: what it was is no longer known. */
  change: ByLang<Stretch[]> | null;
}

/** One pair of words as a member sees it at the desk: plain data, fit for JSON. */
export interface DeskUnit {
  unit: string;
  kind: Unit["kind"];
  sourceLang: Lang;
  state: UnitState;
  /** What an approval is bound to. */
  hash: string;
  /** Of the source's words as they are here: a translation saved beside them was made from these. */
  sourceHash: string;
  words: ByLang<DeskWords>;
  /** Null where nothing of the kind happened. */
  newBase: NewBase | null;
  approval: { by: string | null; at: string; reason: string | null } | null;
  /** A reviewer sent just these words back; null: nobody did. */
  returned: { reason: string; by: string | null; at: string } | null;
  /** What the checks say of the words as they are stored. */
  issues: Issue[];
  /** Warnings that somebody confirmed for just these words. */
  waived: { check: CheckKey; reason: string; by: string | null; at: string }[];
  /** Why this member can't approve it; null when nothing is against it. */
  refusal: ErrorCode | null;
  /** What publishing would change for readers, where they see something else already. */
  forReaders: ByLang<Stretch[]> | null;
}

export interface DeskContext {
  memberId: string;
  /** Whether the member reviews, but not here: a role's limits leave the approval of this unit to others. */
  beyondLimits: boolean;
  /** Of this unit. */
  edits: readonly Authorship[];
  judgement: Judgement;
  /** What the source may have said when it was translated. */
  formerSources: readonly string[];
  /** Of a string: what the program brings along, and what it may have brought along before. */
  bases: { now: ByLang<string>; former: readonly ByLang<string>[] } | null;
  /** What readers see now; null: nothing. */
  readersSee: ByLang<string> | null;
  nameOf: (memberId: string | null) => string | null;
}

/** What a member sees of a unit at work. */
export function deskUnit(unit: Unit, { memberId, beyondLimits, edits, judgement, formerSources, bases, readersSee, nameOf }: DeskContext): DeskUnit {
  const { approval, sourceLang, texts } = unit;
  const source = texts[sourceLang];
  const newBase = bases && unit.formerBase !== null ? changedBase(unit.formerBase, bases) : null;
  const trivialBase = newBase === null || isTrivialBase(newBase.former, newBase.texts);
  return {
    unit: unit.unit,
    kind: unit.kind,
    sourceLang,
    state: unit.state,
    hash: unit.hash,
    sourceHash: unit.sourceHash,
    words: byLang((lang) => {
      const wording = unit.wordings[lang];
      const saved = wording && wording.revision > 0 ? wording : null;
      const freshness = unit.freshness[lang] ?? null;
      const madeFrom = partsOfSource(wording?.sourceHash ?? null).words;
      const behind = freshness === "stale" && madeFrom !== textHash(source);
      const former = behind ? formerSources.find((text) => textHash(text) === madeFrom) : undefined;
      const trivial = behind ? former !== undefined && isTrivialChange(former, source, sourceLang) : freshness === "stale";
      return {
        text: texts[lang],
        revision: wording?.revision ?? 0,
        editor: saved && nameOf(saved.editedBy),
        editedAt: saved ? saved.editedAt.toISOString() : null,
        freshness,
        sourceChange: former === undefined ? null : difference(former, source, sourceLang),
        sourceChanged: behind,
        trivialChange: trivial && trivialBase,
      };
    }),
    newBase: newBase && { texts: newBase.texts, change: newBase.change },
    approval: unit.approved && approval ? { by: nameOf(approval.by), at: approval.at.toISOString(), reason: approval.reason } : null,
    returned: unit.returned && { reason: unit.returned.reason, by: nameOf(unit.returned.by), at: unit.returned.at.toISOString() },
    issues: judgement.issues,
    waived: judgement.waived.map(({ check, reason, by, at }) => ({ check, reason, by: nameOf(by), at: at.toISOString() })),
    refusal: beyondLimits ? "not_allowed" : whyNotApprovable(unit, edits, memberId, judgement),
    forReaders: unit.published || !readersSee ? null : byLang((lang) => difference(readersSee[lang], texts[lang], lang)),
  };
}

function changedBase(formerHash: string, { now, former }: NonNullable<DeskContext["bases"]>): NewBase & { former: ByLang<string> | null } {
  const before = former.find((texts) => baseHash(texts) === formerHash) ?? null;
  return { former: before, texts: now, change: before && byLang((lang) => difference(before[lang], now[lang], lang)) };
}

const isTrivialBase = (before: ByLang<string> | null, now: ByLang<string>): boolean =>
  before !== null && LANGS.every((lang) => isTrivialChange(before[lang], now[lang], lang));

/** Where one language of a pair stands: its own lack first, else what holds for the pair. */
export function languageState(unit: Pick<Unit, "texts" | "freshness" | "published" | "approved">, lang: Lang): UnitState {
  const fresh = unit.freshness[lang];
  if (fresh === "missing" || fresh === "stale") return fresh;
  if (fresh === undefined && isUnwritten(unit, lang)) return "missing";
  if (unit.published) return "published";
  return unit.approved ? "approved" : "in_review";
}

/** The source, or a unit without words of its own: the latter is never unwritten. */
const isUnwritten = (unit: Pick<Unit, "texts" | "freshness">, lang: Lang): boolean => Object.keys(unit.freshness).length > 0 && !unit.texts[lang].trim();

export type Progress = Record<UnitState, number>;

/** How many units are in each state, by language. */
export function progressOf(units: readonly Pick<Unit, "texts" | "freshness" | "published" | "approved">[]): ByLang<Progress> {
  return byLang((lang) => {
    const progress: Progress = { missing: 0, stale: 0, in_review: 0, approved: 0, published: 0 };
    for (const unit of units) progress[languageState(unit, lang)] += 1;
    return progress;
  });
}

/** Orders desks by what waits in them, in any language. */
export function moreUrgent(a: ByLang<Progress>, b: ByLang<Progress>): number {
  for (const state of BY_URGENCY.filter((one) => one !== "published")) {
    const waiting = (one: ByLang<Progress>) => LANGS.reduce((sum, lang) => sum + one[lang][state], 0);
    const order = waiting(b) - waiting(a);
    if (order !== 0) return order;
  }
  return 0;
}
