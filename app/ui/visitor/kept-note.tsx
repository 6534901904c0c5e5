import { Trans, useTranslation } from "react-i18next";

/** Says that this is a kept copy, and how old. Hidden in every page as it is sent: the service worker (public/sw.js) shows it in the copies that it serves. */
export function KeptNote() {
  const { t } = useTranslation("tools");
  return (
    <p id="kept" className="wrap" role="status" hidden>
      <Trans t={t} i18nKey="kept.note" components={{ age: <time id="kept-age" /> }} /> {/* biome-ignore lint/a11y/useValidAnchor: this very page again */}
      <a href="">{t("kept.reload")}</a>
    </p>
  );
}
