import { useTranslation } from "react-i18next";
import { type Lang, language } from "../../../core/language/languages.ts";
import type { NewBase } from "../../../core/workflow/desk.ts";
import { Stretches } from "../stretches.tsx";

interface NewBaseNoteProps {
  base: NewBase;
  lang: Lang;
  /** The field says just what the program brings along. */
  taken: boolean;
  /** Null where the member may not write. */
  onTake: ((text: string) => void) | null;
}

/** What the program itself brings along in one language since its last release, while readers still see what was put in its place. */
export function NewBaseNote({ base: { texts, change }, lang, taken, onTake }: NewBaseNoteProps) {
  const { t } = useTranslation("desk");
  return (
    <div className="source-change">
      <p className="hint">{t(change ? "base.changed" : "base.changeUnknown")}</p>
      {change ? (
        <Stretches stretches={change[lang]} lang={lang} />
      ) : (
        <p className="stretches" lang={language(lang).tag}>
          {texts[lang]}
        </p>
      )}
      {onTake && (
        <p className="scripted">
          <button type="button" disabled={taken} onClick={() => onTake(texts[lang])}>
            {t("base.take")}
          </button>
        </p>
      )}
    </div>
  );
}
