import { byNewest, byUrgency, type NoticePhase, type NoticeTerms, nextTurnOf, phaseAt } from "../../../core/articles/kinds.ts";
import { earliest } from "../../../core/facts/gate-status.ts";
import type { Lang } from "../../../core/language/languages.ts";
import type { ReadTx } from "../../db/client.server.ts";
import { gateOf } from "../../db/tx/places.server.ts";
import type { Reading } from "../reading.server.ts";
import { type DocumentView, readDocument } from "./document.server.ts";
import { type ListedOfKind, listOfKind } from "./listed.server.ts";
import { readRevision } from "./revision.server.ts";
import type { ReadTerms } from "./terms.server.ts";

export interface ListedNotice {
  slug: string;
  title: string;
  summary: string;
  terms: NoticeTerms;
  /** Keys of the gates it concerns; empty: all. */
  gates: string[];
}

/** How many notices are looked at, the newest: when each begins and ends is not indexed. */
const LOOKED_AT = 200;

/** The newest notices by what they are at an instant, each group in its order. `validUntil`: when one of them begins or ends. */
export async function listNotices(tx: ReadTx, lang: Lang, now: Date): Promise<Record<NoticePhase, ListedNotice[]> & { validUntil: Date | null }> {
  const all = (await listOfKind(tx, lang, "notice", LOOKED_AT)).flatMap(noticeOf);
  const inPhase = (phase: NoticePhase) => all.filter(({ terms }) => phaseAt(terms, now) === phase);
  return {
    current: inPhase("current").sort((a, b) => byUrgency(a.terms, b.terms)),
    coming: inPhase("coming").sort((a, b) => byNewest(b.terms, a.terms)),
    ended: inPhase("ended").sort((a, b) => byNewest(a.terms, b.terms)),
    validUntil: earliest(all.map(({ terms }) => nextTurnOf(terms, now))),
  };
}

function noticeOf({ slug, title, summary, about }: ListedOfKind): ListedNotice[] {
  return about.notice ? [{ slug, title, summary, terms: about.notice, gates: about.gates }] : [];
}

export interface NoticesView {
  current: ListedNotice[];
  coming: ListedNotice[];
  ended: ListedNotice[];
  /** The content revision that was read. */
  revision: number;
  validUntil: Date | null;
}

/** All notices: those that hold now, the most urgent first; those to come; those that ended, the newest first. */
export async function readNotices({ db, now }: Reading, lang: Lang): Promise<NoticesView> {
  return db.snapshot(async (tx) => ({ ...(await listNotices(tx, lang, now())), revision: await readRevision(tx) }));
}

export interface NoticeView extends DocumentView {
  notice: NoticeTerms;
  phase: NoticePhase;
  /** The gates it concerns; empty: all. */
  gates: ReturnType<typeof gateOf>[];
  /** Other notices that hold now. */
  others: ListedNotice[];
}

const OTHERS = 5;

/**
 * One notice, also before it holds and after it ended.
 * @throws AppError `not_found`, `withdrawn`
 */
export async function readNotice({ db, now }: Reading, readTerms: ReadTerms, lang: Lang, slug: string): Promise<NoticeView> {
  const instant = now();
  return db.snapshot(async (tx) => {
    const { document, about } = await readDocument(tx, readTerms, { lang, kind: "notice", slug, now: instant });
    if (!about.notice) throw new Error(`notice ${slug} has no terms`);
    const { current, validUntil } = await listNotices(tx, lang, instant);
    const gates = about.gates.length ? await tx.gate.findMany({ where: { key: { in: about.gates } }, orderBy: { position: "asc" } }) : [];
    return {
      ...document,
      notice: about.notice,
      phase: phaseAt(about.notice, instant),
      gates: gates.map(gateOf),
      others: current.filter((one) => one.slug !== slug).slice(0, OTHERS),
      validUntil: earliest([document.validUntil, validUntil]),
    };
  });
}
