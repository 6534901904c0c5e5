import type { ReactNode } from "react";
import type { GateStatus } from "../../core/facts/gate-status.ts";

const SHAPES: Record<GateStatus["state"], ReactNode> = {
  open: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path className="cut" d="m7.2 12.3 3.3 3.2 6.3-6.7" />
    </>
  ),
  opens: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path className="cut" d="M12 6.5V12l3.6 2.6" />
    </>
  ),
  congested: (
    <>
      <path d="M12 1.5 23.2 21.5H.8Z" fill="currentColor" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path className="cut" d="M12 8.5v6m0 3.4v.1" />
    </>
  ),
  suspended: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="4" fill="currentColor" />
      <path className="cut" d="M9 7.5v9m6-9v9" />
    </>
  ),
  closed: (
    <>
      <rect x="2" y="2" width="20" height="20" rx="4" fill="currentColor" />
      <path className="cut" d="m7.5 7.5 9 9m0-9-9 9" />
    </>
  ),
  unknown: (
    <>
      <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.73 2.24" />
      <path d="M9.5 9.7a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.3 1-1.3 1.9m0 3v.1" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
};

/** The bare shape, for a drawing of one's own; 24 units wide and high. Stands within `.sign.state-…`. */
export const SignShape = ({ state }: { state: GateStatus["state"] }): ReactNode => SHAPES[state];

/**
 * A gate's status as a shape that is told apart without colour: check in a circle, clock, triangle, bars or a cross in a square,
 * question mark in a broken ring. Decorative: the word stands beside it (`statusWords`).
 */
export function StatusSign({ state }: { state: GateStatus["state"] }) {
  return (
    <svg className={`sign state-${state}`} viewBox="0 0 24 24" aria-hidden="true">
      <SignShape state={state} />
    </svg>
  );
}
