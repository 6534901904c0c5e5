import type { ReactNode } from "react";

/** The kiosk's own buttons, on the grid and with the stroke of the kit's pictograms. */
const DRAWINGS = {
  back: <path d="M18 8 6 20l12 12M6 20h28" />,
  home: <path d="M5 19 20 6l15 13M9 16v18h22V16M16 34V23h8v11" />,
  up: <path d="M8 26 20 14l12 12" />,
  down: <path d="m8 14 12 12 12-12" />,
  end: <path d="M22 6H8v28h14M16 20h19m-7-8 8 8-8 8" />,
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
