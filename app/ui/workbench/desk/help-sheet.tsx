import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ACTS, areSingleKeysOn, KEYS } from "./keys.ts";

/** What the keyboard does here. Closed by Escape, as every dialog. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("desk");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="help-sheet" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{t("help.title")}</h2>
      <dl>
        {ACTS.map((act) => (
          <div key={act}>
            <dt>
              {KEYS[act].keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
              {act === "help" && areSingleKeysOn() && <kbd>?</kbd>}
            </dt>
            <dd>{t(`acts.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t("help.note")}</p>
      <button type="button" onClick={() => dialog.current?.close()}>
        {t("help.close")}
      </button>
    </dialog>
  );
}
