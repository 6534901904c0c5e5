import { useTranslation } from "react-i18next";
import type { Lang } from "../../core/language/languages.ts";

/** Vietnam's emergency numbers, and the number that visitors dial from habit for the same help (domain facts). */
export const EMERGENCY = [
  { number: "113", help: "police", abroad: "110" },
  { number: "114", help: "fire", abroad: "119" },
  { number: "115", help: "ambulance", abroad: "120" },
  { number: "112", help: "rescue", abroad: null },
] as const;

/** The numbers as large links, each with what it is for and its twin on the other side of the border. `words`: without links (kiosk). */
export function EmergencyNumbers({ lang, links = "live" }: { lang: Lang; links?: "live" | "words" }) {
  const { t } = useTranslation("common", { lng: lang });
  return (
    <ul className="emergency">
      {EMERGENCY.map(({ number, help, abroad }) => (
        <li key={number}>
          {links === "live" ? <a href={`tel:${number}`}>{number}</a> : <b>{number}</b>}
          <span>
            {t(`emergency.${help}`)}
            {abroad && <small>{t("emergency.abroad", { number: abroad })}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
