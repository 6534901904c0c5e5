import type { TFunction } from "i18next";
import { type ReactNode, useEffect, useRef } from "react";
import { Both } from "../both.tsx";

/** A sheet over everything that is shown, for the technician alone. */
export function Sheet({
  title,
  onClose,
  onKey,
  children,
}: {
  title: (t: TFunction<"device">) => string;
  onClose: () => void;
  onKey?: (key: string) => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.focus(), []);
  return (
    <div
      ref={dialog}
      className="device-sheet"
      role="dialog"
      aria-modal="true"
      aria-labelledby="sheet-title"
      tabIndex={-1}
      onKeyDown={({ key, target }) => {
        if (key === "Escape") onClose();
        else if (key !== "Enter" || !(target instanceof HTMLButtonElement)) onKey?.(key);
      }}
    >
      <div className="head">
        <h2 id="sheet-title">
          <Both words={title} />
        </h2>
        <button type="button" onClick={onClose}>
          <Both words={(t) => t("card.close")} />
        </button>
      </div>
      {children}
    </div>
  );
}
