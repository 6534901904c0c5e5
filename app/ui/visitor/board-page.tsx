import { useTranslation } from "react-i18next";
import { clockWords } from "../kit/clock-words.ts";
import { useLang } from "../kit/use-lang.ts";
import { GateBoard, type Station } from "./gate-board.tsx";

/** All gates on their line. */
export function BoardPage({ stations, asOf }: { stations: Station[]; asOf: Date }) {
  const { t } = useTranslation("visitor");
  const { t: common } = useTranslation("common");
  return (
    <div className="wrap narrow">
      <h1>{t("board.page")}</h1>
      <p className="lead">{t("board.lead")}</p>
      <p className="as-of">{t("board.asOf", { at: clockWords(common, asOf, useLang()) })}</p>
      <GateBoard stations={stations} detailed />
    </div>
  );
}
