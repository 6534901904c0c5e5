import { useTranslation } from "react-i18next";

/** Keeps this gate, its articles and the phrase cards for times without a link. Hidden until scripts (public/portal/offline.js) find that this can be done. */
export function KeepGate() {
  const { t } = useTranslation("tools");
  return (
    <div className="keep" hidden>
      <button type="button" className="pill" aria-pressed="false">
        {t("keep.button")}
      </button>
      <progress aria-label={t("keep.busy")} value={0} data-when="busy" hidden />
      <p className="hint" data-when="idle" hidden>
        {t("keep.about")}
      </p>
      <p className="hint" role="status">
        <span data-when="kept" hidden>
          {t("keep.kept")}
        </span>
        <span data-when="failed" hidden>
          {t("keep.failed")}
        </span>
      </p>
    </div>
  );
}
