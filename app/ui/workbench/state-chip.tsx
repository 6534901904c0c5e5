import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UnitState } from "../../core/workflow/state.ts";

const SHAPES: Record<UnitState, ReactNode> = {
  missing: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.2 2.5" />,
  stale: <path d="M8 1.2 15.6 14.4H.4Z" fill="currentColor" />,
  in_review: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
    </>
  ),
  approved: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="m5 8.2 2.2 2.1L11 6" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  published: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path className="cut" d="m4.8 8.2 2.3 2.2L11.3 6" fill="none" strokeWidth="2" />
    </>
  ),
};

/** A state as shape and word; in the house colours, because red, amber and green belong to the gates. */
export function StateChip({ state, count }: { state: UnitState; count?: number }) {
  const { t } = useTranslation("workbench");
  return <Chip state={state} word={t(`states.${state}`)} count={count} />;
}

/** The same where there are a thousand, by whoever knows the word already. */
export function Chip({ state, word, count }: { state: UnitState; word: string; count?: number | undefined }) {
  return (
    <span className={`chip is-${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      {count !== undefined && <b>{count}</b>} {word}
    </span>
  );
}
