import type { ReactNode } from "react";

/** The drawn set: a grid of 40, one stroke of 2, round ends, nothing filled; margins of 4. */
const DRAWINGS = {
  passport: (
    <>
      <rect x="8" y="4" width="24" height="32" rx="3" />
      <circle cx="20" cy="16" r="6.5" />
      <path d="M13.5 16h13M20 9.5c-3.4 4-3.4 9 0 13 3.4-4 3.4-9 0-13ZM15 30h10" />
    </>
  ),
  suitcase: (
    <>
      <rect x="4" y="12" width="32" height="23" rx="3" />
      <path d="M14 12V8a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v4M12 12v23m16-23v23" />
    </>
  ),
  banknote: (
    <>
      <rect x="4" y="10" width="32" height="20" rx="3" />
      <circle cx="20" cy="20" r="5" />
      <path d="M10 17v6m20-6v6" />
    </>
  ),
  forbidden: (
    <>
      <circle cx="20" cy="20" r="15.5" />
      <path d="m9 9 22 22" />
    </>
  ),
  truck: (
    <>
      <path d="M8 30H4V9h20v21h-9M24 16h6l6 7v7h-3m-9 0h2" />
      <circle cx="11.5" cy="30" r="3.5" />
      <circle cx="29.5" cy="30" r="3.5" />
    </>
  ),
  quarantine: <path d="m20 4 13 5v10c0 8.5-5.5 14-13 17-7.5-3-13-8.5-13-17V9ZM20 13v13m-6.5-6.5h13" />,
  lost: <path d="M24 4H11a3 3 0 0 0-3 3v26a3 3 0 0 0 3 3h18a3 3 0 0 0 3-3V12ZM24 4v8h8M16 20a4 4 0 1 1 5.7 3.6c-1.2.6-1.7 1.3-1.7 2.6m0 4.3v.1" />,
  emergency: <path d="M9 30v-6a11 11 0 0 1 22 0v6Zm-4 6h30M5 36v-6h30v6M15 24a5 5 0 0 1 5-5M20 4v4M6 9l3 3m25-3-3 3" />,
  clock: (
    <>
      <circle cx="20" cy="20" r="15.5" />
      <path d="M20 10.5V20l6.5 4.5" />
    </>
  ),
  law: <path d="M20 4v31m-7 0h14M8 10h24M9 10 4 23h10ZM4 23a5 5 0 0 0 10 0M31 10l-5 13h10Zm-5 13a5 5 0 0 0 10 0" />,
  complaint: <path d="M7 6h26a3 3 0 0 1 3 3v17a3 3 0 0 1-3 3H19l-8 7v-7H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3ZM20 12v7m0 4.5v.1" />,
  camera: (
    <>
      <path d="M7 12h6l3-5h8l3 5h6a3 3 0 0 1 3 3v17a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V15a3 3 0 0 1 3-3Z" />
      <circle cx="20" cy="23" r="6.5" />
    </>
  ),
  gate: <path d="M4 36V13l16-9 16 9v23M12 36V24a8 8 0 0 1 16 0v12M4 36h8m16 0h8M12 15h16" />,
  pair: <path d="M4 7h13v26H4ZM23 7h13v26H23ZM8 14h5m-5 6h5m-5 6h3M27 14h5m-5 6h5m-5 6h3" />,
  search: (
    <>
      <circle cx="17" cy="17" r="12" />
      <path d="m26 26 10 10" />
    </>
  ),
  speech: (
    <path d="M7 4h16a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H13l-6 5v-5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3ZM31 14h2a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3v6l-6-6h-9a3 3 0 0 1-3-3v-2M10 11.5h10" />
  ),
  notice: <path d="M6 16h7L29 7v24l-16-9H6Zm6 6 3 12h5l-3-9.2M33 15c2 2.4 2 5.6 0 8" />,
  document: <path d="M24 4H11a3 3 0 0 0-3 3v26a3 3 0 0 0 3 3h18a3 3 0 0 0 3-3V12ZM24 4v8h8M14 20h12m-12 7h12" />,
} satisfies Record<string, ReactNode>;

export type PictogramName = keyof typeof DRAWINGS;

const isDrawn = (name: string): name is PictogramName => Object.hasOwn(DRAWINGS, name);

/** A pictogram of the set, in the current colour; decorative beside its label. A name that is not drawn shows a document. */
export function Pictogram({ name }: { name: string }) {
  return (
    <svg className="pictogram" viewBox="0 0 40 40" aria-hidden="true">
      {DRAWINGS[isDrawn(name) ? name : "document"]}
    </svg>
  );
}
