import { useTranslation } from "react-i18next";
import type { DisplayIdentity } from "../../../core/displays/display.ts";
import { LANGS, language } from "../../../core/language/languages.ts";

/** The display's name over everything, for the technician who asked which one it is. */
export function NamePlate({ identity }: { identity: DisplayIdentity | null }) {
  const { i18n } = useTranslation();
  return (
    <div className="device-plate" role="status">
      <b translate="no">{identity?.name ?? "?"}</b>
      {LANGS.map((lang) => (
        <span key={lang} lang={language(lang).tag}>
          {identity ? identity.siteName[lang] : i18n.getFixedT(lang, "device")("card.nothing")}
        </span>
      ))}
    </div>
  );
}
