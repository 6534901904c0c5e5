import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface DialogProps {
  title: string;
  onClose: () => void;
  /** For what is looked at rather than read. */
  wide?: boolean;
  children: ReactNode;
}

/** A question asked in front of the page: Escape ends it, and the focus stays in it until then. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const { t } = useTranslation("writing");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown || shown.open) return;
    shown.showModal();
    // Where one begins: the field to type in, else the first choice; not the button that closes.
    shown.querySelector<HTMLElement>("input, .w-choices button")?.focus();
  }, []);
  return (
    <dialog ref={dialog} className={wide ? "w-dialog wide" : "w-dialog"} aria-labelledby={id} onClose={onClose}>
      <div className="w-dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t("dialog.close")}
        </button>
      </div>
      {children}
    </dialog>
  );
}
