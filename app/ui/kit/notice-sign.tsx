import type { ReactNode } from "react";
import type { NoticeLevel } from "../../core/articles/kinds.ts";

const SHAPES: Record<NoticeLevel, ReactNode> = {
  routine: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path className="cut" d="M12 11v6m0-9.6v.1" />
    </>
  ),
  priority: (
    <>
      <path d="m12 1.2 10.8 10.8L12 22.8 1.2 12Z" fill="currentColor" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path className="cut" d="M12 6.8v6m0 3.8v.1" />
    </>
  ),
  emergency: (
    <>
      <path d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4Z" fill="currentColor" />
      <path className="cut" d="M8.6 5.8v6m0 3.8v.1m6.8-9.9v6m0 3.8v.1" />
    </>
  ),
};

/**
 * A notice's level as a shape that is told apart without colour: an i in a circle, one mark in a diamond, two marks in an octagon.
 * Decorative: the word stands beside it.
 */
export function NoticeSign({ level }: { level: NoticeLevel }) {
  return (
    <svg className={`sign level-${level}`} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[level]}
    </svg>
  );
}
