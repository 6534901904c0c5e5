import { Trans, useTranslation } from "react-i18next";
import { clocks } from "../../i18n/format.ts";
import { useLang } from "../kit/use-lang.ts";

/** The parts of a date, for the worker to put in: it knows no language. */
const PARTS = { time: "{time}", day: "{day}", month: "{month}", year: "{year}" };

/** Says that this is a kept copy, and how old. Hidden in every page as it is sent: the service worker (public/sw.js) shows it in the copies that it serves. */
export function KeptNote() {
  const { t } = useTranslation("tools");
  const lang = useLang();
  const [own] = clocks(new Date(0), lang);
  return (
    <p id="kept" className="wrap" role="status" data-zone={own?.zone} data-at={t("kept.at", { ...PARTS, zone: own?.label })} hidden>
      <Trans t={t} i18nKey="kept.note" components={{ age: <time id="kept-age" /> }} /> {/* biome-ignore lint/a11y/useValidAnchor: this very page again */}
      <a href="">{t("kept.reload")}</a>
    </p>
  );
}
