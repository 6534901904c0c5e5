import { useTranslation } from "react-i18next";
import type { Lang } from "../../../core/language/languages.ts";
import type { DeskUnit } from "../../../core/workflow/desk.ts";
import { Stretches } from "../stretches.tsx";
import { KEYS } from "./keys.ts";

/** How the source has changed since a text was translated, and whether that may be confirmed with one key. */
export function SourceChange({ unit, lang }: { unit: DeskUnit; lang: Lang }) {
  const { t } = useTranslation(["workbench", "desk"]);
  const { sourceChanged, sourceChange, trivialChange } = unit.words[lang];
  if (!sourceChanged && !trivialChange) return null;
  return (
    <div className="source-change">
      {sourceChanged && <p className="hint">{sourceChange ? t("desk.sourceChanged") : t("desk.sourceChangeUnknown")}</p>}
      {sourceChange && <Stretches stretches={sourceChange} lang={unit.sourceLang} />}
      {trivialChange && (
        <p className="trivial">
          {t("desk:stale.trivial")} <span className="scripted">{t("desk:stale.oneKey", { key: KEYS.save.keys.join(" + ") })}</span>
        </p>
      )}
    </div>
  );
}
