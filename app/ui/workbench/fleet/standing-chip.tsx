import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Standing } from "../../../core/displays/standing.ts";

/** One shape for each standing, so that none speaks by its colour alone. */
const SHAPES: Record<Standing, ReactNode> = {
  silent: <path d="M8 1.5 15 14H1zM8 6v3.5M8 12h0" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />,
  troubled: <path d="M8 1 15 8 8 15 1 8Z" />,
  behind: <path d="M8 2a6 6 0 1 0 6 6M8 4v4l3 2" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  waiting: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 3" />,
  resting: <path d="M10 2a6.5 6.5 0 1 0 4 9A5.5 5.5 0 0 1 10 2Z" />,
  well: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path className="cut" d="m4.5 8.2 2.4 2.4 4.6-5" fill="none" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  revoked: <path d="M3 3l10 10M13 3 3 13" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
};

export function StandingChip({ standing }: { standing: Standing }) {
  const { t } = useTranslation("fleet");
  return (
    <span className={`chip stands-${standing}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
        {SHAPES[standing]}
      </svg>
      {t(`standings.${standing}`)}
    </span>
  );
}
