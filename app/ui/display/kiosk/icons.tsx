import type { ReactNode } from "react";

/** The kiosk's own buttons, on the grid and with the stroke of the kit's pictograms. */
const DRAWINGS = {
  back: <path d="M18 8 6 20l12 12M6 20h28" />,
  home: <path d="M5 19 20 6l15 13M9 16v18h22V16M16 34V23h8v11" />,
  search: (
    <>
      <circle cx="17" cy="17" r="11" />
      <path d="m25 25 10 10" />
    </>
  ),
  carry: <path d="M12 4h16a3 3 0 0 1 3 3v26a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3Zm6 27h4M15 11h4v4h-4Zm6 7h4v4h-4Zm-6 4h3m3-11h4" />,
  up: <path d="M8 26 20 14l12 12" />,
  down: <path d="m8 14 12 12 12-12" />,
  ease: (
    <>
      <path d="M3 20s6-11 17-11 17 11 17 11-6 11-17 11S3 20 3 20Z" />
      <circle cx="20" cy="20" r="5" />
    </>
  ),
  speak: <path d="M5 15h7l10-8v26l-10-8H5Zm23-1c3 3.4 3 8.6 0 12m4-17c6 6.3 6 15.7 0 22" />,
  stop: <path d="M9 9h22v22H9Z" />,
  end: <path d="M22 6H8v28h14M16 20h19m-7-8 8 8-8 8" />,
  low: <path d="M20 4v22m-9-9 9 9 9-9M5 34h30" />,
  erase: <path d="M14 9h19a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H14L4 20Zm5 7 8 8m0-8-8 8" />,
  shift: <path d="M20 6 6 21h8v12h12V21h8Z" />,
  close: <path d="m9 9 22 22M31 9 9 31" />,
  check: <path d="m7 21 9 9L33 11" />,
  next: <path d="m22 8 12 12-12 12M34 20H6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

/** Decorative beside its label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 40 40" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}
