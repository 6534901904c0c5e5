import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../i18n/format.ts";
import { useLang } from "../../kit/use-lang.ts";

interface RecoveryPanelProps {
  /** When it was written. */
  at: Date;
  onTake: () => void;
  onLeave: () => void;
  /** How it differs from what is saved. */
  children: ReactNode;
}

/** What this device kept of an earlier page, offered before anything else is written. */
export function RecoveryPanel({ at, onTake, onLeave, children }: RecoveryPanelProps) {
  const { t } = useTranslation("writing");
  const lang = useLang();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="sheet w-panel" aria-labelledby="recovery">
      <h2 id="recovery" ref={heading} tabIndex={-1}>
        {t("recovery.title")}
      </h2>
      <p>{t("recovery.lead", { at: formatDateTime(at, lang) })}</p>
      {children}
      <div className="w-buttons">
        <button type="button" className="primary" onClick={onTake}>
          {t("recovery.take")}
        </button>
        <button type="button" onClick={onLeave}>
          {t("recovery.leave")}
        </button>
      </div>
    </section>
  );
}
