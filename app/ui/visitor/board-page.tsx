import { useTranslation } from "react-i18next";
import { AsOf } from "./as-of.tsx";
import { GateBoard, type Station } from "./gate-board.tsx";
import { LineMap } from "./line-map.tsx";

interface Props {
  stations: Station[];
  asOf: Date;
  revision: number;
  validUntil: Date | null;
}

/** All gates on their line: as a map at a glance, and as a list that says it in words. */
export function BoardPage({ stations, ...when }: Props) {
  const { t } = useTranslation("visitor");
  return (
    <div className="wrap">
      <div className="narrow">
        <h1>{t("board.page")}</h1>
        <p className="lead">{t("board.lead")}</p>
        <AsOf {...when} />
      </div>
      <LineMap stations={stations} />
      <div className="narrow">
        <GateBoard stations={stations} detailed />
      </div>
    </div>
  );
}
